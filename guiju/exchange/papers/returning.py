"""Storing what came back: one PDF for each paper, as its signed copy, with the step whose paper it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db.models import QuerySet

from guiju.exchange.papers.models import PrintedPaper, ReturnedPage
from guiju.exchange.papers.sorting import FURTHER, Bundle, Page, sorted_pages
from guiju.exchange.papers.taking_in import picture_of, waiting_pages
from guiju.kernel.documents.api import Leaf, bind
from guiju.kernel.evidence.api import keep
from guiju.kernel.ledger.api import Change, Plan
from guiju.kernel.matters.api import visible_to
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import (
    KERNEL_ROWS,
    Moment,
    NotAllowed,
    Snapshot,
    StaleMatter,
    apply,
    load_snapshot,
    plan_attachment,
)

SIGNED = "signed_paper"
PDF = "application/pdf"
TRIES = 3


@dataclass(frozen=True)
class Waiting:
    """What waits for a person: papers with their pages, pages that nobody knows, and the rows behind both."""

    bundles: list[Bundle]
    unknown: list[Page]
    papers: dict[int, PrintedPaper]
    pages: dict[int, ReturnedPage]


def plan_signed_paper(
    snapshot: Snapshot,
    moment: Moment,
    *,
    data: bytes,
    media_type: str,
    pages: int | None,
    name: str,
    step: str,
) -> Plan:
    """The one way in which a signed paper comes back: kept under its hash, on record with its step. Raises EvidenceError."""
    return plan_attachment(
        snapshot,
        moment,
        sha256=keep(data),
        size_bytes=len(data),
        media_type=media_type,
        pages=pages,
        title=f"{name}（签字件）",
        kind=SIGNED,
        step=step,
    )


def waiting_of(acting: Acting) -> Waiting:
    """The pages that a person brought, sorted. Two statements."""
    rows = list(waiting_pages(acting).defer("picture", "small"))
    known = {row.paper_id for row in rows if row.paper_id is not None}
    found = PrintedPaper.objects.filter(town_id=acting.town_id, id__in=known).select_related("matter")
    papers = {paper.id: paper for paper in found}
    pages = [Page(row.id, row.upload, row.place, row.paper_id, row.number) for row in rows]
    bundles, unknown = sorted_pages(pages, {key: paper.pages for key, paper in papers.items()})
    return Waiting(bundles, unknown, papers, {row.id: row for row in rows})


def assign(acting: Acting, page: int, paper: int, number: int) -> None:
    """A person says which page of a printed paper an unknown page is; a number of 0 adds it behind. Raises NotAllowed."""
    waiting = waiting_of(acting)
    found = outstanding(acting).filter(id=paper).first()
    if page not in {each.key for each in waiting.unknown} or found is None:
        raise NotAllowed("这一页或者这份纸件已经不在等着核对的里面，请刷新再看。")
    bundle = next((each for each in waiting.bundles if each.paper == paper), Bundle(paper, found.pages))
    if number != FURTHER and number not in bundle.missing:
        raise NotAllowed(f"《{found.title}》的第{number}页已经有了，请另选一页，或者作为附页。")
    waiting_pages(acting).filter(id=page).update(paper_id=paper, number=number, why="")


def outstanding(acting: Acting) -> QuerySet[PrintedPaper]:
    """Papers that were printed and have not come back, of matters that a person sees, newest first."""
    return _printed(acting).filter(returned_on__isnull=True)


def returned_since(acting: Acting, day: dt.date) -> QuerySet[PrintedPaper]:
    """Papers that have come back since a day, of matters that a person sees, the last first."""
    return _printed(acting).filter(returned_on__gte=day).order_by("-returned_on", "-id")


def _printed(acting: Acting) -> QuerySet[PrintedPaper]:
    seen = visible_to(acting).filter(voided=False).values("id")
    rows = PrintedPaper.objects.filter(town_id=acting.town_id, matter_id__in=seen)
    return rows.select_related("matter").order_by("-id")


def store(moment: Moment, papers: Sequence[int], *, with_gaps: Sequence[int] = ()) -> list[PrintedPaper]:
    """Store waiting papers; one that lacks pages only where the person said so (`with_gaps`). Returns what was stored.

    Raises NotAllowed for a paper that may not be stored; those before it are stored.
    """
    waiting = waiting_of(moment.acting)
    stored = []
    for bundle in waiting.bundles:
        if bundle.paper not in papers:
            continue
        paper = waiting.papers[bundle.paper]
        if bundle.missing and bundle.paper not in with_gaps:
            lacking = "、".join(f"第{number}页" for number in bundle.missing)
            raise NotAllowed(f"《{paper.title}》还缺{lacking}。补上再归卷；找不回来的，勾选“缺页也收”。")
        _store(paper, bundle, waiting, moment)
        stored.append(paper)
    return stored


def _store(paper: PrintedPaper, bundle: Bundle, waiting: Waiting, moment: Moment) -> None:
    rows = waiting_pages(moment.acting).in_bulk([page.key for page in bundle.in_order])
    data = _bound([rows[page.key] for page in bundle.in_order], paper.title)
    for left in range(TRIES - 1, -1, -1):
        try:
            _write(paper, data, len(rows), moment)
            break
        except StaleMatter:
            if not left:
                raise NotAllowed(f"《{paper.title}》的事项刚刚有了新的变化，请再归卷一次。") from None
    ended = [page.key for page in (*bundle.in_order, *bundle.doubled)]
    waiting_pages(moment.acting).filter(id__in=ended).update(picture=None, small=None)


def _write(paper: PrintedPaper, data: bytes, pages: int, moment: Moment) -> None:
    """One entry: the signed copy of the matter, and that the printed paper has come back."""
    snapshot = load_snapshot(paper.matter_id, rows=KERNEL_ROWS)
    if snapshot is None or not visible_to(moment.acting).filter(id=paper.matter_id).exists():
        raise NotAllowed("没有这件事项，或者由别的单位办理，您的岗位看不到。")
    # Read after the snapshot: whoever stores it meanwhile makes the snapshot stale.
    paper = PrintedPaper.objects.get(town_id=moment.town_id, id=paper.id)
    if paper.returned_on is not None:
        raise NotAllowed(f"《{paper.title}》已经在 {paper.returned_on} 收回，没有再收。")
    plan = plan_signed_paper(
        snapshot, moment, data=data, media_type=PDF, pages=pages, name=paper.title, step=paper.step
    )
    (evidence, *_) = plan.changes
    returned = {"returned_on": moment.today, "returned_sha256": evidence.values["sha256"]}
    plan.changes.append(Change(PrintedPaper, paper.id, "change", returned))
    apply([plan], moment.now)


def _bound(rows: Sequence[ReturnedPage], title: str) -> bytes:
    """The pages as one PDF, each picture as it was kept."""
    with TemporaryDirectory(prefix="guiju-paper-") as name:
        folder = Path(name)
        leaves = []
        for place, row in enumerate(rows):
            (folder / f"{place}.jpg").write_bytes(picture_of(row))
            leaves.append(Leaf(f"{place}.jpg", wide=row.wide, whole=True))
        target = folder / "signed.pdf"
        bind(folder, leaves, title, target)
        return target.read_bytes()
