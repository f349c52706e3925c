from django.apps import AppConfig


class OutlinesConfig(AppConfig):
    name = "guiju.exchange.outlines"
    label = "outlines"
    verbose_name = "村界"
