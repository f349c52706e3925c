from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "guiju.kernel.organisation"
    label = "organisation"
    verbose_name = "机构"
