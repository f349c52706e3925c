"""Disputes of an invented village (示例), brought to the stage that a test needs."""

from __future__ import annotations

from typing import Any

from tests.invented_desk import TODAY, Desk


def found(desk: Desk, **values: Any) -> int:
    """A dispute found today."""
    given = {
        "event_date": TODAY,
        "unit": desk.unit(),
        "subject": "谷雨与夏至两家排水沟堵塞",
        "dispute_kind": "neighbour",
        "persons": 4,
        "parties": "谷雨、夏至",
        "facts": "两家共用的排水沟堵塞，谁也不让",
        **values,
    }
    return desk.open("factor", "register", **given)


def graded(desk: Desk, risk: str = "none", **values: Any) -> int:
    """A dispute graded today."""
    matter = found(desk, **values)
    return desk.take(matter, "assess", grade="ordinary", grade_reasons="两户之间，数额不大", risk=risk)
