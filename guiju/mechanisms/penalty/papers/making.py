"""Freezing a paper of a step that is taken here; of a claimed one only what has a number is put on record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from guiju.kernel.documents.api import Content
from guiju.kernel.ledger.api import NewKey, NextNumber
from guiju.kernel.procedure.api import Draft


@dataclass(frozen=True)
class PaperKind:
    """A kind of paper: its title, and the function that writes its content from what the step knows."""

    title: str
    write: Callable[[Draft, str | None], Content]


_KINDS: dict[str, PaperKind] = {}


def register_papers(kinds: Mapping[str, PaperKind]) -> None:
    """Add kinds of papers; called once by each module that writes some."""
    _KINDS.update(kinds)


def paper(draft: Draft, kind: str, *, number: str | NextNumber = "") -> NewKey | None:
    """Freeze the paper of a kind. One that exists only outside is recorded when it has a number, without content."""
    known = _KINDS[kind]
    if draft.intent.mode != "taken":
        has_number = isinstance(number, str) and bool(number)
        return draft.document(kind, None, title=known.title, number=number) if has_number else None
    content = known.write(draft, number if isinstance(number, str) and number else None)
    return draft.document(kind, content, title=known.title, number=number)
