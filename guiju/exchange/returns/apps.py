from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "guiju.exchange.returns"
    label = "returns"
    verbose_name = "报送"

    def ready(self) -> None:
        from guiju.exchange.returns.completeness import rounds_answering
        from guiju.exchange.returns.told import totals_told
        from guiju.kernel.indicators.api import register_rounds, register_told

        register_rounds(rounds_answering)
        register_told(totals_told)
