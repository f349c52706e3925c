"""How the papers of a case name things: organ, team, case, party, officers, the penalty in words, periods of time."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from guiju.kernel.documents.api import Field, Paragraph, capital_amount, paragraph
from guiju.kernel.lawbook.api import Basis, LawbookError, Unit
from guiju.kernel.matters.api import Party
from guiju.kernel.organisation.api import ENFORCEMENT
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty.amounts import Sentence
from guiju.mechanisms.penalty.models import PartyKind, PenaltyKind
from guiju.mechanisms.penalty.officers import in_capacity

COUNTED = {Unit.DAY: "日", Unit.WORKING_DAY: "个工作日", Unit.MONTH: "个月", Unit.YEAR: "年", Unit.HOUR: "小时"}


def organ(draft: Draft) -> str:
    """The town's government, in whose name a penalty is imposed (第24条)."""
    return f"{draft.moment.directory.town_name}人民政府"


def team(draft: Draft) -> str:
    """The team that handles the case."""
    return draft.moment.directory.unit_names.get(draft.snapshot.matter["unit_id"], organ(draft))


def case_number(draft: Draft) -> str | None:
    """The number of the case; None while it is given only at the writing."""
    number = draft.snapshot.matter.get("number")
    return number if isinstance(number, str) and number else None


def cause(draft: Draft) -> str:
    """案由: the item of the catalogue, never the party."""
    return str(draft.snapshot.detail.get("cause") or "")


def private(draft: Draft, name: str) -> str:
    """A private text of the case, as just typed or as opened; empty where there is none."""
    return draft.snapshot.text(draft.snapshot.detail.get(name, ""))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """One paragraph for each line that somebody wrote."""
    return tuple(paragraph(line) for part in text.splitlines() if (line := part.strip()))


# the party


def parties(draft: Draft) -> list[dict[str, str]]:
    """The parties in clear: name, id_number, telephone, address; what is not known is empty."""
    rows = sorted((row for row in draft.snapshot.of(Party) if row["role"] == "party"), key=lambda row: row["ordinal"])
    return [_in_clear(draft, row) for row in rows]


def _in_clear(draft: Draft, row: dict[str, Any]) -> dict[str, str]:
    told = {name: draft.snapshot.text(row.get(name)) for name in ("id_number", "telephone", "address")}
    return {"name": row.get("organisation") or draft.snapshot.text(row.get("name")), **told}


def party_names(draft: Draft) -> str:
    """Names of the parties, parted by commas of a list."""
    return "、".join(party["name"] for party in parties(draft))


def is_person(draft: Draft) -> bool:
    """Whether the party is a citizen."""
    return draft.snapshot.detail.get("party_kind") == PartyKind.PERSON


def party_words(draft: Draft) -> tuple[str, str, str]:
    """What name, number and address are called for this kind of party."""
    if is_person(draft):
        return "当事人", "身份号码", "住址"
    return "当事人", "信用代码", "住所"


def party_rows(draft: Draft) -> tuple[tuple[Field, ...], ...]:
    """The party in a grid; empty places where nothing is known."""
    who, number, home = party_words(draft)
    rows: list[tuple[Field, ...]] = []
    for party in parties(draft) or [dict.fromkeys(("name", "id_number", "telephone", "address"), "")]:
        rows.append((Field(who, party["name"] or None), Field("联系电话", party["telephone"] or None)))
        rows.append((Field(number, party["id_number"] or None),))
        rows.append((Field(home, party["address"] or None),))
    return tuple(rows)


def party_lines(draft: Draft) -> tuple[Paragraph, ...]:
    """The party at the head of a paper that is handed out (第59条第1款第1项): name, number, address."""
    who, number, home = party_words(draft)
    told = []
    for party in parties(draft):
        told.append(paragraph(f"{who}：{party['name']}"))
        told += [
            paragraph(f"{word}：{party[name]}")
            for name, word in (("id_number", number), ("address", home))
            if party[name]
        ]
    return tuple(told)


# people of the organ


def with_certificates(draft: Draft, names: Iterable[str]) -> str:
    """Names with the number of the certificate that each held on the day of the step."""
    return "、".join(_with_certificate(draft, name) for name in names)


def _with_certificate(draft: Draft, name: str) -> str:
    directory = draft.moment.directory
    person = directory.person(name)
    held = directory.holds_certificate(person, ENFORCEMENT, draft.event_date) if person is not None else None
    return f"{name}（执法证号{held.number}）" if held is not None and held.number else name


def case_officers(draft: Draft) -> tuple[str, ...]:
    """Who investigates the case."""
    return in_capacity(draft.snapshot, draft.moment, "officer")


# the penalty


def money(amount: Decimal | int) -> str:
    """An amount as a decision writes it: 人民币叁仟元整（3,000元）."""
    amount = Decimal(amount)  # a form may give a whole number
    return f"人民币{capital_amount(amount)}（{f'{amount:,.2f}'.removesuffix('.00')}元）"


def penalties(sentence: Sentence) -> str:
    """The penalties in words within a sentence or a cell, in the order of 第9条; empty where there is none."""
    return "；".join(_penalty(kind, sentence) for kind in sentence.kinds)


def _penalty(kind: str, sentence: Sentence) -> str:
    label = str(PenaltyKind(kind).label)
    if kind == PenaltyKind.FINE and sentence.fine is not None:
        return f"罚款{money(sentence.fine)}"
    if kind == PenaltyKind.CONFISCATION and sentence.confiscation is not None:
        return f"{label}，价值{money(sentence.confiscation)}"
    return label


def penalty_lines(sentence: Sentence) -> tuple[Paragraph, ...]:
    """The penalties as paragraphs, each ended as a list ends; several are numbered."""
    words = [_penalty(kind, sentence) for kind in sentence.kinds]
    numbers = [f"{at}．" if len(words) > 1 else "" for at in range(1, len(words) + 1)]
    ends = ["；"] * (len(words) - 1) + ["。"]
    return tuple(paragraph("".join(parts)) for parts in zip(numbers, words, ends, strict=True))


# rules


def period(draft: Draft, rule_id: str) -> str:
    """How long a period of the rulepacks is on the day of the step: 60日, 6个月; empty where no rulepack has it."""
    try:
        rule = draft.moment.lawbook.term_rule(rule_id, draft.event_date)
    except LawbookError:
        return ""
    return f"{rule.amount}{COUNTED[rule.unit]}" if rule.unit is not None else ""


def cited(draft: Draft, basis: Basis) -> str:
    """An article by the full title of its law: 《中华人民共和国行政处罚法》第59条."""
    law = draft.moment.lawbook.law(basis.law)
    return Basis(basis.law, basis.article, law.title).label
