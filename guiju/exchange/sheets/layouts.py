"""Declared layouts of registers, and which of them a sheet follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from .choices import Choices
from .headings import Head, Heading, candidates, find_head, normalise, path_key, title_of, without_unit
from .refused import Refused, refusal_of
from .workbook import Sheet

Kind = Literal["text", "date", "integer", "money", "persons", "identity", "telephone", "choice", "flag"]
ENOUGH = 0.6
"""The share of the sheet's or of the layout's columns that has to fit."""


@dataclass(frozen=True)
class Column:
    """A column that a register wants: its field, the headings it goes by (父/子 for merged heads), its kind."""

    field: str
    headings: tuple[str, ...]
    required: bool = False
    kind: Kind = "text"
    choices: Choices | None = None

    def __post_init__(self) -> None:
        if not self.headings:
            raise ValueError(f"column {self.field} has no heading")
        if (self.kind == "choice") != (self.choices is not None):
            raise ValueError(f"column {self.field}: exactly the kind 'choice' has choices")

    @property
    def label(self) -> str:
        """The first heading: what messages call the column."""
        return self.headings[0]


@dataclass(frozen=True)
class Layout:
    """One way in which a register is kept as a sheet.

    `refused` adds headings (with reasons) to those refused by principle; `ignored` are headings that belong to the
    layout but are not read; `titles` are words that, in the title, the sheet's or the file's name, tell two layouts
    with the same columns apart.
    """

    id: str
    register: str
    columns: tuple[Column, ...]
    refused: Mapping[str, str] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """The lowest headings of its columns, without units: a sheet with none of them cannot follow the layout."""
        paths = (heading for column in self.columns for heading in column.headings)
        return frozenset(without_unit(path_key(path).rpartition("/")[2]) for path in paths)

    def __post_init__(self) -> None:
        for column in self.columns:
            for heading in column.headings:
                if refusal_of(heading):
                    raise ValueError(f"layout {self.id}: heading {heading} is refused by principle")


@dataclass(frozen=True)
class Match:
    """A sheet read as a layout: where each field stands, what was left over, not read, refused or absent.

    `score` runs from 0 to 1; `exact` counts the fields found by their whole heading; `rivals` are the ids of other layouts that fit as well: then a person has to choose.
    """

    layout: Layout
    head: Head
    title: str
    columns: Mapping[str, Heading]
    unmatched: tuple[Heading, ...]
    ignored: tuple[Heading, ...]
    refused: tuple[Refused, ...]
    absent: tuple[Column, ...]
    score: float
    exact: int
    rivals: tuple[str, ...] = ()

    @property
    def mapping(self) -> dict[str, int]:
        """The column (counted from 0) of each field."""
        return {field: heading.column for field, heading in self.columns.items()}


@dataclass(frozen=True)
class UnknownLayout:
    """A sheet that follows no declared layout; `nearest` and `missing` name the closest one and what it lacks."""

    sheet: str
    head: Head | None
    refused: tuple[Refused, ...] = ()
    nearest: Layout | None = None
    missing: tuple[Column, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings found in the sheet, for the message."""
        return tuple(heading.text for heading in self.head.headings if not heading.is_ours) if self.head else ()

    @property
    def message(self) -> str:
        """The Chinese sentence that says what was found and what to do."""
        if self.head is None:
            return f"工作表“{self.sheet}”里找不到表头。请确认表头是一行（或合并的两三行）文字，数据紧接在下面。"
        found = f"工作表“{self.sheet}”的表头不认识：{'、'.join(self.headings)}。"
        if self.nearest is None:
            return found + "请选择登记簿并逐列对应，或者作为自定义台账导入。"
        missing = "、".join(f"“{column.label}”" for column in self.missing)
        return found + f"与“{self.nearest.register}”最接近，但缺少必需的列{missing}。请补上这些列，或者逐列对应。"


def match_layout(sheet: Sheet, layouts: Sequence[Layout], file_name: str = "") -> Match | UnknownLayout:
    """Return how the sheet reads as the best fitting layout, or what was found where none fits."""
    best: list[tuple[tuple[float, ...], Match]] = []
    nearest: tuple[float, Layout, tuple[Column, ...]] | None = None
    for head in candidates(sheet):
        words = _words(head)
        alike = [layout for layout in layouts if not words.isdisjoint(layout.words)]
        title = title_of(sheet, head) if alike else ""
        for layout in alike:
            match = fit(head, layout, title)
            missing = tuple(column for column in match.absent if column.required)
            if not _fits(match):
                continue
            if missing:
                if nearest is None or match.score > nearest[0]:
                    nearest = (match.score, layout, missing)
                continue
            named = any(word in title + sheet.name + file_name for word in layout.titles)
            best.append(((match.score, len(match.columns), named, match.exact, head.first - head.last), match))
    if best:
        return _choose(best)
    found = find_head(sheet)
    _, layout_near, missing = nearest or (0, None, ())
    return UnknownLayout(sheet.name, found, _refused(found, {}) if found else (), layout_near, missing)


def _choose(ranked: list[tuple[tuple[float, ...], Match]]) -> Match:
    rank, match = max(ranked, key=lambda pair: pair[0])
    rivals = {m.layout.id for r, m in ranked if r[:3] == rank[:3]} - {match.layout.id}
    return replace(match, rivals=tuple(sorted(rivals)))


def _fits(match: Match) -> bool:
    of_layout = len(match.columns) / len(match.layout.columns)
    taken = len(match.columns) + len(match.unmatched)
    of_sheet = len(match.columns) / taken if taken else 0
    return len(match.columns) >= min(2, len(match.layout.columns)) and max(of_layout, of_sheet) >= ENOUGH


def fit(head: Head, layout: Layout, title: str = "") -> Match:
    """Read a heading as a layout, whether or not it fits: first by whole paths, then by the lowest heading, then
    without the unit in brackets."""
    refused = _refused(head, layout.refused)
    left_out = {item.heading.column for item in refused}
    free = [heading for heading in head.headings if heading.column not in left_out and not heading.is_ours]
    found: dict[str, Heading] = {}
    exact = 0
    for level, table in enumerate(_tables(free)):
        taken = {heading.column for heading in found.values()}
        for column in layout.columns:
            if column.field in found:
                continue
            for wanted in column.headings:
                heading = table.get(path_key(wanted))
                if heading and heading.column not in taken:
                    found[column.field] = heading
                    taken.add(heading.column)
                    exact += level == 0
                    break
    taken = {heading.column for heading in found.values()}
    unread = {path_key(heading) for heading in layout.ignored}
    rest = [h for h in free if h.column not in taken and not h.is_serial]
    ignored = tuple(h for h in rest if h.key in unread or h.key.rpartition("/")[2] in unread)
    unmatched = tuple(h for h in rest if h not in ignored)
    absent = tuple(column for column in layout.columns if column.field not in found)
    score = 2 * len(found) / ((len(found) + len(unmatched) + len(layout.columns)) or 1)
    return Match(layout, head, title, found, unmatched, ignored, refused, absent, score, exact)


def _words(head: Head) -> set[str]:
    """The lowest level of each heading, without units: what `Layout.words` is compared with."""
    return {without_unit(heading.key.rpartition("/")[2]) for heading in head.headings}


def _tables(headings: Iterable[Heading]) -> list[dict[str, Heading]]:
    """Index headings three ways; the looser ways hold only what is unambiguous."""
    exact = {heading.key: heading for heading in headings}
    leaves: dict[str, list[Heading]] = {}
    bare: dict[str, list[Heading]] = {}
    for heading in headings:
        leaf = heading.key.rpartition("/")[2]
        leaves.setdefault(leaf, []).append(heading)
        for key in {without_unit(heading.key), without_unit(leaf)}:
            bare.setdefault(key, []).append(heading)
    return [exact, *({key: same[0] for key, same in table.items() if len(same) == 1} for table in (leaves, bare))]


def _refused(head: Head, more: Mapping[str, str]) -> tuple[Refused, ...]:
    reasons = {normalise(heading): reason for heading, reason in more.items()}
    found = []
    for heading in head.headings:
        leaf = heading.key.rpartition("/")[2]
        reason = reasons.get(heading.key) or reasons.get(leaf) or refusal_of(heading.text)
        if reason:
            found.append(Refused(heading, reason))
    return tuple(found)
