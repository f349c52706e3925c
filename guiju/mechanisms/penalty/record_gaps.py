"""记录缺口: the list of cases in hand whose record of the whole process lacks something, text or audio-video."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from guiju.kernel.matters.api import Matter
from guiju.kernel.mechanism.api import Said, WorkLine, WorkList
from guiju.kernel.procedure.api import Moment, Snapshot, load_snapshots
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.posts import TEAM
from guiju.mechanisms.penalty.recording import missing_media, optional_media, stages_lacking
from guiju.mechanisms.penalty.rows import RecordItem

PARTS = {"must": "须补", "may": "视需要"}


def cases_in_hand(town_id: int) -> QuerySet[Matter]:
    """Cases that are not archived, whose file may still be completed; the oldest first."""
    found = Matter.objects.filter(town_id=town_id, mechanism="penalty", closed_on__isnull=True, voided=False)
    return found.order_by("event_date", "id")


def lines(matters: Sequence[Matter], moment: Moment) -> list[WorkLine]:
    """Cases with a gap; three statements, however many there are."""
    ids = [one.id for one in matters]
    snapshots = load_snapshots(ids, known=matters, rows=(RecordItem,), step="court_result")
    found = (_line(snapshots[one], moment) for one in ids if one in snapshots)
    return [line for line in found if line is not None]


def _line(snapshot: Snapshot, moment: Moment) -> WorkLine | None:
    stages = stages_lacking(snapshot)
    must, may = missing_media(snapshot, moment), optional_media(snapshot, moment)
    if not (stages or must or may):
        return None
    matter = snapshot.matter
    said = (
        Said(matter["number"]),
        Said(matter["title"]),
        Said(snapshot.procedure.stage_label(snapshot.stage)),
        Said("、".join(stages), "late" if stages else "", bases.RECORDING if stages else None),
        Said("、".join(must), "late" if must else "", bases.AUDIO_VIDEO if must else None),
        Said("、".join(may)),
    )
    part = "must" if stages or must else "may"
    return WorkLine(matter["id"], matter["title"], said, part, matter["event_date"])


RECORD_GAPS = WorkList(
    id="penalty.record_gaps",
    label="记录缺口",
    lede="在办和还没有归档的案件里，全过程记录缺的。文字能全面记录的，可以不作音像记录；应当全程音像记录的缺了不能结案。",
    headings=("编号", "案件", "阶段", "缺文字记录", "缺应当全程的音像记录", "清单所列、没有登记的音像记录"),
    amounts=(),
    narrow=("案件", "阶段", "清单所列、没有登记的音像记录"),
    parts=PARTS,
    posts=TEAM,
    select=cases_in_hand,
    lines=lines,
    nothing="没有缺口。",
    notes=("音像记录事项清单合并各地公布的，镇应自行公布，待核实。",),
)
