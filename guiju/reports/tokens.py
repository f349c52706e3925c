"""Texts with figures in them: `截至10月底，化解纠纷{mediation.resolved|余|零=未发生}。`

In braces stands a figure's id, after a bar how it is read (see `habits`), `平台` where the platform's figure is meant,
and `零=…`, what is read for none (`零=略` leaves the clause out). Words in braces without a dot are the report's own:
{year}, {last_year}, {next_year}, {town}, {government}, {district}. A text may begin with **its leading sentence**.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guiju.reports.errors import ReportError
from guiju.reports.figures import Kind
from guiju.reports.habits import HABITS, PLAIN, UNTIL

WORDS = ("year", "last_year", "next_year", "town", "government", "district")
ATTESTED, ZERO, LEFT_OUT = "平台", "零=", "略"
_BRACES = re.compile(r"\{([^{}]*)\}")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+")
_LEAD = re.compile(r"\*\*(?P<lead>[^*]+)\*\*")


@dataclass(frozen=True)
class Token:
    """A figure within a text: which, read how, and what stands for none (None: as any other number)."""

    id: str
    habit: str = PLAIN
    kind: Kind = "derived"
    zero: str | None = None

    @property
    def counts(self) -> bool:
        """False for the token that only says until when is counted."""
        return self.habit != UNTIL


@dataclass(frozen=True)
class Word:
    """A word of the report itself within a text, such as the year."""

    name: str


Piece = str | Token | Word


def parse(text: str) -> list[Piece]:
    """The pieces of a text. Raises ReportError for what stands in braces and is not understood."""
    pieces: list[Piece] = []
    at = 0
    for found in _BRACES.finditer(text):
        pieces += _literal(text[at : found.start()], text)
        pieces.append(_braces(found.group(1)))
        at = found.end()
    return pieces + _literal(text[at:], text)


def tokens_of(text: str) -> list[Token]:
    """The figures of a text in their order. Raises ReportError."""
    return [piece for piece in parse(text) if isinstance(piece, Token)]


def split_lead(text: str) -> tuple[str, str]:
    """The leading sentence, which is set bold ("" without one), and the rest of a text."""
    found = _LEAD.match(text)
    return (found["lead"], text[found.end() :]) if found else ("", text)


def _literal(part: str, text: str) -> list[Piece]:
    if "{" in part or "}" in part:
        raise ReportError(f"这段文字的花括号不成对，数字要写成 {{指标}} 或 {{指标|读法}}：“{text[:40]}”。")
    return [part] if part else []


def _braces(inner: str) -> Token | Word:
    name, *options = (part.strip() for part in inner.split("|"))
    if not options and name in WORDS:
        return Word(name)
    if not _IDENTIFIER.fullmatch(name):
        raise ReportError(f"花括号里的“{name}”不是指标的代码，也不是 {'、'.join(WORDS)} 中的一个，请核对。")
    habit, zero = PLAIN, None
    kind: Kind = "derived"
    for option in options:
        if option in HABITS:
            habit = option
        elif option == ATTESTED:
            kind = "attested"
        elif option.startswith(ZERO):
            zero = option.removeprefix(ZERO)
        else:
            raise ReportError(f"指标“{name}”后面的读法“{option}”不认识；可用的有：{'、'.join(HABITS)}、平台、零=…。")
    return Token(name, habit, kind, zero)
