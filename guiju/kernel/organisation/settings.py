"""Town settings in force on a day."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.organisation.models import Setting


def settings_on(town_id: int, day: dt.date) -> dict[str, str]:
    """All settings of a town in force on a day, by name. One statement."""
    rows = Setting.objects.filter(town_id=town_id, since__lte=day).order_by("since", "id")
    return {row.name: row.value for row in rows}
