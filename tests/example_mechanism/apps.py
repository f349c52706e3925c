from django.apps import AppConfig


class ExampleMechanismConfig(AppConfig):
    """Registers the example's procedure once all models are ready."""

    name = "tests.example_mechanism"
    label = "example_mechanism"

    def ready(self) -> None:
        from guiju.kernel.procedure.api import register_procedure
        from tests.example_mechanism.procedure import CASE

        register_procedure(CASE)
