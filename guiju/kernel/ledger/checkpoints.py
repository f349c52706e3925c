"""Signing checkpoints and keeping them: what the town gives out so that others can hold it to its record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from django.conf import settings

from guiju.kernel.ledger import models, notes
from guiju.kernel.ledger.tree import EMPTY_ROOT


def origin_of(town_code: str) -> str:
    """The name under which a town's ledger and its key are known outside."""
    return f"guiju/{town_code}"


def signer_for(town_code: str) -> notes.Signer:
    """The town's signing key, made on first use and kept in a file outside the database."""
    return notes.Signer.from_file(Path(settings.GUIJU_KEYS) / f"checkpoint-{town_code}.key", origin_of(town_code))


def head_of(town_id: int) -> models.Head:
    """The end of a town's ledger; an empty one if nothing was written yet."""
    return models.Head.objects.filter(town_id=town_id).first() or models.Head(town_id=town_id, root=EMPTY_ROOT.hex())


def sign_checkpoint(town_id: int, town_code: str, now: dt.datetime) -> models.Checkpoint:
    """Sign the present end of the ledger and keep the note; the same size again gives the note already kept."""
    head = head_of(town_id)
    kept = models.Checkpoint.objects.filter(town_id=town_id, size=head.size, root=head.root).first()
    if kept is not None:
        return kept
    signer = signer_for(town_code)
    note = signer.sign(notes.Checkpoint(signer.name, head.size, bytes.fromhex(head.root)))
    return models.Checkpoint.objects.create(town_id=town_id, size=head.size, root=head.root, note=note, signed_at=now)


def last_checkpoint(town_id: int) -> models.Checkpoint | None:
    """The newest checkpoint given out for a town."""
    return models.Checkpoint.objects.filter(town_id=town_id).order_by("-size").first()
