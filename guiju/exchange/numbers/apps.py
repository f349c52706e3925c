from django.apps import AppConfig


class NumbersConfig(AppConfig):
    name = "guiju.exchange.numbers"
    label = "numbers"
    verbose_name = "字号簿"
