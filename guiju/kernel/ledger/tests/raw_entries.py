"""What somebody with the database in hand could do to the entries: triggers dropped, raw SQL."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection

from guiju.kernel.ledger.api import Frontier, canonical_json, leaf_hash
from guiju.kernel.ledger.models import Entry, Head


def drop_triggers(*tables: str) -> None:
    """Take the append-only triggers away from tables of the ledger; from the entries where none is named."""
    for table in tables or ("ledger_entry",):
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
                for (name,) in cursor.fetchall():
                    cursor.execute(f"DROP TRIGGER {name}")
            else:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")


def sql(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def rewritten(town: int, index: int, leaf: bool, **values: Any) -> None:
    """Change values in the body of an entry; with `leaf` its hash is made to fit again."""
    entry = Entry.objects.get(town_id=town, index=index)
    body = canonical_json({**json.loads(entry.body), **values})
    sql("UPDATE ledger_entry SET body = %s WHERE id = %s", body, entry.id)
    if leaf:
        sql("UPDATE ledger_entry SET leaf = %s WHERE id = %s", leaf_hash(body.encode()).hex(), entry.id)


def remove(town: int, index: int) -> None:
    sql('DELETE FROM ledger_entry WHERE town_id = %s AND "index" = %s', town, index)


def swap(town: int, first: int, second: int) -> None:
    """Let two entries change places; their bodies still tell the old index."""
    for old, new in ((first, -1), (second, first), (-1, second)):
        sql('UPDATE ledger_entry SET "index" = %s WHERE town_id = %s AND "index" = %s', new, town, old)


def close_gap(town: int, index: int) -> None:
    """Move the entries after a removed one down by one."""
    for later in Entry.objects.filter(town_id=town, index__gt=index).order_by("index").values_list("index", flat=True):
        sql('UPDATE ledger_entry SET "index" = %s WHERE town_id = %s AND "index" = %s', later - 1, town, later)


def refit_head(town: int) -> None:
    """Make the head fit the entries that are there."""
    frontier = Frontier()
    for body in Entry.objects.filter(town_id=town).order_by("index").values_list("body", flat=True):
        frontier.append(leaf_hash(body.encode()))
    Head.objects.filter(town_id=town).update(size=frontier.size, root=frontier.root().hex(), frontier=frontier.dumps())
