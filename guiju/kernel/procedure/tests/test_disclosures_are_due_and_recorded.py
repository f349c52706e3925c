"""What a step calls to be made public is due by its rule; publication and withdrawal are recorded with day and place."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.ledger.api import verify_town
from guiju.kernel.procedure.api import (
    KERNEL_ROWS,
    Finding,
    Intent,
    NotAllowed,
    Snapshot,
    apply,
    plan_publication,
    plan_withdrawal,
)
from guiju.kernel.terms.api import Term
from tests.example_mechanism.procedure import CASE
from tests.example_mechanism.towns import (
    NOW,
    command_moment,
    found_town,
    loaded,
    opened_case,
    planned,
    registration,
    take,
    unit_of,
)

pytestmark = pytest.mark.django_db
DECIDED = dt.date(2026, 3, 2)
DUE = dt.date(2026, 3, 11)  # seven working days
ADDRESS = "示例镇政府网站 执法公示栏"


def at(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(2), dt.UTC)


@pytest.fixture
def town():
    return found_town()


def decided(town, *before: str) -> int:
    moment = command_moment(town)
    matter = opened_case(moment, unit_of(town)).matter
    assert matter is not None
    take(matter, moment, *(Intent(code, {}, DECIDED, "claimed") for code in (*before, "decide", "announce")))
    return matter


def items(matter) -> list[DisclosureItem]:
    return list(DisclosureItem.objects.filter(matter=matter).order_by("id"))


def publish(town, matter, key, day, address=ADDRESS, today=None):
    moment = command_moment(town, at(today or day))
    return plan_publication(loaded(matter, rows=KERNEL_ROWS), moment, key, day, address)


def withdraw(town, matter, key, day, reason="决定已变更"):
    return plan_withdrawal(loaded(matter, rows=KERNEL_ROWS), command_moment(town, at(day)), key, day, reason)


def test_step_calls_for_publication_by_the_rule(town):
    (item,) = items(decided(town))
    assert (item.rule, item.title, item.state, item.due_on) == ("decision", "示例决定书公开", "due", DUE)
    assert (item.force, item.red, item.backfilled) == ("内部要求", False, True)
    assert "7个工作日" in item.explanation
    assert verify_town(town.id).whole


def test_further_publication_is_called_for_under_its_condition(town):
    plain, heard = decided(town), decided(town, "ask_hearing")
    assert [item.rule for item in items(plain)] == ["decision"]
    assert [item.rule for item in items(heard)] == ["decision", "heard"]
    assert items(heard)[1].due_on == dt.date(2026, 3, 30)


def test_publication_in_time_leaves_no_finding(town):
    matter = decided(town)
    (item,) = items(matter)
    before = Finding.objects.filter(matter_id=matter).count()
    apply([publish(town, matter, item.id, DUE)], at(DUE))
    (item,) = items(matter)
    assert (item.state, item.published_on, item.address) == ("published", DUE, ADDRESS)
    assert Finding.objects.filter(matter_id=matter).count() == before
    with pytest.raises(NotAllowed, match="已公开"):
        publish(town, matter, item.id, DUE)
    assert verify_town(town.id).whole


def test_publication_after_the_last_day_leaves_a_finding(town):
    matter, late = decided(town), DUE + dt.timedelta(2)
    apply([publish(town, matter, items(matter)[0].id, late)], at(late))
    finding = Finding.objects.get(matter_id=matter, step="publication")
    assert "晚了2日" in finding.text
    assert finding.basis


@pytest.mark.parametrize(
    ("day", "address", "said"),
    [
        (DECIDED - dt.timedelta(1), ADDRESS, "不能早于"),
        (DUE + dt.timedelta(1), ADDRESS, "不能晚于今天"),
        (DUE, "  ", "公开在哪里"),
        (DUE, "长" * 201, "不超过200字"),
    ],
)
def test_publication_needs_a_possible_day_and_a_place(town, day, address, said):
    matter = decided(town)
    with pytest.raises(NotAllowed, match=said):
        publish(town, matter, items(matter)[0].id, day, address, today=DUE)
    with pytest.raises(NotAllowed, match="没有这一项"):
        publish(town, matter, 987_654, DUE)


def test_withdrawal_keeps_day_and_reason_and_meets_its_term(town):
    matter = decided(town)
    (item,) = items(matter)
    apply([publish(town, matter, item.id, DUE)], at(DUE))
    revoked = DUE + dt.timedelta(1)
    take(matter, command_moment(town, at(revoked)), "revoke", now=at(revoked))
    with pytest.raises(NotAllowed, match="写明理由"):
        withdraw(town, matter, item.id, revoked, " ")
    with pytest.raises(NotAllowed, match="不能早于"):
        withdraw(town, matter, item.id, DUE - dt.timedelta(1))
    apply([withdraw(town, matter, item.id, revoked)], at(revoked))
    (item,) = items(matter)
    assert (item.state, item.withdrawn_on) == ("withdrawn", revoked)
    assert Term.objects.get(matter=matter, rule="penalty.publicity.withdraw").state == "met"
    with pytest.raises(NotAllowed, match="已撤下"):
        withdraw(town, matter, item.id, revoked)


def test_late_withdrawal_leaves_a_finding(town):
    matter, late = decided(town), dt.date(2026, 3, 20)
    (item,) = items(matter)
    apply([publish(town, matter, item.id, DUE)], at(DUE))
    take(matter, command_moment(town, at(DUE)), "revoke", now=at(DUE))
    apply([withdraw(town, matter, item.id, late)], at(late))
    assert Term.objects.get(matter=matter, rule="penalty.publicity.withdraw").state == "late"
    assert Finding.objects.filter(matter_id=matter, code__startswith="late.penalty.publicity").count() == 1


def test_what_was_never_public_is_dropped_with_a_reason(town):
    matter = decided(town)
    apply([withdraw(town, matter, items(matter)[0].id, DUE, "决定在公开前被撤销")], at(DUE))
    assert items(matter)[0].state == "dropped"


def test_row_of_a_sheet_calls_for_publication_too(town):
    intents = [Intent("register", registration(unit_of(town)).values, DECIDED, "claimed", "sheet")]
    intents += [Intent(code, {}, DECIDED, "claimed", "sheet") for code in ("decide", "announce")]
    matter = apply([planned(Snapshot(CASE), intents, command_moment(town)).plan], NOW)[0].matter
    assert [item.due_on for item in items(matter)] == [DUE]
