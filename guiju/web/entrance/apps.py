from django.apps import AppConfig


class EntranceConfig(AppConfig):
    name = "guiju.web.entrance"
    label = "entrance"
    verbose_name = "登录"
