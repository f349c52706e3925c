from django.apps import AppConfig


class LitigationConfig(AppConfig):
    name = "guiju.mechanisms.litigation"
    label = "litigation"
    verbose_name = "复议与诉讼"
