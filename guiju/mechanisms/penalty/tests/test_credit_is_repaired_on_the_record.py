"""信用修复 of a published decision, and the day on which a decision goes off sight, which is the town's own (待核实)."""

import datetime as dt

import pytest

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.mechanisms.penalty.credit_repair import CreditRepair

pytestmark = pytest.mark.django_db
ADDRESS = "https://example.invalid/1"


@pytest.fixture
def public(desk):
    """A case served whose decision is public."""
    matter = desk.decided()
    desk.take(matter, "serve")
    desk.take(matter, "publish", address=ADDRESS)
    return matter


def item(matter):
    return DisclosureItem.objects.get(matter_id=matter)


def test_what_is_not_public_has_nothing_to_repair(desk):
    matter = desk.decided()
    assert desk.refusal_codes(matter, "ask_repair", organ="示例信用平台") == ["not_public"]


def test_repaired_decision_goes_off_sight(desk, public):
    assert desk.refusal_codes(public, "answer_repair", repair_result="repaired") == ["not_asked"]
    desk.take(public, "ask_repair", organ="示例信用平台")
    later = desk.after(30)
    later.take(public, "answer_repair", repair_result="repaired", repair_number="示例信修1号")
    row = CreditRepair.objects.get(matter_id=public)
    assert (row.result, row.number, row.decided_on) == ("repaired", "示例信修1号", later.today)
    assert (item(public).state, item(public).withdrawn_on) == (DisclosureItem.State.WITHDRAWN, later.today)


def test_refused_repair_leaves_the_decision_public(desk, public):
    desk.take(public, "pay")
    desk.take(public, "close")
    desk.take(public, "archive")
    desk.take(public, "ask_repair", organ="示例信用平台")
    desk.take(public, "answer_repair", repair_result="refused")
    assert item(public).state == DisclosureItem.State.PUBLISHED
    assert desk.snapshot(public).stage == "archived"


def test_day_off_sight_follows_the_party_and_says_that_it_is_not_confirmed(desk, public):
    snapshot = desk.snapshot(public, rows=(DisclosureItem,))
    (row,) = snapshot.of(DisclosureItem)
    found = snapshot.procedure.off_sight(snapshot, row, desk.moment)
    assert (found.on, found.unsure) == (dt.date(2031, 3, 12), True)
    snapshot.detail["party_kind"] = "person"
    assert snapshot.procedure.off_sight(snapshot, row, desk.moment).on == dt.date(2028, 3, 12)
