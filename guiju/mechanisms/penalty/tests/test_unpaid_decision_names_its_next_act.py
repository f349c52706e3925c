"""行政处罚法 第61、66、67、72、73条, 行政强制法 第53、54条: what may come next where a fine is not paid, and what ran out."""

import datetime as dt
from decimal import Decimal

import pytest

from guiju.mechanisms.penalty.radar import next_act, ran_out, unpaid
from guiju.mechanisms.penalty.tests.made_cases import PEOPLE
from guiju.mechanisms.penalty.unpaid import UNPAID, unpaid_cases

pytestmark = pytest.mark.django_db
PAY_BY = dt.date(2026, 3, 27)  # 15 days after service on 12 March
NO_REMEDY = dt.date(2026, 9, 14)  # six months, the last day a Saturday
COURT_BY = dt.date(2026, 12, 14)


@pytest.fixture
def served(desk):
    """A case decided and served on 12 March 2026, 3,000 yuan."""
    matter = desk.decided()
    desk.take(matter, "serve")
    return matter


def act(desk, matter):
    return next_act(desk.snapshot(matter), desk.moment)


def over(desk, matter):
    return {one.what: one.on for one in ran_out(desk.snapshot(matter), desk.moment)}


def test_decision_that_is_not_served_is_served_first(desk):
    matter = desk.decided()
    found = act(desk, matter)
    assert (found.what, found.state, found.until) == ("送达决定书", "now", dt.date(2026, 3, 23))
    assert over(desk.after(20), matter) == {"送达": dt.date(2026, 3, 23)}


def test_public_notice_is_waited_for(desk):
    matter = desk.decided()
    desk.take(matter, "announce")
    waiting, ended = act(desk, matter), act(desk.after(31), matter)
    assert (waiting.what, waiting.state, waiting.since) == ("登记公告送达", "waits", dt.date(2026, 4, 12))
    assert ended.state == "now" and over(desk.after(31), matter) == {}


def test_party_has_its_days_to_pay(desk, served):
    found = act(desk, served)
    assert (found.what, found.state, found.until) == ("等当事人缴款", "waits", PAY_BY)
    assert "第67条" in found.basis.label and over(desk, served) == {}


def test_urging_is_next_when_the_days_are_over(desk, served):
    later = desk.on(PAY_BY + dt.timedelta(1))
    found = act(later, served)
    assert (found.what, found.state, found.since) == ("催告", "now", dt.date(2026, 3, 28))
    assert found.until < COURT_BY and "2026-09-15至2026-12-14" in found.note and not found.unsure
    assert over(later, served) == {"缴款": PAY_BY}


def test_court_waits_for_remedies_and_urging(desk, served):
    later = desk.on(dt.date(2026, 4, 1))
    later.take(served, "urge")
    waiting = act(later, served)
    assert (waiting.what, waiting.state) == ("申请法院强制执行", "waits")
    assert (waiting.since, waiting.until) == (dt.date(2026, 9, 15), COURT_BY)
    assert act(desk.on(dt.date(2026, 9, 15)), served).state == "now"


def test_urging_late_moves_the_court_s_first_day(desk, served):
    later = desk.on(dt.date(2026, 9, 21))
    later.take(served, "urge")
    found = act(later, served)
    assert found.state == "waits" and found.since > dt.date(2026, 9, 30) and "催告期到" in found.note


def test_closed_window_is_told_with_its_date(desk, served):
    later = desk.on(COURT_BY + dt.timedelta(1))
    found = act(later, served)
    assert (found.what, found.state, found.until) == ("写明原因后结案", "over", COURT_BY)
    assert over(later, served)["申请法院强制执行"] == COURT_BY


def test_reconsideration_is_waited_for(desk, served):
    later = desk.on(dt.date(2026, 4, 1))
    later.take(served, "note_remedy")
    waiting = act(later, served)
    assert (waiting.what, waiting.state) == ("等复议、诉讼的结果", "waits") and "第73条" in waiting.basis.label
    later.on(dt.date(2026, 9, 10)).take(served, "end_remedy")
    after = act(desk.on(dt.date(2026, 10, 9)), served)
    assert after.what == "催告" and after.unsure, "the first day after a reconsideration was not read"


def test_instalments_come_one_by_one(desk, served):
    desk.take(
        served,
        "defer",
        approver=PEOPLE["mayor"],
        instalments=3,
        first_due=dt.date(2026, 4, 10),
        reason="周转困难（示例）",
    )
    assert act(desk, served).what == "等第1期1,000.00元"
    desk.take(served, "pay", amount=Decimal(1000))
    assert act(desk, served).until == dt.date(2026, 5, 10)
    missed = desk.on(dt.date(2026, 5, 11))
    found = act(missed, served)
    assert (found.what, found.state, found.until) == ("催缴第2期1,000.00元", "now", dt.date(2026, 6, 10))
    assert over(missed, served) == {"第2期": dt.date(2026, 5, 10)}


def test_deferral_past_the_remedies_moves_the_court_s_months(desk, served):
    values = {"approver": PEOPLE["mayor"], "instalments": 1, "first_due": dt.date(2026, 11, 30), "reason": "示例"}
    desk.take(served, "defer", **values)
    later = desk.on(dt.date(2026, 12, 20))
    found = act(later, served)
    assert found.what == "催告" and found.unsure and "2027-02-28" in found.note
    later.take(served, "urge")
    late = desk.on(dt.date(2027, 3, 2))
    assert late.refusal_codes(served, "apply_court", hard=False) == ["court_late"]


def test_court_is_waited_for_and_its_result_closes(desk, served):
    desk.on(dt.date(2026, 4, 1)).take(served, "urge")
    applied = desk.on(dt.date(2026, 9, 15))
    applied.take(served, "apply_court")
    assert act(applied, served).what == "等法院受理和裁定"
    applied.take(served, "court_result", result="ended")
    assert act(applied, served).what == "按法院的结果结案"


def test_paid_and_revoked_decisions_are_off_the_list(desk, served):
    revoked = desk.decided()
    desk.take(revoked, "serve")
    assert set(unpaid_cases(desk.town.id).values_list("id", flat=True)) == {served, revoked}
    desk.take(served, "pay")
    desk.take(revoked, "revoke")
    assert not unpaid_cases(desk.town.id).exists()
    assert not unpaid(desk.snapshot(revoked)) and act(desk, served) is None


def test_list_tells_what_is_owed_today(desk, served):
    later = desk.on(PAY_BY + dt.timedelta(10))
    (line,) = UNPAID.lines(list(UNPAID.select(desk.town.id)), later.moment)
    told = dict(zip(UNPAID.headings, line.said, strict=True))
    assert (told["未缴（元）"].text, told["加处罚款（元）"].text) == ("3,000.00", "900.00")
    assert line.part == "now" and told["当事人"].text == "示例食品有限公司"
