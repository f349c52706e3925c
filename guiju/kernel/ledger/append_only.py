"""Append-only tables: triggers that refuse UPDATE, DELETE, REPLACE and TRUNCATE on both databases."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

REFUSAL = "规矩：这张表只能追加"


Unique = tuple[tuple[str, ...], ...]
# Append-only tables of the ledger and the columns beside the key by which REPLACE could find a row of theirs.
APPEND_ONLY: dict[str, Unique] = {"Entry": (("town_id", "index"), ("request_key",)), "Checkpoint": ()}


def _sqlite(table: str, key: str, unique: Unique) -> dict[str, str]:
    refuse = f"SELECT RAISE(ABORT, '{REFUSAL}')"
    triggers = {
        f"{table}_no_update": f"BEFORE UPDATE ON {table} BEGIN {refuse}; END",
        f"{table}_no_delete": f"BEFORE DELETE ON {table} BEGIN {refuse}; END",
    }
    # INSERT OR REPLACE deletes without firing a delete trigger, so an insert over a present row is refused too.
    for name, columns in _replaceable(table, key, unique).items():
        where = " AND ".join(f'"{column}" = NEW."{column}"' for column in columns)
        present = f"SELECT 1 FROM {table} WHERE {where}"
        triggers[name] = f"BEFORE INSERT ON {table} WHEN EXISTS ({present}) BEGIN {refuse}; END"
    return triggers


def _replaceable(table: str, key: str, unique: Unique) -> dict[str, tuple[str, ...]]:
    named = {f"{table}_no_replace_{'_'.join(columns)}": columns for columns in unique}
    return {f"{table}_no_replace": (key,), **named}


def trigger_names(table: str, vendor: str, unique: Unique = ()) -> set[str]:
    """The triggers that must be there for an append-only table."""
    if vendor == "sqlite":
        return {f"{table}_no_update", f"{table}_no_delete", *_replaceable(table, "id", unique)}
    return {f"{table}_append_only", f"{table}_no_truncate"}


class AppendOnly(Operation):
    """Migration operation: make the table of a model append-only.

    Place it last in every migration that touches the table: a table rebuild on SQLite drops triggers silently.
    """

    reversible = True

    def __init__(self, model_name: str, unique: Unique = ()) -> None:
        self.model_name = model_name
        self.unique = unique

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [self.model_name], {"unique": self.unique}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models do not change."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        model = to_state.apps.get_model(app_label, self.model_name)
        table = model._meta.db_table
        if schema_editor.connection.vendor == "sqlite":
            key = model._meta.pk.column
            for name, text in _sqlite(table, key, self.unique).items():
                schema_editor.execute(f"CREATE TRIGGER {name} {text}")
            return
        schema_editor.execute(
            "CREATE OR REPLACE FUNCTION guiju_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
        )
        schema_editor.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION guiju_append_only()"
        )
        schema_editor.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION guiju_append_only()"
        )

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        table = from_state.apps.get_model(app_label, self.model_name)._meta.db_table
        vendor = schema_editor.connection.vendor
        suffix = "" if vendor == "sqlite" else f" ON {table}"
        for name in trigger_names(table, vendor, self.unique):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{suffix}")

    def describe(self) -> str:
        return f"Make {self.model_name} append-only"


def missing_triggers() -> list[str]:
    """Append-only triggers that are not in the database; asked at start-up and by `guiju doctor`."""
    tables = {apps.get_model("ledger", name)._meta.db_table: unique for name, unique in APPEND_ONLY.items()}
    wanted = {name for table, unique in tables.items() for name in trigger_names(table, connection.vendor, unique)}
    if connection.vendor == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return sorted(wanted - present)
