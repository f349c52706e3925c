from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def make_search(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The search index: FTS5 on SQLite, an array with GIN on PostgreSQL; no extension on either."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(
            "CREATE VIRTUAL TABLE matters_search USING fts5(town, tokens, matter UNINDEXED, detail='column')"
        )
        return
    schema_editor.execute(
        "CREATE TABLE matters_search (id bigint PRIMARY KEY, matter_id bigint NOT NULL, town_id bigint NOT NULL, "
        "tokens text[] NOT NULL)"
    )
    schema_editor.execute("CREATE INDEX matters_search_tokens ON matters_search USING gin (tokens)")
    schema_editor.execute("CREATE INDEX matters_search_matter ON matters_search (matter_id)")


def drop_search(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute("DROP TABLE matters_search")


class Migration(migrations.Migration):
    dependencies = [("matters", "0001_initial")]

    operations = [migrations.RunPython(make_search, drop_search)]
