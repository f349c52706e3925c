"""A calendar that changes moves running terms with their suspensions and their extension, suspended ones too."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.lawbook.api import load_lawbook
from guiju.kernel.terms.api import Calendar, Running, Term, moved_rows, plan_recalculation

REPLY, START = "disclosure.reply", date(2026, 3, 2)  # twenty working days, suspended while others are asked
FREE = date(2026, 3, 18)


@pytest.fixture(scope="module")
def lawbook():
    return load_lawbook(["cn"])


def row_of(running: Running, calendar: Calendar) -> dict[str, Any]:
    return {"id": 1, "rule": running.rule.id, "started_on": running.started_on, **running.values(calendar)}


def moved(running: Running, lawbook) -> dict[str, Any]:
    before, after = Calendar({}), Calendar({FREE: False})
    (change,) = moved_rows(Term, [row_of(running, before)], lawbook, after)
    plan = plan_recalculation(1, "system:test", [change], "3月18日放假")
    assert plan is not None
    assert plan.changes == [change]
    assert change.values["due_on"] == running.due(after).on > running.due(before).on
    return change.values


def test_spans_and_extension_stay(lawbook):
    running = Running(lawbook.term_rule(REPLY, START), START).suspended(date(2026, 3, 4)).resumed(date(2026, 3, 9))
    values = moved(running.extended(5), lawbook)
    assert set(values) == {"due_on", "provisional", "explanation"}
    assert "中止计算，扣除3个工作日" in values["explanation"]
    assert "延长5个工作日" in values["explanation"]


def test_suspended_term_stays_suspended_and_is_counted_by_its_closed_spans(lawbook):
    running = Running(lawbook.term_rule(REPLY, START), START).suspended(date(2026, 3, 4)).resumed(date(2026, 3, 9))
    values = moved(running.suspended(date(2026, 3, 25)), lawbook)
    assert "state" not in values
    assert "suspended_on" not in values


def test_free_day_within_the_suspension_moves_nothing(lawbook):
    running = Running(lawbook.term_rule(REPLY, START), START).suspended(date(2026, 3, 16)).resumed(date(2026, 3, 23))
    row = row_of(running, Calendar({}))
    moved = moved_rows(Term, [row], lawbook, Calendar({FREE: False}))
    assert moved == []
    assert plan_recalculation(1, "system:test", moved, "3月18日放假") is None


def test_days_by_which_things_must_be_public_move_too(lawbook):
    row = {"id": 7, "rule": "publicity.decision", "started_on": date(2026, 3, 16), "provisional": False}
    row["due_on"] = date(2026, 3, 25)
    (change,) = moved_rows(DisclosureItem, [row], lawbook, Calendar({FREE: False}))
    assert (change.key, change.values["due_on"]) == (7, date(2026, 3, 26))
    assert moved_rows(DisclosureItem, [row], lawbook, Calendar({})) == []
    assert moved_rows(DisclosureItem, [{**row, "rule": "gone"}], lawbook, Calendar({FREE: False})) == []
