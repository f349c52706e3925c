from django.apps import AppConfig


class MechanismsConfig(AppConfig):
    """Loads the installed mechanisms once all models are ready."""

    name = "guiju.mechanisms"
    verbose_name = "机制"

    def ready(self) -> None:
        from guiju.mechanisms.registry import load_mechanisms

        load_mechanisms()
