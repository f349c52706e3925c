"""公开稿 of a penalty decision, redacted by rule (国办发〔2018〕118号 二(六)): made of what is not free text, so that nothing of a person slips in.

A natural person stands there by surname; number, address and telephone of nobody do. Decisions on minors and what is
labelled as secret are not public at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from guiju.kernel.disclosure.api import PublicText, masked_name
from guiju.kernel.documents.api import Document
from guiju.kernel.matters.api import Label, Party
from guiju.kernel.procedure.api import Moment, Snapshot
from guiju.mechanisms.penalty.amounts import amount, sentence_of
from guiju.mechanisms.penalty.models import NoPenalty, PartyKind, PenaltyKind
from guiju.mechanisms.penalty.papers.grounds import penalty_basis

TITLE = "行政处罚决定信息"
ADULT = "penalty.age.lighter"  # 第30条: the age below which a penalty is lighter, that of minors
BORN = slice(6, 14)  # where an ID number of eighteen digits holds the birth date
SHORTEST = 2  # a value shorter than this cannot be told from ordinary words


def public_text(snapshot: Snapshot, moment: Moment) -> PublicText:
    """What may be public of the decision, or why nothing may. The snapshot's private values have to be open."""
    why = _withheld(snapshot, moment)
    if why:
        return PublicText(TITLE, withheld=why)
    lines = tuple((label, value) for label, value in _lines(snapshot, moment) if value)
    leaked = _leaked(snapshot, "".join(value for _, value in lines))
    if leaked:
        return PublicText(
            TITLE, withheld=f"按规则处理以后，稿子里还有当事人的{leaked}，请核对案由、依据的写法，改正后再公开。"
        )
    return PublicText(TITLE, lines, notes=tuple(_notes(snapshot)))


def _withheld(snapshot: Snapshot, moment: Moment) -> str:
    detail = snapshot.detail
    if snapshot.matter["label"] == Label.WORK_SECRET:
        return "这件事项标为工作秘密，不公开。"
    if not detail.get("decided_on"):
        return "还没有作出决定，没有可以公开的。"
    if detail.get("revoked_on"):
        return "决定已经变更或者撤销，不再公开；已经公开的要撤下并说明理由。"
    if any(_is_minor(snapshot, row, moment) for row in _parties(snapshot)) or detail.get("no_penalty") == "under_age":
        return "当事人是未成年人，不公开。"
    return ""


def _parties(snapshot: Snapshot) -> Iterator[Mapping[str, Any]]:
    return (row for row in snapshot.of(Party) if row["role"] == "party")


def _is_minor(snapshot: Snapshot, row: Mapping[str, Any], moment: Moment) -> bool:
    """Whether the ID number of a natural person tells that they were a minor on the day of the act."""
    if row["organisation"]:
        return False
    born, limit = snapshot.text(row["id_number"])[BORN], amount(ADULT, moment)
    on = snapshot.detail.get("occurred_on") or snapshot.detail.get("discovered_on") or moment.on
    try:
        birth = dt.date(int(born[:4]), int(born[4:6]), int(born[6:]))
    except ValueError:
        return False
    if limit is None:
        return False
    age = on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
    return bool(age < int(str(limit.value)))


def _lines(snapshot: Snapshot, moment: Moment) -> Iterator[tuple[str, str]]:
    detail = snapshot.detail
    names = (row["organisation"] or masked_name(snapshot.text(row["name"])) for row in _parties(snapshot))
    sentence = sentence_of(detail, "decided")
    occurred = detail.get("occurred_on") or detail.get("discovered_on")
    cause = str(detail.get("cause") or "")
    no_penalty = str(detail.get("no_penalty") or "")
    yield "决定书文号", _number(snapshot)
    yield "被处罚人", "、".join(name for name in names if name)
    yield "类别", str(PartyKind(detail.get("party_kind") or PartyKind.PERSON).label)
    yield "违法事实", f"{occurred.isoformat()}有“{cause}”的行为" if occurred is not None and cause else cause
    yield "违反的规定", str(detail.get("violated_rule") or "")
    yield "处罚依据", penalty_basis(detail, moment)
    yield "处罚种类", "、".join(str(PenaltyKind(kind).label) for kind in sentence.kinds)
    yield "处罚内容", sentence.label
    yield "不予处罚", str(NoPenalty(no_penalty).label) if no_penalty else ""
    yield "决定日期", detail["decided_on"].isoformat()
    yield "处罚机关", f"{moment.directory.town_name}人民政府"


def _number(snapshot: Snapshot) -> str:
    decision = snapshot.rows.get(Document, {}).get(snapshot.detail.get("decision_id") or 0)
    return str(decision["number"] if decision is not None else snapshot.matter["number"])


def _leaked(snapshot: Snapshot, text: str) -> str:
    """What of a natural person would stand in the text in full; empty for nothing."""
    columns = {"name": "姓名", "id_number": "证件号码", "telephone": "电话", "address": "住址"}
    for row in _parties(snapshot):
        for column, label in columns.items():
            value = snapshot.text(row[column])
            if len(value) >= SHORTEST and value in text:
                return label
    return ""


def _notes(snapshot: Snapshot) -> Iterator[str]:
    unknown = any(not row["organisation"] and not snapshot.text(row["id_number"]) for row in _parties(snapshot))
    if unknown:
        yield "没有登记当事人的证件号码，是不是未成年人没有核对；是的，不公开。"
    yield "涉及国家秘密、商业秘密、个人隐私的不公开，请公开前再核对一遍。"
