"""What somebody hands over: posts and certificates, open matters with their next date, findings nobody has answered."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db.models import Min, Q, QuerySet

from guiju.kernel.ledger.api import canonical_json
from guiju.kernel.matters.api import Matter, Participation
from guiju.kernel.mechanism.api import mechanisms
from guiju.kernel.organisation.api import (
    CERTIFICATE_KINDS,
    Account,
    Acting,
    Certificate,
    Person,
    acting_for_user,
    held_on,
)
from guiju.kernel.procedure.api import Finding, procedure_of
from guiju.kernel.terms.api import Term

AT_MOST = 500


@dataclass(frozen=True)
class Section:
    """One part of the list: heading, columns, rows; `left_out` is how many rows the list has no room for."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: int = 0


def acting_of(person: Person, today: dt.date) -> Acting | None:
    """The person with today's posts; None without an account or a post."""
    account = Account.objects.filter(person=person).first()
    return acting_for_user(account.user_id, today) if account else None


def handed_over(acting: Acting, today: dt.date) -> list[Section]:
    """The list of a person. Eight statements, whatever is open."""
    matters = _open_matters(acting)
    return [_posts(acting, today), _matters(matters), _findings(matters)]


def _open_matters(acting: Acting) -> QuerySet[Matter]:
    """Open matters of the person's own units, and those of others in which the person takes part.

    Who keeps the files of the whole town (司法所) hands over all of it; a leader who only sees it does not.
    """
    if acting.sees_town and acting.may("keeps_files"):
        return Matter.objects.filter(town_id=acting.town_id, closed_on__isnull=True, voided=False)
    own = {post.unit_id for post in acting.posts} | set(acting.unit_ids)
    joined = Participation.objects.filter(town_id=acting.town_id, person_id=acting.person_id).values("matter_id")
    open_ones = Matter.objects.filter(town_id=acting.town_id, closed_on__isnull=True, voided=False)
    return open_ones.filter(Q(unit_id__in=own) | Q(id__in=joined))


def _posts(acting: Acting, today: dt.date) -> Section:
    held = [(post.unit_name, post.label, "") for post in acting.posts]
    certificates = Certificate.objects.filter(held_on(today), town_id=acting.town_id, person_id=acting.person_id)
    papers = [("", CERTIFICATE_KINDS.get(each.kind, each.kind), each.number) for each in certificates.order_by("id")]
    return Section("岗位和证件", ("单位", "岗位或者证件", "号码"), tuple(held + papers))


def _matters(matters: QuerySet[Matter]) -> Section:
    rows = list(matters.order_by("registered_on", "id")[: AT_MOST + 1])
    more = matters.count() - AT_MOST if len(rows) > AT_MOST else 0
    running = Term.objects.filter(matter_id__in=[row.id for row in rows], state=Term.State.OPEN)
    due = dict(running.values_list("matter_id").annotate(first=Min("due_on")))
    labels = {mechanism.code: mechanism.label for mechanism in mechanisms()}
    told = tuple(
        (row.number or "—", labels.get(row.mechanism, ""), row.title, _stage(row), _day(due.get(row.id)))
        for row in rows[:AT_MOST]
    )
    return Section("在办事项", ("编号", "台账", "事项", "办到哪一步", "最近的期限"), told, more)


def _stage(matter: Matter) -> str:
    return procedure_of(matter.mechanism, matter.kind, matter.procedure_version).stage_label(matter.stage)


def _findings(matters: QuerySet[Matter]) -> Section:
    found = Finding.objects.filter(matter_id__in=matters.values("id"), answer="").select_related("matter")
    rows = list(found.order_by("matter_id", "id")[: AT_MOST + 1])
    told = tuple((row.matter.number or row.matter.title, row.text, row.basis) for row in rows[:AT_MOST])
    more = found.count() - AT_MOST if len(rows) > AT_MOST else 0
    return Section("没有答复的补录发现", ("事项", "缺什么", "依据"), told, more)


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else "—"


def as_text(sections: Iterable[Section]) -> str:
    """The list as it is kept."""
    return canonical_json([asdict(section) for section in sections])


def from_text(text: str) -> list[Section]:
    """The list as it was kept."""
    return [
        Section(told["title"], tuple(told["columns"]), tuple(tuple(row) for row in told["rows"]), told["left_out"])
        for told in json.loads(text)
    ]
