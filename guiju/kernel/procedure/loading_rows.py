"""The rows that hang on matters, of many tables: in one statement for a few matters, in one for each table for many.

The one statement tells each row as a JSON array of its columns, which is read back by the fields of its model. Django
takes longer to write it than the database to answer it, so its text is kept; only the matters change.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from django.db import connection, models
from django.db.models.functions import Cast, JSONArray

from guiju.kernel.procedure.snapshot import Row

FEW = 16  # so many matters are asked for in one statement; for many, columns as they are cost less than JSON

Model = type[models.Model]
Told = Callable[[Any], Any]
_EVERY = models.Q()


@dataclass(frozen=True)
class Source:
    """A table with rows of matters (`matter_id`): the order of these, the columns that are read, and which rows."""

    model: Model
    order: str = "id"
    columns: tuple[str, ...] = ()  # all without a name
    where: models.Q = _EVERY

    @cached_property
    def fields(self) -> list[models.Field[Any, Any]]:
        every = self.model._meta.concrete_fields
        return [field for field in every if not self.columns or field.attname in self.columns]

    @cached_property
    def told(self) -> Cast:
        """A row as the database tells it."""
        return Cast(JSONArray(*map(_told, self.fields)), models.TextField())

    @cached_property
    def readers(self) -> list[tuple[str, Told]]:
        """How each of its columns is read back."""
        return [(field.attname, _reader(field)) for field in self.fields]

    def of(self, matters: Sequence[int]) -> models.QuerySet[Any]:
        return self.model._default_manager.filter(self.where, matter_id__in=matters)


def rows_of(sources: Sequence[Source], matters: Sequence[int]) -> Iterator[tuple[Model, Row]]:
    """The rows of several tables that belong to some matters, table by table, each in its order."""
    if 0 < len(matters) <= FEW and len(sources) > 1:
        yield from _together(tuple(sources), matters)
        return
    for source in sources:
        names = [field.attname for field in source.fields]
        for row in source.of(matters).order_by(source.order).values(*names):
            yield source.model, row


def _together(sources: tuple[Source, ...], matters: Sequence[int]) -> Iterator[tuple[Model, Row]]:
    statement, values = _statement(sources, len(matters), connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(statement, [matters[~value] if _is_matter(value) else value for value in values])
        found = cursor.fetchall()
    for place, _, told in sorted(found):
        source = sources[place]
        columns = json.loads(told, parse_float=Decimal)
        yield source.model, {name: read(value) for (name, read), value in zip(source.readers, columns, strict=True)}


@cache
def _statement(sources: tuple[Source, ...], matters: int, vendor: str) -> tuple[str, tuple[Any, ...]]:
    """The statement for so many matters and its values; -1, -2 … stand for the first, the second … of them."""
    first, *others = [
        source.of([~place for place in range(matters)])
        .order_by()
        .values_list(models.Value(place), models.F(source.order), source.told)
        for place, source in enumerate(sources)
    ]
    statement, values = first.union(*others, all=True).query.sql_with_params()
    return statement, tuple(values)


def _is_matter(value: Any) -> bool:
    return isinstance(value, int) and value < 0


def _told(field: models.Field[Any, Any]) -> models.F | Cast:
    """A column in the array; JSON stands in it as text, for only one of the databases has a type for it."""
    column = models.F(field.attname)
    return Cast(column, models.TextField()) if isinstance(field, models.JSONField) else column


def _reader(field: models.Field[Any, Any]) -> Told:
    """How a column's value is read from JSON."""
    if isinstance(field, models.DateTimeField):
        return _moment
    if isinstance(field, models.DateField):
        return lambda value: None if value is None else dt.date.fromisoformat(value)
    if isinstance(field, models.DecimalField):
        cents = Decimal(1).scaleb(-field.decimal_places)
        return lambda value: None if value is None else Decimal(value).quantize(cents)
    if isinstance(field, models.BooleanField):
        return lambda value: None if value is None else bool(value)
    if isinstance(field, models.JSONField):
        return lambda value: None if value is None else json.loads(value)
    if isinstance(field, models.CharField | models.TextField | models.IntegerField | models.ForeignKey):
        return lambda value: value
    raise TypeError(f"{field}: a column of this kind is not read from JSON")


def _moment(value: Any) -> dt.datetime | None:
    """A moment as SQLite keeps it (UTC, not said) or as PostgreSQL tells it (with its offset)."""
    if value is None:
        return None
    moment = dt.datetime.fromisoformat(value)
    return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)
