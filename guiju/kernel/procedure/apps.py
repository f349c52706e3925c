from django.apps import AppConfig


class ProcedureConfig(AppConfig):
    name = "guiju.kernel.procedure"
    label = "procedure"
    verbose_name = "程序"
