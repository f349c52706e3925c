from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "guiju.mechanisms.registers"
    label = "registers"
    verbose_name = "自定义台账"
