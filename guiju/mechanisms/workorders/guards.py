"""Further checks of the steps of an order. A slip in what was typed stops a claimed step too (code `input`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.kernel.procedure.api import Days, Guard, Moment, Refusal, Snapshot
from guiju.mechanisms.workorders import bases

Values = Mapping[str, Any]
WITH_A_MEDIATION = ("written_agreement", "registered", "mediated")
WITHOUT_CONTACT = ("repeated", "public_security", "forwarded")  # nobody has to be rung up for these


DAYS = Days({"event_date": "派单日期"})


def dated(name: str, label: str) -> Guard:
    """The day is neither in the future nor before the order was dispatched, else it was mistyped."""
    return DAYS.dated(name, "event_date", label=label)


def _called_before(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    called, dispatched = values.get("called_on"), values.get("dispatched_on")
    if called is None or dispatched is None or called <= dispatched:
        return None
    reason = f"接警日期{called.isoformat()}晚于派单日期{dispatched.isoformat()}，请核对两个日期。"
    return Refusal("input", reason, field="called_on")


CALLED_BEFORE = Guard("called_before", _called_before)


def _contacted(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """The town asks to contact the people first; sheets have no column for it."""
    if snapshot.stage != "dispatched" or values.get("told_by_sheet") or values.get("outcome") in WITHOUT_CONTACT:
        return None
    reason = "还没有登记联系当事人。"
    return Refusal("contacted", reason, bases.LINKAGE, "先登记联系情况，或者写明为什么没有。", "contact", hard=False)


CONTACTED = Guard("contacted", _contacted)


def _mediation_named(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """An order that became a mediation says which one."""
    known = values.get("mediation_number") or snapshot.detail.get("mediation_number")
    if known or values.get("outcome") not in WITH_A_MEDIATION:
        return None
    reason = "结果是由调解委员会办理，还没有写关联的调解编号。"
    remedy = "写上调解登记编号；还没有登记的，登记后再关联。"
    return Refusal("mediation_number", reason, bases.MEDIATE_FIRST, remedy, hard=False, field="mediation_number")


MEDIATION_NAMED = Guard("mediation_named", _mediation_named)


def _reason_given(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    if values.get("return_reason"):
        return None
    return Refusal("return_reason", "没有写退单理由。", remedy="写明为什么不归我们办。", field="return_reason")


REASON_GIVEN = Guard("reason_given", _reason_given)


def _day_known(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """A sheet that tells an outcome without its day is recorded on the day of dispatch."""
    missing = values.get("day_not_told")
    return Refusal("day_not_told", f"登记表没有写{missing}，暂以派单日期登记。") if missing else None


DAY_KNOWN = Guard("day_known", _day_known)


def _not_linked(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    number, known = values.get("mediation_number"), snapshot.detail.get("mediation_number")
    if not number or not known or number == known:
        return None
    return Refusal("linked", f"这件工单已经关联调解“{known}”。", remedy="关联错了的，请更正“关联调解编号”。")


NOT_LINKED = Guard("not_linked", _not_linked)


def _not_given_back(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """Giving an order back is a step of its own, with its reason."""
    if values.get("outcome") != "returned":
        return None
    return Refusal("input", "退回派单方的，请用“退单”这一步，写明理由。", field="outcome")


NOT_GIVEN_BACK = Guard("not_given_back", _not_given_back)
