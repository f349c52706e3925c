"""How long a decision is public: the town's own years, which nobody has confirmed yet (待核实)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.lawbook.api import Status
from guiju.kernel.procedure.api import Moment, OffSight, Snapshot
from guiju.mechanisms.penalty.amounts import amount, counted_as

YEARS = "penalty.publicity.years"


def public_until(party_kind: str, since: dt.date, moment: Moment) -> OffSight | None:
    """The day on which what is public since a day goes off sight; None where the town has set no years."""
    then = moment.as_of(since)
    years = amount(f"{YEARS}.{counted_as({'party_kind': party_kind}, then)}", then)
    if years is None:
        return None
    year = since.year + int(str(years.value))
    try:
        on = since.replace(year=year)
    except ValueError:  # 29 February
        on = since.replace(year=year, day=28)
    return OffSight(on, years.status is not Status.VERIFIED)


def off_sight(snapshot: Snapshot, item: Mapping[str, Any], moment: Moment) -> OffSight | None:
    """When a published item of a case goes off sight; None for what is not public."""
    if item["state"] != DisclosureItem.State.PUBLISHED or item["published_on"] is None:
        return None
    return public_until(str(snapshot.detail.get("party_kind") or ""), item["published_on"], moment)
