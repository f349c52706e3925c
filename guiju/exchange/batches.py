"""Uploaded workbooks that wait for the button: kept encrypted, previewed as often as asked, carried out once."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Collection, Mapping

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db.models import QuerySet

from guiju.exchange.importing.api import (
    Answers,
    ChangedMeanwhile,
    NotAllowedToImport,
    Outcome,
    Preview,
    Remembered,
    carry_out,
    prepare,
)
from guiju.exchange.layouts_kept import remember_layout, remembered_layouts
from guiju.exchange.models import ImportBatch
from guiju.exchange.sheets.api import Sheet, Workbook, read_workbook
from guiju.kernel.ledger.api import vault
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import moment_for

KEPT = dt.timedelta(days=30)
TRIES = 3


class AlreadyImported(RuntimeError):
    """The button was pressed before: what came of it stands in `batch.result`."""

    def __init__(self, batch: ImportBatch) -> None:
        super().__init__("这份表已经导入过了，结果见导入记录。")
        self.batch = batch


def kept_locked(data: bytes, bound_to: str) -> bytes:
    """An upload as it is kept: encrypted, bound to its hash."""
    nonce = os.urandom(12)
    return nonce + AESGCM(vault().encryption).encrypt(nonce, data, bound_to.encode())


def unlocked(data: bytes, bound_to: str) -> bytes:
    """An upload that was kept so, in clear."""
    return AESGCM(vault().encryption).decrypt(data[:12], data[12:], bound_to.encode())


def _workbook(batch: ImportBatch) -> Workbook:
    if batch.state == ImportBatch.State.DONE or batch.content is None:
        raise AlreadyImported(batch)
    return read_workbook(unlocked(bytes(batch.content), batch.sha256), batch.name)


def batches_of(acting: Acting) -> QuerySet[ImportBatch]:
    """The uploads of a person, newest first. Nobody sees another's: the workbook holds names in clear."""
    if acting.person_id is None:
        return ImportBatch.objects.none()
    own = ImportBatch.objects.filter(town_id=acting.town_id, person_id=acting.person_id)
    return own.defer("content", "returned").order_by("-made_at", "-id")


def stage(data: bytes, name: str, acting: Acting, now: dt.datetime, register: str = "") -> ImportBatch:
    """Keep an upload. Raises UnreadableWorkbook, NotAllowedToImport."""
    if acting.person_id is None or not acting.may("imports"):
        raise NotAllowedToImport(f"{acting.name}的岗位不能导入台账。请交给司法所内勤或本单位能导入的人。")
    read_workbook(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    return ImportBatch.objects.create(
        town_id=acting.town_id,
        person_id=acting.person_id,
        name=name[:200],
        sha256=sha256,
        content=kept_locked(data, sha256),
        register=register,
        made_at=now,
    )


def answer(batch: ImportBatch, given: Mapping[str, str]) -> None:
    """Keep answers by question key; an empty one takes an answer back."""
    kept = {**batch.answers, **given}
    batch.answers = {key: told for key, told in kept.items() if told}
    batch.save(update_fields=["answers"])


def sheet_of(batch: ImportBatch, name: str) -> Sheet | None:
    """One sheet of an upload by its name. Raises AlreadyImported."""
    return next((sheet for sheet in _workbook(batch).sheets if sheet.name == name), None)


def look_at_every_register(batch: ImportBatch) -> None:
    """Take back that the upload was said to be one register: a sheet of it is another one."""
    batch.register = ""
    batch.save(update_fields=["register"])


def map_by_hand(
    batch: ImportBatch, sheet: str, signature: str, register: str, mapping: Mapping[str, str], now: dt.datetime
) -> None:
    """Keep which heading is which field, for this sheet and for every later one with the same heading."""
    batch.by_hand = {**batch.by_hand, sheet: {"register": register, "mapping": dict(mapping)}}
    batch.register = "" if batch.register != register else register
    batch.save(update_fields=["by_hand", "register"])
    remember_layout(batch.town_id, signature, register, mapping, now)


def preview_of(batch: ImportBatch, acting: Acting, now: dt.datetime) -> Preview:
    """The preview of an upload, with the answers given so far. Raises AlreadyImported, NotAllowedToImport."""
    return prepare(
        _workbook(batch),
        moment_for(acting, now, medium="sheet"),
        register=batch.register or None,
        answers=Answers(batch.answers),
        remembered=remembered_layouts(acting.town_id),
        by_hand={sheet: Remembered(told["register"], told["mapping"]) for sheet, told in batch.by_hand.items()},
    )


def carry_out_batch(batch: ImportBatch, acting: Acting, now: dt.datetime, correct: Collection[str] = ()) -> Outcome:
    """Import an upload. It is read anew, so that what changed since the preview counts; then its content is dropped.

    Pressed twice at once, the second time finds every row there. Raises AlreadyImported, ChangedMeanwhile, NotAllowed.
    """
    for left in range(TRIES - 1, -1, -1):
        preview = preview_of(batch, acting, now)
        try:
            outcome = carry_out(preview, correct)
            break
        except ChangedMeanwhile:
            if not left:
                raise
    line = outcome.reconciliation
    batch.result = {
        "rows": line.rows,
        "imported": line.imported,
        "there": line.there,
        "to_confirm": line.to_confirm,
        "wrong": line.wrong,
        "corrected": outcome.corrected,
        "first_entry": outcome.first_entry,
        "entries": outcome.entries,
        "registers": [sheet.register.label for sheet in preview.sheets],
        "totals": [[total.sentence, total.agrees] for sheet in preview.sheets for total in sheet.totals],
    }
    batch.content = None
    batch.returned = kept_locked(outcome.returned, batch.sha256) if outcome.returned else None
    batch.state, batch.done_at = ImportBatch.State.DONE, now
    batch.save(update_fields=["result", "content", "returned", "state", "done_at"])
    return outcome


def returned_of(batch: ImportBatch) -> bytes | None:
    """The workbook of rows that were still open when the upload was imported; None if there were none."""
    return unlocked(bytes(batch.returned), batch.sha256) if batch.returned is not None else None


def old_batches(now: dt.datetime) -> QuerySet[ImportBatch]:
    """Uploads of all towns that are older than thirty days."""
    return ImportBatch.objects.filter(made_at__lt=now - KEPT)


def forget_old_batches(now: dt.datetime) -> int:
    """Delete uploads older than thirty days; what was imported stays, of course. Returns how many."""
    return old_batches(now).delete()[0]
