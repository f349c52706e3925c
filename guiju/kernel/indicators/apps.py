from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "guiju.kernel.indicators"
    label = "indicators"
    verbose_name = "指标"

    def ready(self) -> None:
        # The topic counts models, which exist only now.
        from guiju.kernel.indicators.publicity import PUBLICITY
        from guiju.kernel.indicators.topics import register_topic

        register_topic(PUBLICITY)
