"""The pieces a document is made of: runs of text, and the blocks that stand one under the other.

Everything here is plain data, frozen, without floats: it can be hashed, stored and rendered again years later.
Lengths are counted in lines or in relative weights; what they measure on paper is the layout's business.
"""

import re
from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]

# XML 1.0 knows no control characters except tab and line feed; a Word file holding one cannot be opened.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINK = re.compile(r"(?:https?://[^\s]+|(?![a-zA-Z][a-zA-Z0-9+.-]*:)(?!//)[^\s\\]+)\Z")


class ContentError(ValueError):
    """The content cannot become a paper; the message is a Chinese sentence for the person at the desk."""


def checked(text: str, place: str) -> str:
    """Return text unchanged, or raise ContentError where it holds a character that no file may hold."""
    found = _UNPRINTABLE.search(text)
    if found:
        code = f"U+{ord(found.group()):04X}"
        raise ContentError(f"{place}中有不能印出的控制字符（{code}），请删去后重新填写。")
    return text


@dataclass(frozen=True)
class Text:
    """A run of ordinary text."""

    text: str

    def __post_init__(self) -> None:
        checked(self.text, "正文")


@dataclass(frozen=True)
class Bold:
    """A run that is stressed, such as the leading sentence of a paragraph."""

    text: str

    def __post_init__(self) -> None:
        checked(self.text, "正文")


@dataclass(frozen=True)
class Figure:
    """A derived or attested number within the text.

    `id` is the indicator's, `text` what is read (300余, 83), `href` where it opens on the web page; on paper it is
    ordinary text. Raises ContentError for an address that is neither relative nor http(s).
    """

    id: str
    text: str
    href: str = ""

    def __post_init__(self) -> None:
        checked(self.text, "数字")
        if self.href and not _LINK.match(self.href):
            raise ContentError(f"数字“{self.text}”的链接地址不合规：只能是本站内的相对地址或网页地址。")


Run = Text | Bold | Figure
Cell = str | Figure


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 4; its own number (一、 （一） 1. （1）) is part of the text."""

    level: int
    text: str

    def __post_init__(self) -> None:
        checked(self.text, "标题")
        if self.level not in (1, 2, 3, 4):
            raise ContentError(f"公文层次标题只有四级，“{self.text}”标作第{self.level}级，请改为一至四级。")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of runs; `indent` sets the first line in by two characters."""

    runs: tuple[Run, ...]
    indent: bool = True
    align: Align = "left"


@dataclass(frozen=True)
class Field:
    """A label and its value in a form; None leaves the place free for handwriting.

    `lines` is the least height of the value in lines of text.
    """

    label: str
    value: str | None = None
    lines: int = 1

    def __post_init__(self) -> None:
        checked(self.label, "表格")
        checked(self.value or "", f"“{self.label}”")
        if self.lines < 1:
            raise ContentError(f"“{self.label}”一栏的高度至少一行。")


@dataclass(frozen=True)
class Fields:
    """The ruled grid of a form: each row holds one or more fields; the last of a short row takes what is left."""

    rows: tuple[tuple[Field, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        checked(self.caption, "表格")
        if not self.rows or not all(self.rows):
            raise ContentError(f"表格“{self.caption}”有空行，每行至少要有一栏。")


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its relative width and how its cells stand."""

    title: str
    width: int = 1
    align: Align = "left"

    def __post_init__(self) -> None:
        checked(self.title, "表头")
        if self.width < 1:
            raise ContentError(f"表头“{self.title}”的列宽应为正整数。")


@dataclass(frozen=True)
class Table:
    """A table whose head is repeated on every page. Raises ContentError for a row of another length than the head."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        checked(self.caption, "表格")
        if not self.columns:
            raise ContentError(f"表格“{self.caption}”没有表头。")
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ContentError(
                    f"表格“{self.caption}”第{number}行有{len(row)}格，表头有{len(self.columns)}列，请补齐或删去多余的格。"
                )
            for cell in row:
                checked(cell if isinstance(cell, str) else cell.text, f"表格“{self.caption}”第{number}行")


@dataclass(frozen=True)
class SignatureLine:
    """An empty place to sign: `label` says in which capacity, `who` whose hand is expected ("" if not known yet).

    `manner` says how (签名、盖章或者按指印), and `dated` leaves a place for the day at the end of the line.
    """

    label: str
    who: str = ""
    dated: bool = False
    manner: str = ""

    def __post_init__(self) -> None:
        checked(self.label, "签名栏")
        checked(self.who, "签名栏")
        checked(self.manner, "签名栏")

    @property
    def words(self) -> str:
        """What stands before the line to write on: capacity, name, manner, colon."""
        return self.label + (f" {self.who}" if self.who else "") + (f"（{self.manner}）" if self.manner else "") + "："


@dataclass(frozen=True)
class Note:
    """A remark in smaller type (填表说明, 注)."""

    text: str

    def __post_init__(self) -> None:
        checked(self.text, "说明")


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Fields | Table | SignatureLine | Note | PageBreak


def paragraph(*parts: str | Run, indent: bool = True, align: Align = "left") -> Paragraph:
    """Make a paragraph of strings and runs, as authors of documents write it."""
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in parts), indent, align)


def plain(block: Block) -> str:
    """Return the words of a block without form, for search and for counting."""
    if isinstance(block, Paragraph):
        return "".join(run.text for run in block.runs)
    if isinstance(block, Fields):
        return "\n".join(f"{field.label}：{field.value or ''}" for row in block.rows for field in row)
    if isinstance(block, Table):
        rows = [[column.title for column in block.columns]]
        rows += [[cell if isinstance(cell, str) else cell.text for cell in row] for row in block.rows]
        return "\n".join([block.caption, *("\t".join(row) for row in rows)]).strip()
    if isinstance(block, SignatureLine):
        return block.words
    return "" if isinstance(block, PageBreak) else block.text
