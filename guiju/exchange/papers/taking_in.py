"""Taking in photos and scans: each page is read, laid straight and kept encrypted until a person has looked at it.

Nothing is kept of a page of another town or of a matter that the person does not see, nor told whose it is.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from guiju.exchange.batches import KEPT, kept_locked, unlocked
from guiju.exchange.papers.models import PrintedPaper, ReturnedPage
from guiju.exchange.papers.pictures import UnreadableScan, pages_in
from guiju.exchange.papers.reading import PageRead, read_page
from guiju.kernel.evidence.api import LARGEST_BYTES
from guiju.kernel.matters.api import visible_to
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import Moment

ELSEWHERE = "上的收回码不是本镇印的，没有收。请交还给印这张纸的单位。"
NOT_SEEN = "是别的单位办的事项的纸件，没有收。请交给司法所内勤或者承办单位。"
TWO_ON_ONE = "一张上有不止一页的收回码"
NO_CODE = "没有认出收回码"


@dataclass
class Taken:
    """What came of uploads: how many pages were added, and sentences about those that were not."""

    added: int = 0
    told: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Whose:
    """The paper of a page with its number, or why there is none; `refused` pages are not kept."""

    paper: PrintedPaper | None = None
    number: int | None = None
    why: str = ""
    refused: str = ""


def take_in(uploads: Iterable[tuple[str, bytes]], moment: Moment) -> Taken:
    """Read files with their names, and keep their pages. The same file a second time adds nothing."""
    taken = Taken()
    for name, data in uploads:
        if not data:
            taken.told.append(f"“{name}”是空的，没有收。")
        elif len(data) > LARGEST_BYTES:
            taken.told.append(f"“{name}”超过 {LARGEST_BYTES // 1024 // 1024} MB，没有收。请分成几份再交。")
        else:
            _take_file(name, data, moment, taken)
    return taken


def _take_file(name: str, data: bytes, moment: Moment, taken: Taken) -> None:
    upload = hashlib.sha256(data).hexdigest()
    there = set(_own(moment.acting).filter(upload=upload).values_list("place", flat=True))
    again: list[str] = []
    empty: list[str] = []
    try:
        for place, picture in enumerate(pages_in(data)):
            which = f"第{place + 1}页"
            if place in there:
                again.append(which)
            elif (page := read_page(picture)).empty:
                empty.append(which)
            elif (whose := _whose(page, moment)).refused:
                taken.told.append(f"“{name}”{which}{whose.refused}")
            else:
                taken.added += _kept(page, whose, upload, place, moment)
    except UnreadableScan as error:
        taken.told.append(f"“{name}”{error}")
    if again:
        taken.told.append(f"“{name}”的{'、'.join(again)}以前收过了，没有再收。")
    if empty:
        taken.told.append(f"“{name}”的{'、'.join(empty)}是空白，没有收。")


def _whose(page: PageRead, moment: Moment) -> _Whose:
    code = page.code
    if code is None:
        return _Whose(why=TWO_ON_ONE if page.codes else NO_CODE)
    paper = PrintedPaper.objects.filter(town_id=moment.town_id, token=code.token).first()
    if paper is None or code.page > paper.pages:
        return _Whose(refused=ELSEWHERE)
    if not visible_to(moment.acting).filter(id=paper.matter_id).exists():
        return _Whose(refused=NOT_SEEN)
    if paper.returned_on is not None:
        return _Whose(
            refused=f"是《{paper.title}》的第{code.page}页，这一份已经在 {paper.returned_on} 收回，没有再收。"
        )
    return _Whose(paper, code.page)


def _kept(page: PageRead, whose: _Whose, upload: str, place: int, moment: Moment) -> bool:
    """Keep a page; whether it was new, for the same file may be sent twice at once."""
    told = {
        "town_id": moment.town_id,
        "paper": whose.paper,
        "number": whose.number,
        "why": whose.why,
        "sha256": page.sha256,
        "picture": kept_locked(page.picture, page.sha256),
        "small": kept_locked(page.small, page.sha256),
        "wide": page.wide,
        "made_at": moment.now,
    }
    _, new = ReturnedPage.objects.get_or_create(
        person_id=moment.acting.person_id, upload=upload, place=place, defaults=told
    )
    return new


def _own(acting: Acting) -> QuerySet[ReturnedPage]:
    return ReturnedPage.objects.filter(town_id=acting.town_id, person_id=acting.person_id)


def waiting_pages(acting: Acting) -> QuerySet[ReturnedPage]:
    """Pages that a person brought and that are not stored yet; nobody sees another's."""
    return _own(acting).filter(picture__isnull=False).order_by("upload", "place")


def picture_of(page: ReturnedPage, *, small: bool = False) -> bytes:
    """The JPEG of a page that waits."""
    kept = page.small if small else page.picture
    assert kept is not None, "a page that waits has its picture"
    return unlocked(bytes(kept), page.sha256)


def drop(acting: Acting, keys: Sequence[int]) -> int:
    """Forget pages that are of no use; their file may be brought again. Returns how many went."""
    return waiting_pages(acting).filter(id__in=keys).delete()[0]


def old_pages(now: dt.datetime) -> QuerySet[ReturnedPage]:
    """Pages of all towns that were brought more than thirty days ago."""
    return ReturnedPage.objects.filter(made_at__lt=now - KEPT)


def forget_old_pages(now: dt.datetime) -> int:
    """Delete them; what was stored with its matter stays, of course. Returns how many."""
    return old_pages(now).delete()[0]
