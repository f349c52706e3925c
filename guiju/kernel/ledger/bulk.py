"""The bulk writer: row keys in blocks, number series, many rows in one statement, and the search index.

With `append_only` this is the only module that speaks raw SQL; table and column names come from model fields.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, models
from django.db.models import Field

COPY_FROM_ROWS = 64
ROOMY_KIB = 192 * 1024


@cache
def quote(name: str | None) -> str:
    """A table or column name of a model field, quoted for the database; both databases quote alike."""
    assert name is not None
    return str(connection.ops.quote_name(name))


def take_keys(count: int) -> Sequence[int]:
    """Take row keys inside the open transaction, in ascending order."""
    if count == 0:
        return ()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("UPDATE ledger_keycounter SET last = last + %s WHERE id = 1 RETURNING last", [count])
            last = int(cursor.fetchone()[0])
            return range(last - count + 1, last + 1)
        cursor.execute("SELECT nextval('guiju_keys') FROM generate_series(1, %s)", [count])
        return [int(row[0]) for row in cursor.fetchall()]


def take_keys_at_head(count: int, town: int) -> tuple[Sequence[int], int, str] | None:
    """Row keys, and with them size and frontier of the town's head under its lock, in one statement.

    None, and nothing taken, where the town has no head yet.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            head = "(SELECT {} FROM ledger_head WHERE town_id = %s)"
            cursor.execute(
                "UPDATE ledger_keycounter SET last = last + %s WHERE id = 1 "
                "AND EXISTS (SELECT 1 FROM ledger_head WHERE town_id = %s) "
                f"RETURNING last, {head.format('size')}, {head.format('frontier')}",
                [count, town, town, town],
            )
            row = cursor.fetchone()
            return None if row is None else (range(row[0] - count + 1, row[0] + 1), row[1], row[2])
        cursor.execute(
            "SELECT size, frontier, ARRAY(SELECT nextval('guiju_keys') FROM generate_series(1, %s)) "
            "FROM ledger_head WHERE town_id = %s FOR UPDATE",
            [count, town],
        )
        row = cursor.fetchone()
        return None if row is None else (row[2], row[0], row[1])


def advance_series(town: int, kind: str, year: int) -> tuple[int, int] | None:
    """Take the next number of a series in one statement: its row key and the number; None where it has not begun."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE documents_numberseries SET last = last + 1 WHERE town_id = %s AND kind = %s AND year = %s "
            "RETURNING id, last",
            [town, kind, year],
        )
        row = cursor.fetchone()
    return None if row is None else (int(row[0]), int(row[1]))


def begin_series(key: int, town: int, kind: str, year: int) -> tuple[int, int]:
    """Take the first number of a series under the given row key, or the next one of a series that began meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO documents_numberseries (id, town_id, kind, year, last) VALUES (%s, %s, %s, %s, 1) "
            "ON CONFLICT (town_id, kind, year) DO UPDATE SET last = documents_numberseries.last + 1 RETURNING id, last",
            [key, town, kind, year],
        )
        row = cursor.fetchone()
    return int(row[0]), int(row[1])


_PLAIN: tuple[tuple[type[Field[Any, Any]], type], ...] = (
    (models.ForeignKey, int),
    (models.CharField, str),
    (models.TextField, str),
    (models.BooleanField, bool),
    (models.IntegerField, int),
    (models.BinaryField, bytes),
)
"""Values of these Python types go into these fields as they are; Django would take a long way to say so."""


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of a table: its field, and what needs no preparation there."""

    field: Field[Any, Any]
    name: str
    plain: type | None
    of_days: bool

    def values(self, rows: Sequence[dict[str, Any]]) -> list[Any]:
        """The values of this column as the driver takes them."""
        found = [row[self.name] if self.name in row else self.field.get_default() for row in rows]
        prepare = self.field.get_db_prep_save
        if self.of_days:
            # Few days (or moments) in many rows.
            known = {value: value if value is None else prepare(value, connection) for value in set(found)}
            return [known[value] for value in found]
        plain = self.plain
        return [value if value is None or type(value) is plain else prepare(value, connection) for value in found]


@cache
def _columns(model: type[models.Model]) -> tuple[list[_Column], str]:
    """The columns of a table, and table and columns as an INSERT names them."""
    columns = [
        _Column(
            field,
            field.attname,
            next((kind for wide, kind in _PLAIN if isinstance(field, wide)), None),
            isinstance(field, models.DateField),
        )
        for field in model._meta.concrete_fields
    ]
    named = ", ".join(quote(column.field.column) for column in columns)
    return columns, f"{quote(model._meta.db_table)} ({named})"


@dataclass(frozen=True, slots=True)
class ReadyRows:
    """Rows of one table as the driver takes them, so that a transaction only hands them over."""

    target: str
    width: int
    records: Sequence[tuple[Any, ...]]


def ready_rows(model: type[models.Model], rows: Sequence[dict[str, Any]]) -> ReadyRows:
    """Make rows ready to be inserted. No statement."""
    columns, target = _columns(model)
    return ReadyRows(target, len(columns), list(zip(*[column.values(rows) for column in columns], strict=True)))


def insert_rows(model: type[models.Model], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows of one table in one statement."""
    insert_ready(ready_rows(model, rows))


def insert_ready(ready: ReadyRows) -> None:
    """Insert rows made ready (COPY on PostgreSQL for many, executemany on SQLite)."""
    prepared, target = ready.records, ready.target
    if not prepared:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and len(prepared) >= COPY_FROM_ROWS:
            with cursor.cursor.copy(f"COPY {target} FROM STDIN") as copy:
                for record in prepared:
                    copy.write_row(record)
            return
        marks = "(" + ", ".join(["%s"] * ready.width) + ")"
        if connection.vendor == "postgresql":
            values = ", ".join([marks] * len(prepared))
            cursor.execute(f"INSERT INTO {target} VALUES {values}", [cell for record in prepared for cell in record])
        elif len(prepared) == 1:
            cursor.execute(f"INSERT INTO {target} VALUES {marks}", prepared[0])
        else:
            cursor.executemany(f"INSERT INTO {target} VALUES {marks}", prepared)


def update_rows(model: type[models.Model], names: Sequence[str], rows: Sequence[tuple[int, dict[str, Any]]]) -> None:
    """Set the named fields of rows by key, one prepared statement for all rows."""
    if not rows:
        return
    by_attname = {field.attname: field for field in model._meta.concrete_fields}
    fields = [by_attname[name] for name in names]
    assignments = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    key_field = model._meta.pk
    assert key_field is not None
    statement = f"UPDATE {quote(model._meta.db_table)} SET {assignments} WHERE {quote(key_field.column)} = %s"
    prepared = [
        (*(field.get_db_prep_save(values[field.attname], connection) for field in fields), key) for key, values in rows
    ]
    with connection.cursor() as cursor:
        if len(prepared) == 1:
            cursor.execute(statement, prepared[0])
        else:
            cursor.executemany(statement, prepared)


SearchRow = tuple[int, int, int, list[str]]  # row key, matter, town, tokens


def write_search(rows: Sequence[SearchRow]) -> None:
    """Add search rows; a matter may have several, one for each entry that brought words."""
    if not rows:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(
                "INSERT INTO matters_search(rowid, town, tokens, matter) VALUES (%s, %s, %s, %s)",
                [(key, f"t{town}", " ".join(tokens), matter) for key, matter, town, tokens in rows],
            )
        elif len(rows) >= COPY_FROM_ROWS:
            with cursor.cursor.copy("COPY matters_search (id, matter_id, town_id, tokens) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany(
                "INSERT INTO matters_search(id, matter_id, town_id, tokens) VALUES (%s, %s, %s, %s)", rows
            )


def found_matters(town: int, alternatives: Sequence[Sequence[str]], limit: int) -> list[int]:
    """Matters, newest words first, one search row of which holds every token of at least one alternative."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            query = " OR ".join("(" + " AND ".join(f'"{t}"' for t in words) + ")" for words in alternatives)
            cursor.execute(
                "SELECT matter FROM matters_search WHERE matters_search MATCH %s ORDER BY rowid DESC LIMIT %s",
                [f'town:"t{town}" AND tokens:({query})', limit],
            )
        else:
            tests = " OR ".join(["tokens @> %s::text[]"] * len(alternatives))
            cursor.execute(
                f"SELECT matter_id FROM matters_search WHERE town_id = %s AND ({tests}) ORDER BY id DESC LIMIT %s",
                [town, *[list(words) for words in alternatives], limit],
            )
        return list(dict.fromkeys(int(row[0]) for row in cursor.fetchall()))


def forget_search(matter: int | None = None) -> None:
    """Empty the search index, or the rows of one matter, so that they can be written again."""
    column = "matter" if connection.vendor == "sqlite" else "matter_id"
    with connection.cursor() as cursor:
        if matter is None:
            cursor.execute("DELETE FROM matters_search")
        else:
            cursor.execute(f"DELETE FROM matters_search WHERE {column} = %s", [matter])


@contextmanager
def roomy_cache() -> Iterator[None]:
    """Many rows go into many indexes: meanwhile SQLite may keep more of them in memory than the 2 MB it has else."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        usual = int(cursor.execute("PRAGMA cache_size").fetchone()[0])
        cursor.execute(f"PRAGMA cache_size = {-ROOMY_KIB}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA cache_size = {usual}")


def wait_for(name: str) -> None:
    """Wait until no other open transaction holds this name, and hold it to the end of this one.

    SQLite lets one writer in at a time, so there is nothing to wait for.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
