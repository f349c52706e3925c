from django.apps import AppConfig


class SuperiorsFormsConfig(AppConfig):
    name = "guiju.exchange.superiors_forms"
    label = "superiors_forms"
    verbose_name = "上级的表"
