from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from guiju.kernel.ledger.append_only import AppendOnly


def start_keys(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Row keys come from a sequence on PostgreSQL and from one counter row on SQLite."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE SEQUENCE guiju_keys")
    apps.get_model("ledger", "KeyCounter").objects.create(id=1, last=0)


def end_keys(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP SEQUENCE guiju_keys")
    apps.get_model("ledger", "KeyCounter").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [
        migrations.RunPython(start_keys, end_keys),
        AppendOnly("Entry", unique=(("town_id", "index"), ("request_key",))),
        AppendOnly("Checkpoint"),
    ]
