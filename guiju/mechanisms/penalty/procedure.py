"""The ordinary procedure of a penalty case: from the clue to the archive (行政处罚法 第54-65条)."""

from __future__ import annotations

from guiju.kernel.disclosure.api import DisclosureRule
from guiju.kernel.procedure.api import Procedure, Stage
from guiju.mechanisms.penalty.companion import expects, kept_elsewhere
from guiju.mechanisms.penalty.conditions import CONDITIONS, FACTS
from guiju.mechanisms.penalty.credit_repair import REPAIRING
from guiju.mechanisms.penalty.invariants import INVARIANTS
from guiju.mechanisms.penalty.models import PenaltyDetail
from guiju.mechanisms.penalty.posts import FROM
from guiju.mechanisms.penalty.publicity import off_sight
from guiju.mechanisms.penalty.publicity_text import public_text
from guiju.mechanisms.penalty.recording import record_lines
from guiju.mechanisms.penalty.rights import MILESTONES, rights
from guiju.mechanisms.penalty.rows import CHILDREN
from guiju.mechanisms.penalty.shown import shown
from guiju.mechanisms.penalty.simple import SIMPLE_PROCEDURE
from guiju.mechanisms.penalty.steps_before import FILING, LEAVING
from guiju.mechanisms.penalty.steps_coercion import COERCING
from guiju.mechanisms.penalty.steps_decision import DECIDING, SERVING
from guiju.mechanisms.penalty.steps_investigation import CARE, CONCLUSION, EVIDENCE
from guiju.mechanisms.penalty.steps_notice import HEARD, HEARING
from guiju.mechanisms.penalty.steps_performance import COURT, ENDING, PAYING
from guiju.mechanisms.penalty.steps_review import REVIEWING

STAGES = (
    Stage("clue", "线索核查"),
    Stage("investigating", "调查取证"),
    Stage("concluded", "调查终结"),
    Stage("noticed", "告知和听取意见"),
    Stage("decided", "已决定"),
    Stage("performing", "送达执行"),
    Stage("closed", "已结案"),
    Stage("archived", "已归档", end=True),
    Stage("paused", "中止"),
    Stage("transferring", "移送待回执"),
    Stage("revoked", "决定已变更、撤销"),
    Stage("not_filed", "不予立案", end=True),
    Stage("transferred", "已移送", end=True),
)

DECISION_PUBLIC = DisclosureRule(
    "decision",
    "行政处罚决定信息公示",
    ("party", "number", "cause", "basis", "kinds", "amount", "decided_on", "organ"),
    "自然人的姓名只留姓氏，证件号码、住址、电话不公开；未成年人案件和涉及国家秘密、商业秘密、个人隐私的不公开",
    due_rule="publicity.decision",
    withdraw_rule="penalty.publicity.withdraw",
)
DISCLOSURES = (DECISION_PUBLIC,)

OUTCOMES = {
    "penalised": "给予处罚",
    "no_penalty": "不予处罚",
    "withdrawn": "撤销立案",
    "terminated": "终止办理",
    "transferred": "移送",
    "rejected": "不予立案",
    "revoked": "决定变更、撤销",
}

ORDINARY_PROCEDURE = Procedure(
    mechanism="penalty",
    kind="ordinary",
    label="行政处罚（普通程序）",
    version="1",
    in_force_from=FROM,
    stages=STAGES,
    steps=(
        *FILING,
        *EVIDENCE,
        *CONCLUSION,
        *HEARD,
        *REVIEWING,
        *HEARING,
        *DECIDING,
        *SERVING,
        *PAYING,
        *COURT,
        *ENDING,
        *CARE,
        *COERCING,
        *REPAIRING,
        *LEAVING,
    ),
    detail=PenaltyDetail,
    children=CHILDREN,
    facts=FACTS,
    conditions=CONDITIONS,
    invariants=INVARIANTS,
    outcomes=OUTCOMES,
    number_kind="penalty.filing",
    milestones=MILESTONES,
    rights=rights,
    records=record_lines,
    off_sight=off_sight,
    public_text=public_text,
    shown=shown,
    disclosures=DISCLOSURES,
    expects=expects,
    kept_elsewhere=kept_elsewhere,
)

PROCEDURES = (ORDINARY_PROCEDURE, SIMPLE_PROCEDURE)
