"""What the columns can hold: a text too long or a number too large is said before anything is written.

SQLite would take it and PostgreSQL would fail in the middle of writing, so planning asks.
"""

from __future__ import annotations

from collections.abc import Iterable
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
    found: list[Refusal] = []
    for change in changes:
        texts, numbers = _limits(change.model)
        for name, value in change.values.items():
            kind = type(value)
            if kind is str:
                if len(value) > ALWAYS_FITS and name in texts and len(value) > texts[name]:
                    found.append(_too_long(name, len(value), texts[name], procedure))
            elif (kind is int or kind is Decimal) and name in numbers and value > numbers[name]:
                found.append(_too_large(name, value, numbers[name], procedure))
    return found


def _too_long(name: str, length: int, longest: int, procedure: Procedure) -> Refusal:
    text = f"“{_label(name, procedure)}”太长：{length}字，最多{longest}字。请写短一些。"
    if name == "suspensions":
        text = "这个期限中止的次数太多，记不下了。请先核对有没有误记的中止，误记的更正以后再办。"
    return Refusal("input", text, field=name)


def _too_large(name: str, value: int | Decimal, largest: int, procedure: Procedure) -> Refusal:
    text = f"“{_label(name, procedure)}”太大：{value}，最大{largest:,}。请核对。"
    return Refusal("input", text, field=name)


def _label(name: str, procedure: Procedure) -> str:
    own = {"number": "编号", "organisation": "单位名称", "name": "姓名"}
    return procedure.input_label(name) or own.get(name, name)
