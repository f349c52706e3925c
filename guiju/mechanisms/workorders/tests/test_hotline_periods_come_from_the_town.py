"""A 12345 order runs by the period of its class in the town's rulepack; all of them only remind."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Planned
from guiju.kernel.terms.api import Term
from guiju.mechanisms.workorders.tests.made_orders import hotline_order


def terms(matter):
    return {term.rule: term.state for term in Term.objects.filter(matter=matter)}


@pytest.mark.parametrize(
    ("order_class", "rule", "due"),
    [
        ("inquiry", "hotline.handle.inquiry", dt.date(2026, 3, 13)),
        ("ordinary", "hotline.handle.ordinary", dt.date(2026, 3, 19)),
        ("complex", "hotline.handle.complex", dt.date(2026, 4, 2)),
    ],
)
def test_class_of_the_order_chooses_the_period(desk, order_class, rule, due):
    matter = hotline_order(desk, order_class=order_class)
    assert terms(matter) == {"hotline.contact": "open", rule: "open"}
    term = Term.objects.get(matter=matter, rule=rule)
    assert (term.due_on, term.force, term.red) == (due, "内部要求", False)


def test_platform_is_the_master_and_its_number_stays(desk):
    row = Matter.objects.get(id=hotline_order(desk))
    assert (row.number, row.master, row.master_number) == ("SH20260312001", "12345", "SH20260312001")
    assert row.title == "林泉村：投诉（12345）"


def handled(desk):
    matter = hotline_order(desk)
    desk.take(matter, "contact")
    return desk.take(matter, "handle", outcome="explained")


def test_handling_ends_the_periods(desk):
    assert terms(handled(desk)) == {"hotline.contact": "met", "hotline.handle.ordinary": "met"}


def test_closing_without_call_back_warns(desk):
    matter = handled(desk)
    answer = desk.answer(matter, "close")
    assert [(refusal.code, refusal.hard) for refusal in answer.refusals] == [("called_back", False)]
    desk.take(matter, "call_back", satisfaction="satisfied")
    desk.take(matter, "close")
    assert Matter.objects.get(id=matter).stage == "closed"


def test_dissatisfied_caller_sends_the_order_out_again(desk):
    matter = handled(desk)
    desk.take(matter, "call_back", satisfaction="satisfied")
    assert desk.refusal_codes(matter, "dispatch_again") == ["dissatisfied"]
    desk.take(matter, "call_back", satisfaction="dissatisfied")
    desk.take(matter, "dispatch_again")
    row = Matter.objects.get(id=matter)
    assert (row.stage, row.outcome) == ("dispatched", "")
    again = Term.objects.get(matter=matter, rule="hotline.handle.again")
    assert (again.due_on, again.red, again.state) == (dt.date(2026, 3, 17), False, "open")
    desk.take(matter, "contact")
    desk.take(matter, "handle", outcome="solved")
    assert terms(matter)["hotline.handle.again"] == "met"
    assert "called_back" not in desk.snapshot(matter).facts


def test_order_given_back_without_a_reason_is_told_with_a_finding(desk):
    matter = hotline_order(desk)
    assert desk.refusal_codes(matter, "give_back") == ["return_reason"]
    answer = desk.answer(matter, "give_back", mode="claimed")
    assert isinstance(answer, Planned)
    assert [finding.code for finding in answer.findings] == ["return_reason"]
