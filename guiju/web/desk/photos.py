"""Photos that come with a form, in the street or at a door: kept without their place under their hash at once, so that a refused form does not lose them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.core import signing

from guiju.kernel.evidence.api import EvidenceError, keep, without_position
from guiju.kernel.ledger.api import Plan
from guiju.kernel.procedure.api import Snapshot, plan_attachment
from guiju.web.access import DeskRequest

FIELD, KEPT = "photos", "kept"
MEDIA = ("image/jpeg", "image/png")
MOST = 9
A_DAY = 86_400
SALT = "guiju.photos"


def photos_of(request: DeskRequest) -> tuple[list[dict[str, Any]], list[str]]:
    """The photos that came with a form, now or with an earlier try of it, and what is wrong with others.

    What was kept earlier comes back as a token that we signed for this person: nobody can name another's file.
    Raises nothing; a file that cannot be kept is told in a sentence.
    """
    if (known := getattr(request, "photos_read", None)) is not None:  # an upload can be read once
        return known  # type: ignore[no-any-return]
    found = list(_kept(request))
    wrong = []
    for upload in request.FILES.getlist(FIELD)[:MOST]:
        if upload.content_type not in MEDIA:
            wrong.append(f"“{upload.name}”不是照片（JPG、PNG），没有收。")
            continue
        data = without_position(upload.read())
        try:
            if data:
                found.append({"sha256": keep(data), "size_bytes": len(data), "media_type": upload.content_type})
        except EvidenceError as error:
            wrong.append(f"“{upload.name}”没有收：{error}")
    request.photos_read = found[:MOST], wrong  # type: ignore[attr-defined]
    return found[:MOST], wrong


def told_of(request: DeskRequest) -> dict[str, Any]:
    """What the page says of photos: those of an earlier try, as tokens, and what was wrong with others."""
    photos, wrong = photos_of(request)
    return {"kept": tokens(request, photos), "wrong": wrong}


def tokens(request: DeskRequest, photos: Sequence[dict[str, Any]]) -> list[str]:
    """What the form carries so that the photos need not be chosen again."""
    return [signing.dumps({**photo, "for": request.acting.actor}, salt=SALT) for photo in photos]


def attachments(
    snapshot: Snapshot, request: DeskRequest, photos: Sequence[dict[str, Any]], what: str = "照片"
) -> Iterator[Plan]:
    """The plans that put the photos on record with a matter that is only planned yet."""
    seen = snapshot.copy()
    for ordinal, photo in enumerate(photos, 1):
        title = f"{what}{ordinal}"
        yield plan_attachment(seen, request.moment, **photo, title=title, kind="photo", made_on=request.moment.today)
        seen.matter["row_version"] += 1


def _kept(request: DeskRequest) -> Iterator[dict[str, Any]]:
    for token in request.POST.getlist(KEPT)[:MOST]:
        try:
            photo = signing.loads(token, salt=SALT, max_age=A_DAY)
        except signing.BadSignature:
            continue
        if photo.pop("for", "") == request.acting.actor:
            yield photo
