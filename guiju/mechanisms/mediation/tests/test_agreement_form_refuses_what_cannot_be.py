"""Making an agreement: sums in figures and characters agree, terms lie ahead, days follow one another."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.procedure.api import Refused
from guiju.mechanisms.mediation.tests.made_mediations import TODAY

DAY = dt.timedelta(days=1)
SAID = {"agreed_on": TODAY, "agreement_text": "赔偿修理费"}


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"amount": 7200, "amount_capital": "柒仟元整"}, "amount_capital", "7,200元应为“柒仟贰佰元整”。"),
        ({"amount": None, "amount_capital": "柒仟元整"}, "amount", "写了大写金额，还没有填数字金额。"),
        ({"perform_by": TODAY - DAY}, "perform_by", "履行期限2026-03-11早于今天2026-03-12，请改为以后的日期。"),
        ({"agreed_on": TODAY + DAY}, "agreed_on", "协议日期2026-03-13晚于今天2026-03-12，请填实际发生的日期。"),
        ({"agreed_on": TODAY - DAY}, "agreed_on", "协议日期2026-03-11早于受理日期2026-03-12，请核对两个日期。"),
        ({"agreed_on": None}, "agreed_on", "还没有填“协议日期”。"),
        ({"agreement_text": ""}, "agreement_text", "还没有写协议内容。"),
    ],
)
def test_slip_is_named_at_its_field(desk, values, field, reason):
    answer = desk.answer(desk.in_mediation(), "make_agreement", **{**SAID, **values})
    assert isinstance(answer, Refused)
    assert [(refusal.field, refusal.reason) for refusal in answer.refusals] == [(field, reason)]


@pytest.mark.parametrize("capital", ["柒仟贰佰元整", "人民币柒仟贰佰圆整", "柒仟贰佰元正", ""])
def test_usual_ways_to_write_a_sum_are_taken(desk, capital):
    desk.take(desk.in_mediation(), "make_agreement", **SAID, amount=7200, amount_capital=capital)


def test_mediation_waits_for_a_mediator_and_asks_why_nobody_was_informed(desk):
    matter = desk.register()
    desk.take(matter, "accept")
    snapshot = desk.snapshot(matter)
    from guiju.kernel.procedure.api import offers

    refused = {offer.step.code: offer for offer in offers(snapshot, desk.moment)}["mediate"].refusals
    # Informing is a ministry's rule: it warns. Appointing mediators is statute: it stops.
    assert {refusal.code: refusal.hard for refusal in refused} == {"informed": False, "mediators_appointed": True}
