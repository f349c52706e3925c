"""Append-only tables: triggers that refuse UPDATE, DELETE, REPLACE and TRUNCATE on both databases."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

REFUSAL = "规矩：这张表只能追加"


def _sqlite(table: str, key: str) -> dict[str, str]:
    refuse = f"SELECT RAISE(ABORT, '{REFUSAL}')"
    return {
        f"{table}_no_update": f"BEFORE UPDATE ON {table} BEGIN {refuse}; END",
        f"{table}_no_delete": f"BEFORE DELETE ON {table} BEGIN {refuse}; END",
        # INSERT OR REPLACE deletes without firing a delete trigger, so an insert over a present key is refused too.
        f"{table}_no_replace": f"BEFORE INSERT ON {table} WHEN EXISTS "
        f"(SELECT 1 FROM {table} WHERE {key} = NEW.{key}) BEGIN {refuse}; END",
    }


def _unique_guards(table: str, columns: list[str]) -> dict[str, str]:
    where = " AND ".join(f'"{column}" = NEW."{column}"' for column in columns)
    name = f"{table}_no_replace_{'_'.join(columns)}"
    refuse = f"SELECT RAISE(ABORT, '{REFUSAL}')"
    return {name: f"BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {where}) BEGIN {refuse}; END"}


def trigger_names(table: str, vendor: str) -> set[str]:
    """The triggers that must be there for an append-only table."""
    if vendor == "sqlite":
        return {f"{table}_no_update", f"{table}_no_delete", f"{table}_no_replace"}
    return {f"{table}_append_only", f"{table}_no_truncate"}


class AppendOnly(Operation):
    """Migration operation: make the table of a model append-only.

    Place it last in every migration that touches the table: a table rebuild on SQLite drops triggers silently.
    """

    reversible = True

    def __init__(self, model_name: str, unique: tuple[str, ...] = ()) -> None:
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
            wanted = _sqlite(table, key) | (_unique_guards(table, list(self.unique)) if self.unique else {})
            for name, text in wanted.items():
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
        for name in trigger_names(table, vendor):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{suffix}")

    def describe(self) -> str:
        return f"Make {self.model_name} append-only"


def missing_triggers() -> list[str]:
    """Append-only triggers that are not in the database; asked at start-up and by `guiju doctor`."""
    tables = [apps.get_model("ledger", name)._meta.db_table for name in ("Entry", "Checkpoint")]
    if connection.vendor == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return sorted(name for table in tables for name in trigger_names(table, connection.vendor) - present)
