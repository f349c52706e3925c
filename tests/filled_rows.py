"""One row in every ledgered table of the installation, written through `apply`, whatever mechanisms are installed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import models

from guiju.kernel.ledger.api import (
    Change,
    HashedJSONField,
    HashedTextField,
    Key,
    NewKey,
    Plan,
    Private,
    PrivateField,
    ledgered_models,
    private_columns,
)
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town

DAY = dt.date(2026, 3, 2)
MOMENT = dt.datetime(2026, 3, 2, 2, 0, tzinfo=dt.UTC)
Model = type[models.Model]


def sample_value(field: models.Field[Any, Any], n: int) -> Any:
    """A value for a field of any kind that a ledgered table may have; another `n` gives another value."""
    if isinstance(field, PrivateField):
        return f"{n:064x}"
    if isinstance(field, HashedTextField | HashedJSONField):
        return f"文字{n}" if isinstance(field, HashedTextField) else {"列": f"值{n}"}
    if isinstance(field, models.BooleanField):
        return bool(n % 2)
    if isinstance(field, models.IntegerField):
        return n
    if isinstance(field, models.DecimalField):
        return Decimal(n) / 4
    if isinstance(field, models.DateTimeField):
        return MOMENT + dt.timedelta(hours=n)
    if isinstance(field, models.DateField):
        return DAY + dt.timedelta(days=n)
    if isinstance(field, models.CharField):
        return f"v{n}"
    raise TypeError(f"{field}: no sample for {type(field).__name__}")


def plain_fields(model: Model) -> list[models.Field[Any, Any]]:
    """The columns of a table that are neither key nor reference."""
    return [f for f in model._meta.concrete_fields if not f.primary_key and not isinstance(f, models.ForeignKey)]


def references(model: Model) -> list[models.ForeignKey[Any, Any]]:
    return [f for f in model._meta.concrete_fields if isinstance(f, models.ForeignKey) and not f.primary_key]


class FilledTown:
    """Collects one row of every ledgered table; a reference finds or makes the row it points to."""

    def __init__(self, n: int = 1) -> None:
        self.n = n
        self.keys: dict[Model, Key] = {}
        self.changes: list[Change] = []
        for model in ledgered_models():
            self.key_of(model)

    def key_of(self, model: Model) -> Key:
        if model in self.keys:
            return self.keys[model]
        key_field = model._meta.pk
        assert key_field is not None
        target = key_field.remote_field.model if key_field.remote_field else None
        key = self.key_of(target) if target else NewKey()
        self.keys[model] = key
        private = private_columns(model)
        values: dict[str, Any] = {}
        for reference in references(model):
            itself = reference.related_model is model
            values[reference.attname] = None if itself else self.key_of(reference.related_model)
        for field in plain_fields(model):
            value = sample_value(field, self.n)
            values[field.attname] = Private(f"示例{field.name}{self.n}") if field.attname in private else value
        self.changes.append(Change(model, key, "add", values))
        return key

    def plan(self) -> Plan:
        """One entry that adds all rows."""
        town = self.keys[Town]
        return Plan(town, "sample", "system:test", "system:test", matter=self.keys[Matter], changes=self.changes)
