"""举措: what a town wrote down of its own doing in the sections that print certain figures, with the materials behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from guiju.reports.models import Material, Passage
from guiju.reports.outline import OutlineSection, read_outline, shipped_outline
from guiju.reports.tokens import parse, split_lead, tokens_of

LONGEST = 40  # characters of a measure's first sentence


@dataclass(frozen=True)
class Measure:
    """A paragraph that somebody added, or a material put behind one: what it says, since when, where it stands."""

    words: str
    on: dt.date | None
    code: str
    material: int | None = None


def sections_printing(figures: Collection[str]) -> list[OutlineSection]:
    """The sections of the shipped outline that print one of the figures, in reading order."""
    outline = read_outline(shipped_outline())
    return [section for section in outline.sections() if _prints(section, figures)]


def measures_of(town_id: int, year: int, figures: Collection[str]) -> list[Measure]:
    """Paragraphs that the town added to these sections and materials that it kept for them, newest first. Two statements.

    A rewritten paragraph of the outline is no measure: only an added one tells what was done.
    """
    sections = [section.code for section in sections_printing(figures)]
    within = Q()
    for section in sections:
        within |= Q(code__startswith=f"{section}.")
    if not within:
        return []
    mine = {"town_id": town_id, "report__year": year}
    added = within & ~Q(text="") & Q(code__regex=r"\.z[0-9]+$")
    passages = Passage.objects.filter(added, **mine)
    found = [Measure(_first_sentence(row.text), row.written_on, row.code) for row in passages]
    found += [Measure(row.title, row.kept_on, row.code, row.id) for row in Material.objects.filter(within, **mine)]
    return sorted(found, key=lambda one: (one.on or dt.date.min, one.code, one.material or 0), reverse=True)


def _prints(section: OutlineSection, figures: Collection[str]) -> bool:
    return any(token.id in figures for paragraph in section.paragraphs for token in tokens_of(paragraph.text))


def _first_sentence(text: str) -> str:
    """The leading words of a paragraph; without such its first sentence, a figure in it told as an omission."""
    lead, rest = split_lead(text)
    words = lead or "".join(piece if isinstance(piece, str) else "…" for piece in parse(rest.split("。")[0]))
    return words.rstrip("。") if len(words) <= LONGEST else f"{words[:LONGEST]}…"
