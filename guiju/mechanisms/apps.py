from importlib import import_module

from django.apps import AppConfig

from guiju.mechanisms import INSTALLED_MECHANISMS


class MechanismsConfig(AppConfig):
    """Registers the installed mechanisms once all models are ready."""

    name = "guiju.mechanisms"
    verbose_name = "机制"

    def ready(self) -> None:
        # The door opens models, which exist only now.
        from guiju.kernel.mechanism.api import register_mechanism

        for name in INSTALLED_MECHANISMS:
            register_mechanism(import_module(f"{name}.mechanism").MECHANISM)
