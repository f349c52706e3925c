"""Facts and conditions that suits and reconsiderations share, and which posts take their steps."""

from __future__ import annotations

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.procedure.api import Condition, Fact, Moment, Snapshot, Stage
from guiju.mechanisms.litigation.guards import is_obliged
from guiju.mechanisms.litigation.models import OBLIGING

HANDLERS = ("justice_clerk", "justice_head", "department_head", "office_clerk")

NOTIFIED = Stage("notified", "已收到通知")
ANSWERED = Stage("answered", "已答辩（答复）")
HEARD = Stage("heard", "已开庭（听证）")
DECIDED = Stage("decided", "已裁判（决定）")
APPEALED = Stage("appealed", "二审中")
CLOSED = Stage("closed", "已结案", end=True)


def copy_came(snapshot: Snapshot, moment: Moment) -> bool:
    """The town must answer, and the day on which the copy came is known: from it the term runs."""
    return is_obliged(snapshot, moment) and snapshot.detail.get("copy_received_on") is not None


def copy_came_ordinary(snapshot: Snapshot, moment: Moment) -> bool:
    """As `copy_came`, in the ordinary procedure."""
    return copy_came(snapshot, moment) and not snapshot.detail.get("simplified")


def copy_came_simplified(snapshot: Snapshot, moment: Moment) -> bool:
    """As `copy_came`, in the simplified procedure (行政复议法 第53、54条)."""
    return copy_came(snapshot, moment) and bool(snapshot.detail.get("simplified"))


def obliges(snapshot: Snapshot, moment: Moment) -> bool:
    """The judgment or decision orders the town to do something."""
    return snapshot.matter.get("outcome") in OBLIGING


def obliged(basis: Basis) -> Condition:
    return Condition("obliged", "本镇是被告（被申请人）", is_obliged, basis)


def to_perform(basis: Basis) -> Condition:
    return Condition("to_perform", "裁判（决定）要求本镇履行", obliges, basis)


def answered(basis: Basis) -> Fact:
    return Fact("answered", "已提交答辩（答复）和证据", "还没有提交答辩（答复）和证据。", basis, "去登记提交", "answer")


def performed(basis: Basis) -> Fact:
    return Fact("performed", "已履行", "裁判（决定）要求履行的，还没有登记履行。", basis, "去登记履行", "perform")
