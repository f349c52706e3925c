from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "guiju.exchange.papers"
    label = "papers"
    verbose_name = "收回纸件"
