"""上级系统办理的案件: every case whose master is elsewhere, with what lacks before its next signature."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from guiju.kernel.disclosure.api import DisclosureItem, masked_name
from guiju.kernel.ledger.api import open_values
from guiju.kernel.matters.api import Matter, Participation, Party
from guiju.kernel.mechanism.api import Said, WorkLine, WorkList
from guiju.kernel.procedure.api import Finding, Moment, Point, Snapshot, checklists, gaps, load_snapshots
from guiju.kernel.terms.api import Term
from guiju.mechanisms.penalty.posts import HEADS, REVIEWERS, TEAM

HEADINGS = ("编号", "案件", "当事人", "阶段", "下一份要签批的", "缺", "待核实", "补录发现", "最近的期限")
PARTS = {"lacking": "有缺项", "open": "待核实、待答复", "whole": "没有缺项"}
ROWS = (Party, Participation, Term, DisclosureItem, Finding)


def companion_cases(town_id: int) -> QuerySet[Matter]:
    """Cases of a superior's system that are not over, or have a finding that nobody has answered; the oldest first."""
    unanswered = Finding.objects.filter(town_id=town_id, matter_id=OuterRef("id"), answer="")
    elsewhere = Matter.objects.filter(town_id=town_id, mechanism="penalty", voided=False).exclude(master="")
    return elsewhere.filter(Q(closed_on__isnull=True) | Exists(unanswered)).order_by("event_date", "id")


def lines(matters: Sequence[Matter], moment: Moment) -> list[WorkLine]:
    """What the list says of each; as many statements for one as for many."""
    snapshots = load_snapshots([one.id for one in matters], known=matters, rows=ROWS)
    names = open_values(
        row["name"] for snapshot in snapshots.values() for row in snapshot.of(Party) if not row["organisation"]
    )
    return [_line(snapshots[one.id], names, moment) for one in matters if one.id in snapshots]


def _line(snapshot: Snapshot, names: Mapping[str, str], moment: Moment) -> WorkLine:
    matter, lists = snapshot.matter, checklists(snapshot, moment)
    lacking, unsure = gaps(lists), gaps(lists, "unsure")
    left = sum(not row["answer"] for row in snapshot.of(Finding))
    parties = (row["organisation"] or masked_name(names.get(row["name"], "")) for row in snapshot.of(Party))
    term = _nearest(snapshot)
    said = (
        Said(matter["number"]),
        Said(matter["title"]),
        Said("、".join(name for name in parties if name)),
        Said(snapshot.procedure.stage_label(snapshot.stage)),
        Said("、".join(checked.step.makes for checked in lists[-1:])),
        _counted(lacking, "late"),
        _counted(unsure, "soon"),
        Said(f"{left}条待答复" if left else "", "soon" if left else ""),
        _term(term, moment.today),
    )
    part = "lacking" if lacking else "open" if unsure or left else "whole"
    return WorkLine(matter["id"], matter["title"], said, part, term["due_on"] if term else None)


def _counted(points: Sequence[Point], look: str) -> Said:
    """How many, and what they are."""
    if not points:
        return Said("")
    return Said(f"{len(points)}项", look, note="、".join(point.label for point in points))


def _nearest(snapshot: Snapshot) -> dict[str, dt.date] | None:
    running = [row for row in snapshot.of(Term) if row["state"] == Term.State.OPEN]
    return min(running, key=lambda row: row["due_on"], default=None)


def _term(row: Mapping[str, object] | None, today: dt.date) -> Said:
    """The open term that ends first; red only where its rule says so."""
    if row is None:
        return Said("")
    due = row["due_on"]
    assert isinstance(due, dt.date)
    look = "" if due >= today else "late" if row["red"] else "soon"
    return Said(due.isoformat(), look, note=str(row["label"]))


COMPANION = WorkList(
    id="penalty.companion",
    label="上级系统办理的案件",
    lede="以上级系统的记录为准的案件：下一份文书签批以前还缺什么。点开案件，有“签批前清单”，可以打印。",
    headings=HEADINGS,
    amounts=(),
    narrow=("案件", "缺", "下一份要签批的"),
    parts=PARTS,
    posts=(*TEAM, *HEADS, *REVIEWERS),
    select=companion_cases,
    lines=lines,
    nothing="没有以上级系统的记录为准的案件。把那边导出的清单导进来，就在这里了。",
    notes=("缺的都来自这一步本身要检查的条件；那边补办以后，再导入一次新的清单，缺项随着减少。",),
)
