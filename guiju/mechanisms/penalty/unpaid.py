"""未缴案件: the list of decisions whose fine is not paid, each with what is owed and its next lawful act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db.models import F, QuerySet

from guiju.kernel.disclosure.api import masked_name
from guiju.kernel.ledger.api import open_values
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.mechanism.api import Said, WorkLine, WorkList
from guiju.kernel.procedure.api import Moment, Snapshot, load_snapshots
from guiju.kernel.terms.api import Term
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.indicators import cases
from guiju.mechanisms.penalty.late import late_fee, pay_by
from guiju.mechanisms.penalty.posts import HEADS, TEAM
from guiju.mechanisms.penalty.radar import Act, next_act, ran_out, unpaid
from guiju.mechanisms.penalty.rows import Instalment

HEADINGS = ("编号", "案件", "当事人", "未缴（元）", "加处罚款（元）", "下一步", "从哪天", "到哪天", "已过期的")
PARTS = {"now": "现在可以办", "waits": "等日子", "over": "期限已过"}
LOOKS = {"now": "soon", "waits": "hold", "over": "late"}
ROWS = (Party, Term, Instalment)


def unpaid_cases(town_id: int) -> QuerySet[Matter]:
    """Cases decided and not closed whose fine is not paid in full, the oldest decision first."""
    owing = cases(town_id).filter(
        decided_on__isnull=False, revoked_on__isnull=True, case_closed_on__isnull=True, fine__gt=F("paid")
    )
    return Matter.objects.filter(id__in=owing.values("matter_id"), town_id=town_id).order_by("event_date", "id")


def lines(matters: Sequence[Matter], moment: Moment) -> list[WorkLine]:
    """What the list says of each; six statements, however many there are."""
    snapshots = load_snapshots([one.id for one in matters], known=matters, rows=ROWS, step="court_result")
    names = open_values(
        row["name"] for snapshot in snapshots.values() for row in snapshot.of(Party) if not row["organisation"]
    )
    found = (_line(snapshots[one.id], names, moment) for one in matters if one.id in snapshots)
    return [line for line in found if line is not None]


def _line(snapshot: Snapshot, names: Mapping[str, str], moment: Moment) -> WorkLine | None:
    act = next_act(snapshot, moment)
    if act is None:
        return None
    matter = snapshot.matter
    parties = (row["organisation"] or masked_name(names.get(row["name"], "")) for row in snapshot.of(Party))
    said = (
        Said(matter["number"]),
        Said(matter["title"]),
        Said("、".join(name for name in parties if name)),
        Said(f"{unpaid(snapshot):,.2f}"),
        _late(snapshot, moment),
        Said(act.what, LOOKS[act.state], act.basis, act.unsure, act.note),
        Said(_day(act.since)),
        Said(_day(act.until)),
        Said("、".join(f"{one.what} {one.on.isoformat()}" for one in ran_out(snapshot, moment))),
    )
    return WorkLine(matter["id"], matter["title"], said, act.state, _pressing(act))


def _late(snapshot: Snapshot, moment: Moment) -> Said:
    """第72条: the late fee as it stands today; while nothing is late, nothing."""
    fee, last = late_fee(snapshot.detail, moment), pay_by(snapshot.detail, moment)
    return Said(f"{fee:,.2f}" if last is not None and moment.on > last else "", basis=bases.LATE_FEE if fee else None)


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day is not None else ""


def _pressing(act: Act) -> dt.date | None:
    """The day by which a line is sorted: the last one of what may be done, the first of what waits."""
    return act.until or act.since if act.state == "now" else act.since or act.until


UNPAID = WorkList(
    id="penalty.unpaid",
    label="未缴案件",
    lede="已经决定、罚款没有缴清的案件，按下一个依法可以做的步骤排列。加处罚款算到今天，复议、诉讼期间不计。",
    headings=HEADINGS,
    amounts=("未缴（元）", "加处罚款（元）"),
    narrow=("案件", "未缴（元）", "下一步"),
    parts=PARTS,
    posts=(*TEAM, *HEADS),
    select=unpaid_cases,
    lines=lines,
    nothing="没有未缴清的案件。",
    notes=("分期以后、复议维持以后从哪天起算申请法院的三个月，原文还没有核对，标待核实。",),
)
