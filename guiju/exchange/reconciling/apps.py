from django.apps import AppConfig


class ReconcilingConfig(AppConfig):
    name = "guiju.exchange.reconciling"
    label = "reconciling"
    verbose_name = "对数"
