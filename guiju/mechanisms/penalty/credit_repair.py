"""信用修复 of a published decision: the party's application, the answer, and what is then taken off sight.

When it may be asked for and by which organ it is decided is the platform's rule, which was not read: nothing here refuses
for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.procedure.api import Draft, Guard, Input, Moment, Refusal, Snapshot, Step, past_day
from guiju.mechanisms.penalty import bases, guards
from guiju.mechanisms.penalty.posts import TEAM
from guiju.mechanisms.penalty.rows import CreditRepair

Values = Mapping[str, Any]
RESULTS = {"repaired": "准予修复", "refused": "不予修复"}
STAGES = ("decided", "performing", "closed", "archived")
ASKED = (
    past_day("asked_on", "申请日期"),
    Input("organ", "受理的机关或者平台", "text", required=True),
)
ANSWERED = (
    past_day("answered_on", "结果日期"),
    Input("repair_result", "结果", "choice", required=True, choices=RESULTS),
    Input("repair_number", "机关的文号", "text", help="没有文号的不填"),
)


def _is_public(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """国办发〔2018〕118号 二(六): there is something to repair only where the decision is public."""
    if any(row["state"] == DisclosureItem.State.PUBLISHED for row in snapshot.of(DisclosureItem)):
        return None
    reason = "处罚决定信息没有在公示，没有可以修复的。"
    return Refusal("not_public", reason, bases.PUBLISHING, "已经公示的，先登记公示日期和地址。")


def _is_asked(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    if any(not row.get("result") for row in snapshot.of(CreditRepair)):
        return None
    return Refusal("not_asked", "没有等结果的信用修复申请。", bases.PUBLISHING, "先登记申请。", "ask_repair")


def _after_application(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    asked = [row["asked_on"] for row in snapshot.of(CreditRepair) if not row.get("result")]
    on = values.get("answered_on")
    if not asked or on is None or on >= max(asked):
        return None
    return Refusal("input", f"结果日期不能早于申请日期{max(asked).isoformat()}。", field="answered_on")


def ask(draft: Draft) -> None:
    """申请信用修复."""
    draft.add(CreditRepair, asked_on=draft.event_date, organ=str(draft.get("organ", ""))[:64])


def answer(draft: Draft) -> None:
    """The answer; once repaired, what is public of the decision is off sight from that day."""
    result = draft.values["repair_result"]
    told = {"result": result, "decided_on": draft.event_date, "number": str(draft.get("repair_number", ""))[:64]}
    for row in list(draft.snapshot.of(CreditRepair)):
        if not row.get("result"):
            draft.change(CreditRepair, row["id"], **told)
    for row in list(draft.snapshot.of(DisclosureItem)) if result == "repaired" else ():
        if row["state"] == DisclosureItem.State.PUBLISHED:
            state = DisclosureItem.State.WITHDRAWN.value
            draft.change(DisclosureItem, row["id"], state=state, withdrawn_on=draft.event_date)


REPAIRING = (
    Step(
        "ask_repair",
        "登记信用修复申请",
        STAGES,
        None,
        TEAM,
        (bases.PUBLISHING, bases.PUBLICATION),
        ASKED,
        guards=(
            guards.dated("asked_on", "decided_on", label="申请日期"),
            Guard("not_public", _is_public, asks="处罚决定已经公示", basis=bases.PUBLISHING),
        ),
        effects=ask,
        reads=(DisclosureItem,),
        dated_by="asked_on",
        other_way=True,
    ),
    Step(
        "answer_repair",
        "登记信用修复结果",
        STAGES,
        None,
        TEAM,
        (bases.PUBLISHING, bases.PUBLICATION),
        ANSWERED,
        guards=(
            guards.dated("answered_on", "decided_on", label="结果日期"),
            Guard("not_asked", _is_asked, asks="已登记信用修复申请", basis=bases.PUBLISHING),
            Guard("repair_date", _after_application),
        ),
        effects=answer,
        reads=(DisclosureItem, CreditRepair),
        dated_by="answered_on",
        other_way=True,
    ),
)
