"""The lawbook as a Django app: it keeps one derived table, the official texts that a town has loaded."""

from django.apps import AppConfig


class LawbookConfig(AppConfig):
    """Registers the package under the label `lawbook`."""

    name = "guiju.kernel.lawbook"
    label = "lawbook"
    verbose_name = "法律依据"
