"""Further checks of the steps of a mediation. A slip in what was typed stops a claimed step too (code `input`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from guiju.kernel.documents.api import ContentError, capital_amount, check_amount
from guiju.kernel.procedure.api import Days, Guard, Moment, Refusal, Snapshot
from guiju.kernel.terms.api import Term
from guiju.mechanisms.mediation import bases

Values = Mapping[str, Any]
DAYS = Days(
    {
        "registered_on": "登记日期",
        "accepted_on": "受理日期",
        "informed_on": "告知日期",
        "mediated_on": "调解日期",
        "agreed_on": "协议日期",
        "appointed_on": "确定调解员的日期",
        "parties_signed_on": "当事人签名日期",
        "mediator_signed_on": "调解员签名日期",
        "sealed_on": "盖章日期",
        "signed_on": "签名盖章日期",
        "effective_on": "生效日期",
        "asked_on": "申请日期",
        "revisited_on": "回访日期",
        "performed_on": "履行日期",
        "terminated_on": "终止日期",
        "filed_on": "归档日期",
    }
)


dated = DAYS.dated


def _amount_in_words(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """The sum in figures and the sum in capital characters are one sum."""
    amount, said = values.get("amount"), str(values.get("amount_capital") or "").strip()
    if amount is None:
        return Refusal("input", "写了大写金额，还没有填数字金额。", field="amount") if said else None
    try:
        check_amount(Decimal(amount))
    except ContentError as error:
        return Refusal("input", str(error), field="amount")
    right = capital_amount(Decimal(amount)) if said else ""
    if said.replace("圆", "元").replace("正", "整").removeprefix("人民币") != right:
        return Refusal("input", f"{Decimal(amount):,f}元应为“{right}”。", field="amount_capital")
    return None


AMOUNT_IN_WORDS = Guard("amount_in_words", _amount_in_words)


def _performance_ahead(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第29条第3项: a term of performance that has passed before the agreement binds nobody."""
    perform_by = values.get("perform_by")
    agreed_on: dt.date = values.get("agreed_on") or moment.today
    if perform_by is None or perform_by >= agreed_on:
        return None
    word = "今天" if agreed_on == moment.today else "协议日期"
    reason = f"履行期限{perform_by.isoformat()}早于{word}{agreed_on.isoformat()}，请改为以后的日期。"
    return Refusal("input", reason, bases.AGREEMENT, field="perform_by")


PERFORMANCE_AHEAD = Guard("performance_ahead", _performance_ahead)


def _agreement_written(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第29条第3项: a paper that says nothing of what was agreed. A sheet tells only that the paper is elsewhere."""
    if values.get("agreement_text") or snapshot.detail.get("agreement_text") or values.get("paper_elsewhere"):
        return None
    return Refusal("agreement_text", "还没有写协议内容。", bases.AGREEMENT, field="agreement_text")


AGREEMENT_WRITTEN = Guard("agreement_written", _agreement_written)


def _content_written(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第28条: what was agreed by word of mouth is recorded by the mediator."""
    if values.get("outcome") == "agreement" and not values.get("agreement_text"):
        reason = "达成了口头协议，还没有记下协议内容。"
        return Refusal("content", reason, bases.ORAL_AGREEMENT, "由调解员记下双方怎么约定的。", field="agreement_text")
    return None


CONTENT_WRITTEN = Guard("content_written", _content_written)


def _parties_named(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    if values.get("applicant") or values.get("respondent"):
        return None
    return Refusal("parties", "没有写当事人。", bases.ORAL_PAGE, "写上双方姓名，以后可以转为卷宗。", field="applicant")


PARTIES_NAMED = Guard("parties_named", _parties_named)


def _told_other_ways(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第26条: whoever ends a mediation tells the parties by which other ways they may go on."""
    if values.get("told_other_ways"):
        return None
    reason = "还没有告知当事人可以通过仲裁、行政、司法途径维护权利。"
    return Refusal("told_other_ways", reason, bases.TERMINATION, "告知后勾选，再终止。", field="told_other_ways")


TOLD_OTHER_WAYS = Guard("told_other_ways", _told_other_ways)


def _day_known(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """A sheet that tells an ending without its day is recorded on the last day it does tell."""
    missing = values.get("day_not_told")
    return Refusal("day_not_told", f"登记簿没有写{missing}，暂以前一步的日期登记。") if missing else None


DAY_KNOWN = Guard("day_known", _day_known)


def _within_thirty_days(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第33条: both parties ask together, within the term that runs from the day the agreement took effect."""
    day = values.get("asked_on") or moment.today
    for row in snapshot.of(Term):
        if row["rule"] == "mediation.confirmation.apply" and day > row["due_on"]:
            reason = f"申请司法确认到{row['due_on'].isoformat()}为止，{day.isoformat()}已经过了。"
            return Refusal("confirmation_over", reason, bases.CONFIRMATION, "一方不履行的，另一方可以起诉。")
    return None


WITHIN_THIRTY_DAYS = Guard("within_thirty_days", _within_thirty_days)


def _nothing_outstanding(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第31条: the committee sees to performance; a file closed before that is closed with a reason."""
    if snapshot.stage == "effective" and snapshot.detail.get("performance") in ("ongoing", "partly", ""):
        reason = "协议还没有履行完，归档后不再提醒督促履行。"
        return Refusal("outstanding", reason, bases.PERFORMANCE, "履行后再归档，或者写明为什么现在归档。", hard=False)
    return None


NOTHING_OUTSTANDING = Guard("nothing_outstanding", _nothing_outstanding)


def _committee_known(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    unit = values.get("unit")
    if unit is None or moment.directory.committee_for(unit) is not None:
        return None
    name = moment.directory.unit_names.get(unit, "这个单位")
    reason = f"{name}没有人民调解委员会，请选办理的调解委员会，例如镇人民调解委员会。"
    return Refusal("input", reason, field="unit")


COMMITTEE_KNOWN = Guard("committee_known", _committee_known)
