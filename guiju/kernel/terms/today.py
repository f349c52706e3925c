"""The legal day: today in Asia/Shanghai, or the day that the demo settings fix."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings

SHANGHAI = ZoneInfo("Asia/Shanghai")


def legal_today(now: dt.datetime) -> dt.date:
    """The day on which the law's periods are counted; GUIJU_TODAY (demo settings only) goes before the clock."""
    fixed: str | None = settings.GUIJU_TODAY
    return dt.date.fromisoformat(fixed) if fixed else now.astimezone(SHANGHAI).date()
