"""Numbers of a text clause by clause, and how those of two texts differ: ours against a signed paper, or last year's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from guiju.kernel.documents.api import Figure as FigureRun
from guiju.kernel.documents.api import Paragraph
from guiju.reports.composing import Block

NUMBER = re.compile(r"\d+(?:[.,/+]\d+)*%?|[一二三四五六七八九十百千两〇零]+(?=余?(?:处|个|件|次|名|起|份|人|场|元))")
_CLAUSES = re.compile(r"(?:[，。；：！？、;:\n]|,(?!\d))+")
_NARROW = str.maketrans("０１２３４５６７８９％／＋．", "0123456789%/+.")
LIKE = 0.6  # two clauses are of one place when so much of their words agrees


@dataclass(frozen=True)
class Clause:
    """A clause with the ids of the figures that it prints, in order."""

    text: str
    figures: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(found.replace(",", "") for found in NUMBER.findall(self.text))

    @property
    def shape(self) -> str:
        """The clause without its numbers."""
        return NUMBER.sub("#", self.text)


@dataclass(frozen=True)
class NumberDifference:
    """A clause whose numbers are not the same in the other text; `theirs` is empty where the clause was not found."""

    ours: Clause
    theirs: str


def normal(text: str) -> str:
    """Full-width digits and signs as usual ones, without any space."""
    return re.sub(r"[^\S\n]+", "", text.translate(_NARROW))


def clauses_in(text: str) -> list[Clause]:
    """The clauses of a foreign text."""
    return [Clause(part) for part in _CLAUSES.split(normal(text)) if part]


def clauses_of(blocks: Sequence[Block]) -> list[Clause]:
    """The clauses of our own text, each with the figures that it prints."""
    return [clause for block in blocks if isinstance(block, Paragraph) for clause in _of_paragraph(block)]


def _of_paragraph(block: Paragraph) -> Iterator[Clause]:
    text, figures = "", []
    for run in block.runs:
        for part in re.split(rf"({_CLAUSES.pattern})", normal(run.text)):
            if _CLAUSES.fullmatch(part):
                if text:
                    yield Clause(text, tuple(figures))
                text, figures = "", []
                continue
            text += part
        if isinstance(run, FigureRun):
            figures.append(run.id)
    if text:
        yield Clause(text, tuple(figures))


def number_differences(ours: Sequence[Clause], theirs: Sequence[Clause]) -> list[NumberDifference]:
    """Each of our clauses with numbers that the other text tells otherwise, or does not tell, in our order."""
    found = []
    for clause, other in paired(ours, theirs):
        if clause.numbers and (other is None or other.numbers != clause.numbers):
            found.append(NumberDifference(clause, other.text if other else ""))
    return found


def paired(ours: Sequence[Clause], theirs: Sequence[Clause]) -> Iterator[tuple[Clause, Clause | None]]:
    """Each of our clauses with the other text's clause of the same place: the same words, else like words."""
    matcher = SequenceMatcher(None, [c.shape for c in ours], [c.shape for c in theirs], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(ours[a:b], theirs[c:d], strict=True)
            continue
        rest = list(theirs[c:d])
        for clause in ours[a:b]:
            like = max(rest, key=lambda other: _likeness(clause, other), default=None)
            if like is not None and _likeness(clause, like) >= LIKE:
                rest.remove(like)
                yield clause, like
            else:
                yield clause, None


def _likeness(one: Clause, other: Clause) -> float:
    return SequenceMatcher(None, one.shape, other.shape, autojunk=False).ratio()
