"""How field values stand in an entry: numbers, texts and ISO dates; no floats; empty fields are left out of an add."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import models

from guiju.kernel.ledger.canonical import canonical_json, sha256_hex
from guiju.kernel.ledger.kinds import HashedJSONField, HashedTextField

Encoder = Callable[[Any], Any]


def _plain(value: Any) -> Any:
    return value


def _date(value: dt.date | None) -> str | None:
    return None if value is None else value.isoformat()


def _moment(value: dt.datetime | None) -> str | None:
    return None if value is None else value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _hash(value: str) -> dict[str, str] | str:
    return {"sha256": sha256_hex(value)} if value else ""


def _json_hash(value: Any) -> dict[str, str] | None:
    return {"sha256": sha256_hex(canonical_json(value))} if value else None


def _money(places: int) -> Encoder:
    exponent = Decimal(1).scaleb(-places)

    def encode(value: Decimal | int | None) -> str | None:
        return None if value is None else str(Decimal(value).quantize(exponent))

    return encode


def encoder_of(field: models.Field[Any, Any]) -> Encoder:
    """The function that turns a Python value of a field into its ledger value."""
    if isinstance(field, models.ForeignKey):
        return _plain
    if isinstance(field, models.DateTimeField):
        return _moment
    if isinstance(field, models.DateField):
        return _date
    if isinstance(field, models.DecimalField):
        return _money(field.decimal_places)
    if isinstance(field, HashedTextField):
        return _hash
    if isinstance(field, HashedJSONField):
        return _json_hash
    if isinstance(field, models.CharField | models.IntegerField | models.BooleanField):
        return _plain
    raise TypeError(f"{field.model.__name__}.{field.name}: a ledgered table has no {type(field).__name__}")


@cache
def encoders(model: type[models.Model]) -> dict[str, Encoder]:
    """Encoders of a ledgered model by attribute name, its key left out."""
    return {field.attname: encoder_of(field) for field in model._meta.concrete_fields if not field.primary_key}


@cache
def coded_fields(model: type[models.Model]) -> dict[str, Encoder]:
    """The encoders that do anything; None stays None with all of them."""
    return {name: encoder for name, encoder in encoders(model).items() if encoder is not _plain}


@cache
def defaults(model: type[models.Model]) -> dict[str, Any]:
    """Values that a new row has where nothing is said: Django's defaults, told in the entry like any other value."""
    return {
        field.attname: field.get_default()
        for field in model._meta.concrete_fields
        if not field.primary_key and field.has_default()
    }


def is_empty(value: Any) -> bool:
    """True for the values that an added row need not name."""
    return value is None or value == ""


def ledger_values(model: type[models.Model], values: dict[str, Any], *, whole: bool) -> dict[str, Any]:
    """Ledger values of some fields; of a whole row (an add) the empty ones are left out."""
    coded = coded_fields(model)
    names = encoders(model)
    told = {
        name: coded[name](value) if name in coded and value is not None else value
        for name, value in values.items()
        if name in names
    }
    return {name: value for name, value in told.items() if value is not None and value != ""} if whole else told
