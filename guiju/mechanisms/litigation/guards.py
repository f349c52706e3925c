"""Further checks of the steps. A slip in what was typed stops a claimed step too (code `input`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.procedure.api import Days, Guard, Moment, Refusal, Snapshot
from guiju.mechanisms.litigation import bases
from guiju.mechanisms.litigation.models import Appearance, Standing

Values = Mapping[str, Any]
DAYS = Days(
    {
        "copy_received_on": "收到副本日期",
        "accepted_on": "受理日期",
        "answered_on": "提交日期",
        "heard_on": "开庭（听证）日期",
        "decided_on": "裁判（决定）日期",
        "appealed_on": "上诉日期",
        "performed_on": "履行日期",
        "closed_on": "结案日期",
    }
)


dated = DAYS.dated


def is_obliged(snapshot: Snapshot, moment: Moment) -> bool:
    """The town is defendant or respondent: it must answer, and the person in charge should appear."""
    return snapshot.detail.get("standing") in (Standing.DEFENDANT, Standing.RESPONDENT)


def somebody_appears(field: str, basis: Basis, *, with_reason: bool = False) -> Guard:
    """行政诉讼法 第3条, 行政复议法 第51条: where the person in charge cannot come, staff is sent (and the reason said)."""

    def check(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
        if values.get(field) != Appearance.NOT_HEAD or not is_obliged(snapshot, moment):
            return None
        if not values.get("delegate"):
            reason = "负责人不能到场的，要委托工作人员到场，还没有填是谁。"
            return Refusal("delegate", reason, basis, "填上受委托的工作人员。", field="delegate")
        if with_reason and not values.get("absence_reason"):
            reason = "负责人不能参加听证的，要说明理由，还没有填。"
            return Refusal("absence_reason", reason, basis, "填上不能参加的理由。", field="absence_reason")
        return None

    return Guard(f"appears.{field}", check)


AT_HEARING = somebody_appears("head_appeared", bases.APPEARANCE)
ARRANGED = somebody_appears("head_attends", bases.APPEARANCE)
AT_REVIEW_HEARING = somebody_appears("head_appeared", bases.REVIEW_HEARING, with_reason=True)


def _day_known(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """A sheet that tells an ending without its day is recorded on the last day it does tell."""
    missing = values.get("day_not_told")
    return Refusal("day_not_told", f"登记表没有写{missing}，暂以前一步的日期登记。") if missing else None


DAY_KNOWN = Guard("day_known", _day_known)
