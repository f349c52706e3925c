"""The simple procedure 当场处罚 (第51-53条): begun and decided on the spot, reported back, paid, closed."""

from __future__ import annotations

from dataclasses import replace

from guiju.kernel.disclosure.api import DisclosureRule
from guiju.kernel.procedure.api import (
    Before,
    Condition,
    Fact,
    Moment,
    Procedure,
    Snapshot,
    Stage,
)
from guiju.mechanisms.penalty import (
    bases,
)
from guiju.mechanisms.penalty.companion import kept_elsewhere
from guiju.mechanisms.penalty.conditions import fined
from guiju.mechanisms.penalty.credit_repair import REPAIRING
from guiju.mechanisms.penalty.models import PenaltyDetail
from guiju.mechanisms.penalty.posts import FROM
from guiju.mechanisms.penalty.publicity import off_sight
from guiju.mechanisms.penalty.publicity_text import public_text
from guiju.mechanisms.penalty.recording import record_lines
from guiju.mechanisms.penalty.rows import CHILDREN
from guiju.mechanisms.penalty.shown import shown
from guiju.mechanisms.penalty.simple_steps import STEPS

STAGES_PUBLIC = ("performing", "closed", "archived")


def cash_collected(snapshot: Snapshot, moment: Moment) -> bool:
    """第68条: the fine was collected on the spot."""
    return snapshot.detail.get("cash_collected_on") is not None


SIMPLE_PROCEDURE = Procedure(
    mechanism="penalty",
    kind="simple",
    label="行政处罚（简易程序）",
    version="1",
    in_force_from=FROM,
    stages=(
        Stage("spot", "现场办理"),
        Stage("performing", "已当场处罚"),
        Stage("closed", "已结案"),
        Stage("archived", "已归档", end=True),
        Stage("turned", "已转普通程序", end=True),
    ),
    steps=(*STEPS, *(replace(step, frm=STAGES_PUBLIC) for step in REPAIRING)),
    detail=PenaltyDetail,
    children=CHILDREN,
    shown=shown,
    facts=(
        Fact(
            "reported",
            "已报备案",
            "当场处罚决定还没有报所属机关备案。",
            bases.ON_SPOT_FORM,
            "去登记备案",
            "report_back",
        ),
    ),
    conditions=(
        Condition("fined", "决定了罚款", fined, bases.PAYMENT),
        Condition("cash", "当场收缴了罚款", cash_collected, bases.CASH),
    ),
    invariants=(
        Before("pay", "decide_on_spot", carried_by=("stage",)),
        Before("close", "report_back", carried_by=("reported",)),
        Before("archive", "close", carried_by=("stage",)),
    ),
    outcomes={"penalised": "给予处罚", "turned": "转普通程序"},
    number_kind="penalty.spot",
    records=record_lines,
    off_sight=off_sight,
    public_text=public_text,
    disclosures=(
        DisclosureRule(
            "decision",
            "当场处罚决定信息公示",
            ("party", "number", "cause", "kinds", "amount", "decided_on", "organ"),
            "自然人的姓名只留姓氏，证件号码、住址、电话不公开",
            due_rule="publicity.decision",
            withdraw_rule="penalty.publicity.withdraw",
        ),
    ),
    kept_elsewhere=kept_elsewhere,
)
