from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "guiju.kernel.ledger"
    label = "ledger"
    verbose_name = "规矩留痕"
