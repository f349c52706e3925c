"""What the columns can hold: a text too long or a number too large is said before anything is written.

SQLite would take it and PostgreSQL would fail in the middle of writing, so planning asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from django.db import models

from guiju.kernel.ledger.api import Change
from guiju.kernel.procedure.declarations import Procedure, Refusal

ALWAYS_FITS = 8  # characters: no column is narrower
LARGEST = {"SmallIntegerField": 2**15 - 1, "IntegerField": 2**31 - 1}


@cache
def _limits(model: type[models.Model]) -> tuple[dict[str, int], dict[str, int]]:
    """Longest text and largest number by column."""
    texts: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, models.CharField) and field.max_length:
            texts[field.attname] = field.max_length
        elif isinstance(field, models.DecimalField):
            numbers[field.attname] = 10 ** (field.max_digits - field.decimal_places) - 1
        elif field.get_internal_type() in LARGEST:
            numbers[field.attname] = LARGEST[field.get_internal_type()]
    return texts, numbers


def beyond_limits(changes: Iterable[Change], procedure: Procedure) -> list[Refusal]:
    """A refusal for every value that its column cannot hold."""
    return [refusal for change in changes for refusal in _of(change, procedure)]


def _of(change: Change, procedure: Procedure) -> Iterator[Refusal]:
    texts, numbers = _limits(change.model)
    for name, value in change.values.items():
        if type(value) is str:
            if len(value) <= ALWAYS_FITS:
                continue
            longest = texts.get(name)
            if longest is not None and len(value) > longest:
                label = _label(name, procedure)
                yield Refusal("input", f"“{label}”太长：{len(value)}字，最多{longest}字。请写短一些。", field=name)
        elif type(value) is int or type(value) is Decimal:
            largest = numbers.get(name)
            if largest is not None and value > largest:
                label = _label(name, procedure)
                yield Refusal("input", f"“{label}”太大：{value}，最大{largest:,}。请核对。", field=name)


def _label(name: str, procedure: Procedure) -> str:
    for step in procedure.steps:
        for item in step.inputs:
            if item.name == name:
                return item.label
    return {"number": "编号", "organisation": "单位名称", "name": "姓名"}.get(name, name)
