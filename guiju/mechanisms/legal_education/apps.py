from django.apps import AppConfig


class LegalEducationConfig(AppConfig):
    name = "guiju.mechanisms.legal_education"
    label = "legal_education"
    verbose_name = "法治宣传教育"
