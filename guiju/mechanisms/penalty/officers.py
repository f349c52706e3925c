"""Who may act in a case: officers with valid certificates, none recused, hosts and reviewers from outside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.kernel.matters.api import Participation
from guiju.kernel.organisation.api import ENFORCEMENT, LEGAL_PROFESSION, REVIEW_PRACTICE
from guiju.kernel.procedure.api import Guard, Moment, Refusal, Snapshot, Untold, names_told
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.amounts import amount

Values = Mapping[str, Any]


def in_capacity(snapshot: Snapshot, moment: Moment, *capacities: str) -> tuple[str, ...]:
    """Names of those who take part in the case in these capacities, in the order in which they joined."""
    named = moment.directory.person_names
    rows = [row for row in snapshot.of(Participation) if row["capacity"] in capacities]
    return tuple(dict.fromkeys(named.get(row.get("person_id") or 0, row.get("name") or "") for row in rows))


def officers_of(snapshot: Snapshot, values: Values, moment: Moment) -> tuple[str, ...]:
    """The officers of a step: those it names, else those of the case."""
    return names_told(values.get("officers")) or in_capacity(snapshot, moment, "officer")


def _certified(name: str, moment: Moment) -> bool:
    person = moment.directory.person(name)
    return person is not None and moment.directory.holds_certificate(person, ENFORCEMENT, moment.on) is not None


def _two_officers(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第42条: at least two officers who hold an enforcement certificate on the day of the step."""
    least = amount("penalty.officers", moment)
    wanted = int(str(least.value)) if least is not None else 2
    named = officers_of(snapshot, values, moment)
    valid = [name for name in named if _certified(name, moment)]
    if len(valid) >= wanted:
        return None
    invalid = [name for name in named if name not in valid]
    lacking = f"{'、'.join(invalid)}在{moment.on.isoformat()}没有有效的执法证；" if invalid else ""
    reason = f"{lacking}有执法证的只有{len(valid)}名，至少要{wanted}名。"
    return Refusal("two_officers", reason, bases.TWO_OFFICERS, "换上执法证有效的人员再办。", field="officers")


TWO_OFFICERS = Guard("two_officers", _two_officers, asks="两名有执法证的执法人员", basis=bases.TWO_OFFICERS)


def _not_recused(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第43条: who has been recused takes no further part."""
    recused = set(in_capacity(snapshot, moment, "recused"))
    acting = (*names_told(values.get("officers")), *names_told(values.get("host")), *names_told(values.get("reviewer")))
    found = [name for name in acting if name in recused]
    if not found:
        return None
    reason = f"{'、'.join(found)}已经回避，不能再办理这件案子。"
    return Refusal("recused", reason, bases.RECUSAL, "换上没有回避的人员。", field="officers")


NOT_RECUSED = Guard("recused", _not_recused)


def _host_from_outside(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第64条第4项: the hearing is led by somebody who did not investigate the case."""
    hosts = set(names_told(values.get("host")))
    investigators = hosts.intersection(in_capacity(snapshot, moment, "officer"))
    if not investigators:
        return None
    reason = f"{'、'.join(sorted(investigators))}是本案调查人员，不能主持听证。"
    return Refusal("host", reason, bases.HEARING_STEPS, "由非本案调查人员主持。", field="host")


HOST_FROM_OUTSIDE = Guard("host", _host_from_outside)


def _reviewer_from_outside(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """国办发〔2018〕118号 四: who investigated or decided on the case does not review it."""
    worked = set(in_capacity(snapshot, moment, "officer", "checker"))
    found = [name for name in names_told(values.get("reviewer")) if name in worked]
    if not found:
        return None
    reason = f"{'、'.join(found)}办理过这件案子，不宜再审核它。"
    return Refusal("reviewer_worked", reason, bases.REVIEW_OPINION, "由没有办过本案的审核人员审核。", field="reviewer")


REVIEWER_FROM_OUTSIDE = Guard("reviewer_worked", _reviewer_from_outside)


def _reviewer_qualified(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第58条第2款: a first-time reviewer has passed the national examination of the legal profession."""
    book = moment.directory
    for name in names_told(values.get("reviewer")):
        person = book.person(name)
        if person is None:
            continue  # from outside: the opinion sheet tells who it was
        held = (book.holds_certificate(person, kind, moment.on) for kind in (LEGAL_PROFESSION, REVIEW_PRACTICE))
        if not any(held):
            reason = f"{name}初次从事法制审核，没有登记法律职业资格。"
            remedy = "由有资格的人员审核；原来就从事审核的，先登记。"
            return Refusal("reviewer_unqualified", reason, bases.REVIEW, remedy, field="reviewer")
    return None


REVIEWER_QUALIFIED = Guard("reviewer_unqualified", _reviewer_qualified)


def in_post(field: str, posts: tuple[str, ...], what: str) -> Guard:
    """The people named in a field hold one of the posts on the day of the step; the town's dated posts say so."""

    def check(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
        if isinstance(values.get(field), Untold):
            reason = f"没有写明是哪一位{what}。"
            return Refusal(f"post.{field}", reason, bases.DECIDING, "对照案卷写明。", field=field)
        for name in names_told(values.get(field)):
            person = moment.directory.person(name)
            if person is None or not moment.directory.in_post(person, posts, moment.on):
                reason = f"{name}在{moment.on.isoformat()}不是{what}。"
                return Refusal(
                    f"post.{field}", reason, bases.DECIDING, f"由{what}办理，或者先登记他的岗位。", field=field
                )
        return None

    return Guard(f"post.{field}", check)
