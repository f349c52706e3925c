"""After the migrations from zero both databases refuse UPDATE, DELETE, REPLACE and TRUNCATE of what was appended."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from guiju.kernel.ledger.api import Checkpoint, Entry, missing_triggers, sign_checkpoint
from guiju.kernel.ledger.tests.raw_entries import drop_triggers, sql
from guiju.kernel.procedure.api import apply
from tests.filled_rows import MOMENT, FilledTown

pytestmark = pytest.mark.django_db
APPENDED = pytest.mark.parametrize("table", ["ledger_entry", "ledger_checkpoint"])


@pytest.fixture
def written():
    done = apply([FilledTown().plan()], MOMENT)[0]
    sign_checkpoint(done.town_id, "v1", MOMENT)
    return done


def row_of(table):
    model = Entry if table == "ledger_entry" else Checkpoint
    return model, model.objects.values().get()


def refused(statement, *values):
    """Whether the database refuses the statement with our sentence."""
    with pytest.raises(DatabaseError, match="只能追加"), transaction.atomic():
        sql(statement, *values)
    return True


@APPENDED
def test_update_is_refused(written, table):
    model, before = row_of(table)
    assert refused(f"UPDATE {table} SET town_id = town_id")
    assert model.objects.values().get() == before


@APPENDED
def test_delete_is_refused(written, table):
    model, before = row_of(table)
    assert refused(f"DELETE FROM {table}")
    assert refused(f"DELETE FROM {table} WHERE id = %s", before["id"])
    assert model.objects.values().get() == before


def copied(model, before, **values):
    """Column names and values of a row that would take the place of a present one."""
    row = {**before, **values}
    columns = {field.attname: field.column for field in model._meta.concrete_fields}
    return ", ".join(f'"{columns[name]}"' for name in row), list(row.values())


@APPENDED
def test_replacing_a_row_by_its_key_is_refused(written, table):
    model, before = row_of(table)
    names, values = copied(model, before, town_id=99)
    marks = ", ".join(["%s"] * len(values))
    if connection.vendor == "sqlite":
        assert refused(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", *values)
    else:
        again = f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET town_id = 99"
        assert refused(again, *values)
    assert model.objects.values().get() == before


def test_replacing_an_entry_by_its_index_is_refused(written):
    """A new key, but town and index of a present entry: REPLACE would delete that one without a delete trigger."""
    model, before = row_of("ledger_entry")
    names, values = copied(model, before, id=before["id"] + 1000)
    marks = ", ".join(["%s"] * len(values))
    if connection.vendor == "sqlite":
        assert refused(f"INSERT OR REPLACE INTO ledger_entry ({names}) VALUES ({marks})", *values)
    else:
        conflict = "ON CONFLICT (town_id, \"index\") DO UPDATE SET kind = 'x'"
        assert refused(f"INSERT INTO ledger_entry ({names}) VALUES ({marks}) {conflict}", *values)
    assert Entry.objects.values().get() == before


def test_replacing_an_entry_by_its_request_key_is_refused(written):
    """The request key is unique too, so REPLACE could take an entry away by it."""
    plan = FilledTown(2).plan()
    plan.request_key = "form-1"
    done = apply([plan], MOMENT)[0]
    before = Entry.objects.values().get(request_key="form-1")
    names, values = copied(Entry, before, id=before["id"] + 1000, index=done.index + 100)
    marks = ", ".join(["%s"] * len(values))
    if connection.vendor == "sqlite":
        assert refused(f"INSERT OR REPLACE INTO ledger_entry ({names}) VALUES ({marks})", *values)
    else:
        conflict = "ON CONFLICT (request_key) DO UPDATE SET kind = 'x'"
        assert refused(f"INSERT INTO ledger_entry ({names}) VALUES ({marks}) {conflict}", *values)
    assert Entry.objects.values().get(request_key="form-1") == before


@APPENDED
def test_emptying_the_table_is_refused(written, table):
    truncate = [f"TRUNCATE {table}", f"TRUNCATE {table} CASCADE"]
    for statement in truncate if connection.vendor == "postgresql" else [f"DELETE FROM {table}"]:
        assert refused(statement)
    assert row_of(table)


def test_missing_triggers_are_named(written):
    assert missing_triggers() == []
    drop_triggers()
    assert missing_triggers()
    assert all(name.startswith("ledger_entry") for name in missing_triggers())
