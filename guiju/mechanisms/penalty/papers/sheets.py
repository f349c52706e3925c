"""The sheets of a case: what the organ decides or sends, what it hands to the party, what stays in the volume."""

from __future__ import annotations

import dataclasses
from typing import Any

from guiju.kernel.documents.api import Content, Field, Fields, SignatureLine
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty.numbers import WORDS
from guiju.mechanisms.penalty.papers.naming import case_number, cause, organ, team

Row = tuple[Field, ...]


def outgoing(
    draft: Draft, kind: str, title: str, blocks: tuple[Any, ...], *, number: str | None = None, book: str = ""
) -> Content:
    """A paper in the name of the organ, with the place of its seal free; `book` is the series of its number."""
    return Content(
        title=f"{organ(draft)}\n{title}",
        kind=kind,
        number=number,
        number_mark=f"{draft.moment.directory.town_prefix}{WORDS[book]}" if book else "",
        blocks=blocks,
        signature=(organ(draft),),
        signed_on=draft.event_date,
    )


def handed_out(
    draft: Draft, kind: str, title: str, blocks: tuple[Any, ...], *, number: str | None = None, book: str = ""
) -> Content:
    """A notice that goes to the party on the spot or at its door: the organ's, on one page where that is possible."""
    paper = outgoing(draft, kind, title, blocks, number=number)
    return dataclasses.replace(paper, layout="form", number_mark="文号" if book else "")


def inside(draft: Draft, kind: str, title: str, blocks: tuple[Any, ...]) -> Content:
    """A form or record of the volume, under the number of the case; people sign it, nobody seals it."""
    return Content(title=title, kind=kind, layout="form", number=case_number(draft), number_mark="案号", blocks=blocks)


def approval(*steps: tuple[str, str | None]) -> Fields:
    """The lower part of a form that goes upwards: an opinion, a hand and a day for each who has a say."""
    rows: list[Row] = []
    for label, opinion in steps:
        rows += [(Field(label, opinion, lines=2),), (Field("签名"), Field("日期"))]
    return Fields(tuple(rows))


def case_rows(draft: Draft) -> tuple[Row, ...]:
    """案由 and 承办队伍."""
    return ((Field("案由", cause(draft)),), (Field("承办队伍", team(draft)),))


def officers_sign(label: str = "执法人员") -> tuple[SignatureLine, ...]:
    """Two hands (第42条)."""
    return SignatureLine(label, manner="签名"), SignatureLine(label, manner="签名", dated=True)


PARTY_SIGNS = SignatureLine("当事人", manner="签名或者盖章", dated=True)
