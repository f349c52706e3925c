from django.apps import AppConfig


class WorkOrdersConfig(AppConfig):
    name = "guiju.mechanisms.workorders"
    label = "workorders"
    verbose_name = "工单分流"
