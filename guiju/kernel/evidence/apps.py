from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "guiju.kernel.evidence"
    label = "evidence"
    verbose_name = "证据"
