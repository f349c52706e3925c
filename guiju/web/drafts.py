"""Half-written forms: saved while somebody types, given back to nobody else, gone when the form is sent or after 30 days."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db.models import QuerySet

from guiju.kernel.ledger.api import vault
from guiju.kernel.organisation.api import Acting
from guiju.web.models import FormDraft

KEPT = dt.timedelta(days=30)
LARGEST = 64 * 1024  # characters of one form
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "row_version", "request_key", "draft", "preview"})


@dataclass(frozen=True)
class Draft:
    """What was typed, by field name, and when it was saved."""

    values: dict[str, str]
    saved_at: dt.datetime


def _bound_to(acting: Acting, path: str) -> bytes:
    return f"draft {acting.town_id} {acting.person_id} {path}".encode()


def save_draft(acting: Acting, path: str, typed: Mapping[str, str], now: dt.datetime) -> bool:
    """Keep what was typed into the form at `path`; drafts past their time go. False when it is too much to keep."""
    values = {name: text for name, text in typed.items() if name not in NEVER_KEPT and text}
    text = json.dumps(values, ensure_ascii=False)
    if len(text) > LARGEST:
        return False
    nonce = os.urandom(12)
    content = nonce + AESGCM(vault().encryption).encrypt(nonce, text.encode(), _bound_to(acting, path))
    old_drafts(now).filter(town_id=acting.town_id).delete()
    FormDraft.objects.update_or_create(
        town_id=acting.town_id,
        person_id=acting.person_id,
        path=path,
        defaults={"content": content, "saved_at": now},
    )
    return True


def draft_of(acting: Acting, path: str, now: dt.datetime) -> Draft | None:
    """The person's own draft of a form, while it is kept."""
    row = _own(acting, path).filter(saved_at__gte=now - KEPT).first()
    if row is None:
        return None
    sealed = bytes(row.content)
    try:
        text = AESGCM(vault().encryption).decrypt(sealed[:12], sealed[12:], _bound_to(acting, path))
    except InvalidTag:  # of another key: as good as none
        return None
    return Draft(json.loads(text), row.saved_at)


def discard_draft(acting: Acting, path: str) -> None:
    """Forget the person's draft of a form."""
    _own(acting, path).delete()


def old_drafts(now: dt.datetime) -> QuerySet[FormDraft]:
    """Drafts of all towns that are older than thirty days."""
    return FormDraft.objects.filter(saved_at__lt=now - KEPT)


def forget_old_drafts(now: dt.datetime) -> int:
    """Delete drafts older than thirty days, also in towns where nobody writes any more. Returns how many."""
    return old_drafts(now).delete()[0]


def _own(acting: Acting, path: str) -> QuerySet[FormDraft]:
    return FormDraft.objects.filter(town_id=acting.town_id, person_id=acting.person_id, path=path)
