"""How a town reads headings, remembered: said once, used for every sheet with the same heading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from guiju.exchange.importing.api import Remembered
from guiju.exchange.models import ImportLayout


def remembered_layouts(town_id: int) -> dict[str, Remembered]:
    """What a town has said, by the signature of the heading. One statement."""
    rows = ImportLayout.objects.filter(town_id=town_id)
    return {row.signature: Remembered(row.register, dict(row.mapping)) for row in rows}


def remember_layout(town_id: int, signature: str, register: str, mapping: Mapping[str, str], now: dt.datetime) -> None:
    """Keep how a heading is to be read from now on."""
    kept = {"register": register, "mapping": dict(mapping), "used_at": now}
    ImportLayout.objects.update_or_create(town_id=town_id, signature=signature, defaults=kept)
