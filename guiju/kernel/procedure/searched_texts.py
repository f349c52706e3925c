"""The texts of a matter's rows by which it is found, as its procedure declares them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from guiju.kernel.ledger.api import Private
from guiju.kernel.procedure.declarations import Searched

LONGEST_PRIVATE = 64  # characters; each pair of them is one keyed token, and a narrative would be thousands

Rows = Iterable[tuple[type[models.Model], Mapping[str, Any]]]


def searched_texts(
    searched: Searched, rows: Rows, clear: Mapping[str, str] | None = None
) -> tuple[list[str], list[str]]:
    """Public and private texts of rows (model and values). `clear` opens commitments; what was erased is not in it."""
    public: list[str] = []
    private: list[str] = []
    for model, values in rows:
        public += [text for name in searched.public.get(model, ()) for text in _texts(values.get(name))]
        sealed = (values.get(name) for name in searched.private.get(model, ()))
        opened = (value.value if isinstance(value, Private) else (clear or {}).get(str(value), "") for value in sealed)
        private += [text for text in opened if 0 < len(text) <= LONGEST_PRIVATE]
    return public, private


def _texts(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [str(text) for text in value.values()]
    return [str(value)] if value else []
