from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "guiju.kernel.indicators"
    label = "indicators"
    verbose_name = "指标"
