from django.apps import AppConfig


class HandoversConfig(AppConfig):
    name = "guiju.exchange.handovers"
    label = "handovers"
    verbose_name = "交接"
