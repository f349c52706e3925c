"""Further checks of the steps of screening. A slip in what was typed stops a claimed step too (code `input`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.kernel.procedure.api import Days, Guard, Moment, Refusal, Snapshot
from guiju.mechanisms.screening import bases

Values = Mapping[str, Any]


DAYS = Days({"event_date": "排查日期"})


def dated(name: str, label: str) -> Guard:
    """The day is neither in the future nor before the dispute was found, else it was mistyped."""
    return DAYS.dated(name, "event_date", label=label)


def _reasons_written(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第25条: a grade without its reasons says nothing. Sheets have no column for them."""
    if values.get("grade_reasons") or values.get("told_by_sheet"):
        return None
    reason = "还没有写评定级别的理由。"
    return Refusal("grade_reasons", reason, bases.ESCALATION, "写明纠纷本身的情况，不评人。", field="grade_reasons")


REASONS_WRITTEN = Guard("reasons_written", _reasons_written)


def _measures_written(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第25条: what was done against an escalation is written down."""
    if values.get("measures") or values.get("resolution_way"):
        return None
    return Refusal("measures", "还没有写采取了什么措施。", bases.ESCALATION, field="measures")


MEASURES_WRITTEN = Guard("measures_written", _measures_written)


def _receiver_named(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    if values.get("handed_over_to"):
        return None
    return Refusal("handed_over_to", "没有写移交给哪个单位。", remedy="写明接手的单位。", field="handed_over_to")


RECEIVER_NAMED = Guard("receiver_named", _receiver_named)


def _day_known(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """A sheet that tells an ending without its day is recorded on the last day it does tell."""
    missing = values.get("day_not_told")
    return Refusal("day_not_told", f"台账没有写{missing}，暂以排查日期登记。") if missing else None


DAY_KNOWN = Guard("day_known", _day_known)


def _not_linked(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    number, known = values.get("mediation_number"), snapshot.detail.get("mediation_number")
    if not number or not known:
        return None
    return Refusal("linked", f"这件排查已经关联调解“{known}”。", remedy="关联错了的，请更正“关联调解编号”。")


NOT_LINKED = Guard("not_linked", _not_linked)


def _two_days_in_order(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    starts, ends = values.get("starts_on"), values.get("ends_on")
    if values.get("campaign_kind") == "special" and ends is None:
        return Refusal("input", "专项排查要写结束日期。", field="ends_on")
    if starts is None or ends is None or starts <= ends:
        return None
    reason = f"结束日期{ends.isoformat()}早于开始日期{starts.isoformat()}，请核对两个日期。"
    return Refusal("input", reason, field="ends_on")


TWO_DAYS_IN_ORDER = Guard("two_days_in_order", _two_days_in_order)
