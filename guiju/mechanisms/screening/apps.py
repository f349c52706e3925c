from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    name = "guiju.mechanisms.screening"
    label = "screening"
    verbose_name = "矛盾纠纷排查"
