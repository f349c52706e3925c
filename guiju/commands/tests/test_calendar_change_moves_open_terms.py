"""A day that the town fixes as free moves every term that counted it: one entry lists them, and the record stays whole."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from guiju.commands.calendar import recalculate
from guiju.kernel.ledger.api import Entry, verify_town
from guiju.kernel.organisation.api import plan_setting
from guiju.kernel.procedure.api import apply, forget_directory
from guiju.kernel.terms.api import Term
from guiju.mechanisms.workorders.tests.made_orders import hotline_order
from tests.invented_desk import NOW, Desk, found_desk


@pytest.fixture
def desk(db: None) -> Desk:
    return found_desk("workorders")


def fix(desk: Desk, day: dt.date, kind: str) -> None:
    apply([plan_setting(desk.town.id, "system:test", f"calendar.{day}", kind, dt.date(2026, 1, 1))], NOW)
    forget_directory(desk.town.id)


def ordinary(matter: int) -> Term:
    return Term.objects.get(matter=matter, rule="hotline.handle.ordinary")


def test_free_day_moves_the_terms_that_counted_it(desk: Desk) -> None:
    running, handled = (
        hotline_order(desk, order_class="ordinary"),
        hotline_order(desk, order_class="ordinary", number="2"),
    )
    desk.take(handled, "contact")
    desk.take(handled, "handle", outcome="explained")
    before = ordinary(handled).due_on
    fix(desk, dt.date(2026, 3, 16), "放假")
    moved = recalculate(desk.town, "3月16日放假")
    assert ordinary(running).due_on == dt.date(2026, 3, 20)
    assert ordinary(handled).due_on == before, "what has been done keeps its date"
    entry = Entry.objects.filter(kind="recalculation").get()
    told = json.loads(entry.body)
    assert len(told["changes"]) == moved == told["note"]["moved"]
    assert told["reason"] == "3月16日放假"
    assert verify_town(desk.town.id).whole


def test_calendar_without_effect_writes_nothing(desk: Desk) -> None:
    hotline_order(desk, order_class="ordinary")
    fix(desk, dt.date(2026, 9, 7), "放假")
    assert recalculate(desk.town, "9月7日放假") == 0
    assert not Entry.objects.filter(kind="recalculation").exists()
