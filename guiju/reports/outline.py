"""The outline of a report as data: parts, sections, paragraphs with figures in their texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

from guiju.kernel.lawbook.api import Basis
from guiju.reports.tokens import parse

FOLDER = Path(__file__).with_name("outlines")
DEFAULT = "town-government"
_FOLDED = re.compile(r"(?<=[^\x00-\x7f]) (?=\S)|(?<=\S) (?=[^\x00-\x7f])|(?<=\S) (?=\{)|(?<=\}) (?=\S)")


@dataclass(frozen=True)
class OutlineParagraph:
    """One paragraph; its code is part.section.paragraph."""

    code: str
    text: str


@dataclass(frozen=True)
class OutlineSection:
    """A section; without a heading its paragraphs stand directly under the part's.

    `needs` is the mechanism without which it is left out ("drop") or replaced by a place to write ("ask"); `owner` is
    the kind of unit that answers for its figures, empty for the judicial office.
    """

    code: str
    heading: str
    paragraphs: tuple[OutlineParagraph, ...]
    needs: str = ""
    without: Literal["drop", "ask"] = "drop"
    owner: str = ""


@dataclass(frozen=True)
class OutlinePart:
    """A part of the report and the article that asks for it."""

    code: str
    heading: str
    basis: Basis
    sections: tuple[OutlineSection, ...]


@dataclass(frozen=True)
class Notice:
    """The notice with which the report is issued."""

    title: str
    text: str
    addressees: tuple[str, ...]
    copies: tuple[str, ...]
    office: str


@dataclass(frozen=True)
class Upward:
    """The paper with which the report goes to those who demand it (法治政府建设与责任落实督察工作规定 第23条)."""

    title: str
    addressees: tuple[str, ...]
    copies: tuple[str, ...]
    closing: str


@dataclass(frozen=True)
class Outline:
    """Everything that stands in a report before the town has written anything itself."""

    id: str
    title: str
    notice: Notice
    upward: Upward | None
    opening: OutlineParagraph
    parts: tuple[OutlinePart, ...]

    def sections(self) -> Iterator[OutlineSection]:
        """All sections in reading order."""
        return (section for part in self.parts for section in part.sections)

    def paragraphs(self) -> Iterator[OutlineParagraph]:
        """The opening and all paragraphs in reading order."""
        yield self.opening
        for section in self.sections():
            yield from section.paragraphs


def shipped_outline(identifier: str = DEFAULT) -> str:
    """The text of an outline that ships with the product. Raises FileNotFoundError."""
    return (FOLDER / f"{identifier}.yaml").read_text(encoding="utf-8")


@lru_cache(maxsize=16)
def read_outline(text: str) -> Outline:
    """The outline that a YAML text describes. Raises ReportError for a paragraph with a fault."""
    described = yaml.safe_load(text)
    outline = Outline(
        id=described["id"],
        title=described["title"],
        notice=_notice(described["notice"]),
        upward=_upward(described.get("upward")),
        opening=OutlineParagraph("opening", unfolded(described["opening"])),
        parts=tuple(_part(part) for part in described["parts"]),
    )
    for paragraph in outline.paragraphs():
        parse(paragraph.text)
    return outline


def unfolded(text: str) -> str:
    """A text as it is read: the spaces that a file's line breaks leave between Chinese characters are taken out."""
    return _FOLDED.sub("", text.strip())


def _notice(described: Mapping[str, Any]) -> Notice:
    return Notice(
        described["title"],
        described["text"],
        tuple(described["addressees"]),
        tuple(described["copies"]),
        described["office"],
    )


def _upward(described: Mapping[str, Any] | None) -> Upward | None:
    if described is None:  # an outline that was locked before it had one
        return None
    return Upward(described["title"], tuple(described["addressees"]), tuple(described["copies"]), described["closing"])


def _part(described: Mapping[str, Any]) -> OutlinePart:
    code = described["code"]
    sections = tuple(_section(code, section) for section in described["sections"])
    return OutlinePart(code, described["heading"], Basis.parse(described["basis"]), sections)


def _section(part: str, described: Mapping[str, Any]) -> OutlineSection:
    code = f"{part}.{described['code']}"
    paragraphs = tuple(
        OutlineParagraph(f"{code}.{paragraph['code']}", unfolded(paragraph["text"]))
        for paragraph in described["paragraphs"]
    )
    return OutlineSection(
        code,
        described.get("heading", ""),
        paragraphs,
        described.get("needs", ""),
        described.get("without", "drop"),
        described.get("owner", ""),
    )
