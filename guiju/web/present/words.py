"""How days, people and numbers are written on a page."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from guiju.kernel.organisation.api import Directory
from guiju.kernel.terms.api import SHANGHAI

WEEKDAYS = "一二三四五六日"
MEDIA = {
    "desk": "",
    "sheet": "Excel 补录",
    "paper": "纸面",
    "telephone": "电话",
    "meeting": "会议",
    "system": "上级系统",
    "gate": "文件交换",
}


def day_with_weekday(day: dt.date) -> str:
    """11月27日 星期五: dates carry the weekday when somebody must act."""
    return f"{day.month}月{day.day}日 星期{WEEKDAYS[day.weekday()]}"


def short_day(day: dt.date | None, today: dt.date) -> str:
    """11-27, with the year where it is not this one."""
    if day is None:
        return ""
    return f"{day:%m-%d}" if day.year == today.year else f"{day:%Y-%m-%d}"


def from_to(first: dt.date, last: dt.date) -> str:
    """2022-01-01 至 2022-10-31."""
    return f"{first.isoformat()} 至 {last.isoformat()}"


def moment_text(moment: dt.datetime, today: dt.date) -> str:
    """11-20 15:12, with the year where it is not this one."""
    local = timezone.localtime(moment, SHANGHAI)
    return f"{local:%m-%d %H:%M}" if local.year == today.year else f"{local:%Y-%m-%d}"


def actor_name(actor: str, directory: Directory) -> str:
    """The name behind person:<key>, a command, or a name that was written down."""
    if actor.startswith("person:"):
        return directory.person_names.get(int(actor.removeprefix("person:")), "")
    return "系统" if actor.startswith("system:") else actor
