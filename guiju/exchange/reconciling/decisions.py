"""What people said in earlier comparisons with a system, and what they say now: ledgered, the latest counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from guiju.exchange.reconciling.models import PairDecision, Verdict
from guiju.kernel.ledger.api import Change, Key, NewKey, Plan
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import Moment, NotAllowed

OF_BOTH = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.KEEP})
OF_THEIRS = frozenset({Verdict.THEIRS_EXTRA, Verdict.OURS_MISSED, Verdict.PENDING})
OF_OURS = frozenset({Verdict.OURS_EXTRA, Verdict.THEIRS_MISSED, Verdict.PENDING})
WITHOUT_REASON = frozenset({Verdict.SAME, Verdict.PENDING})


@dataclass(frozen=True)
class Subject:
    """What a decision is of: a line there by its key, a matter here, or both; `number` is the line's, to be read."""

    their_key: str = ""
    matter: int | None = None
    number: str = ""


@dataclass
class Decisions:
    """The decisions about one register and system, by what they are of."""

    found: dict[tuple[str, int | None], PairDecision] = field(default_factory=dict)

    def of(self, their_key: str = "", matter: int | None = None) -> PairDecision | None:
        """The decision of a line, a matter, or both; None if there is none."""
        return self.found.get((their_key, matter))

    def pairs(self, verdict: str) -> set[tuple[int, str]]:
        """The pairs (matter, line) of which this was said."""
        return {
            (matter, key)
            for (key, matter), row in self.found.items()
            if matter is not None and key and row.verdict == verdict
        }

    @property
    def matters(self) -> set[int]:
        """Every matter that was said to be a line there."""
        return {matter for matter, _ in self.pairs(Verdict.SAME)}


def load_decisions(town_id: int, system: str, register: str) -> Decisions:
    """Everything decided about a register and a system so far. One statement."""
    rows = PairDecision.objects.filter(town_id=town_id, system=system, register=register).select_related("decided_by")
    return Decisions({(row.their_key, row.matter_id): row for row in rows.order_by("id")})


def plan_decisions(
    moment: Moment,
    system: str,
    register: str,
    subjects: Sequence[Subject],
    verdict: str,
    reason: str,
    known: Decisions,
    said: str = "",
) -> Plan:
    """One decision of one or several things, with its reason; one entry. Raises NotAllowed."""
    acting = moment.acting
    _decidable(acting, subjects, verdict, reason)
    row = {"verdict": verdict, "reason": reason.strip()[:200], "said": said, "decided_by_id": acting.person_id}
    row["decided_on"] = moment.today
    changes = []
    for subject in subjects:
        before = known.of(subject.their_key, subject.matter)
        if before is not None:
            changes.append(Change(PairDecision, before.id, "change", dict(row)))
        else:
            changes.append(added(moment, system, register, subject, row))
    label = f"与{system}对数：{Verdict(verdict).label}，{len(subjects)}件"
    told = f"{label}。{reason.strip()}" if reason.strip() else label
    return Plan(moment.town_id, "reconciliation", acting.actor, acting.actor, changes=changes, reason=told[:200])


def added(
    moment: Moment, system: str, register: str, subject: Subject, row: dict[str, object], matter: Key | None = None
) -> Change:
    """A new decision; `matter` may be a matter that the same plan opens."""
    place = {"town_id": moment.town_id, "system": system, "register": register, "their_key": subject.their_key}
    named = {"their_number": subject.number[:64], "matter_id": subject.matter if matter is None else matter}
    return Change(PairDecision, NewKey(), "add", {**place, **named, **row})


def check_may_decide(acting: Acting) -> None:
    """Refuse a command, which is nobody, and posts that do not compare. Raises NotAllowed."""
    if acting.person_id is None:
        raise NotAllowed("对数要由人来定，命令不能定。请在“对数”页面上定。")
    if not acting.may("imports"):
        raise NotAllowed(f"{acting.name}的岗位不能对数。请交给司法所内勤或本单位能导入的人。")


def _decidable(acting: Acting, subjects: Sequence[Subject], verdict: str, reason: str) -> None:
    check_may_decide(acting)
    if not subjects:
        raise NotAllowed("还没有选要定的是哪几件。请先勾选。")
    if verdict not in Verdict.values:
        raise NotAllowed("还没有选怎么定。请选一项。")
    if not reason.strip() and verdict not in WITHOUT_REASON:
        raise NotAllowed("请写明为什么这样定，下一次对数和说明里都用得上。")
    for subject in subjects:
        both, theirs = bool(subject.their_key) and subject.matter is not None, bool(subject.their_key)
        if verdict not in (OF_BOTH if both else OF_THEIRS if theirs else OF_OURS):
            raise NotAllowed(f"“{Verdict(verdict).label}”不适用于选中的记录，请换一项。")
