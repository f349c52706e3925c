from django.apps import AppConfig


class TermsConfig(AppConfig):
    name = "guiju.kernel.terms"
    label = "terms"
    verbose_name = "期限"
