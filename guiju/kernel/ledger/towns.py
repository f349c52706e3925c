"""The towns of which anything is on record: also one whose row was taken away, and one that only a stray row names."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.kinds import ledgered_models
from guiju.kernel.ledger.models import Entry, Head, PrivateValue


def towns_on_record() -> list[int]:
    """Keys of all towns that a head, an entry, a private value or any ledgered row names, in order."""
    found: set[int] = set()
    tables: list[type[models.Model]] = [Head, Entry, PrivateValue, *ledgered_models()]
    for model in tables:
        names = {item.attname for item in model._meta.concrete_fields}
        column = "town_id" if "town_id" in names else "pk"
        found |= set(model._default_manager.order_by().values_list(column, flat=True).distinct())
    return sorted(found)
