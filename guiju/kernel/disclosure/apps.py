from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    name = "guiju.kernel.disclosure"
    label = "disclosure"
    verbose_name = "公开"
