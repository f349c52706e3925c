"""The procedure of the invented case, with the invariants of DESIGN: notice, defence, hearing and review in order."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from guiju.kernel.disclosure.api import DisclosureRule
from guiju.kernel.documents.api import Content
from guiju.kernel.lawbook.api import Basis
from guiju.kernel.ledger.api import Series
from guiju.kernel.procedure.api import (
    START,
    Before,
    Condition,
    Draft,
    Fact,
    If,
    Input,
    Moment,
    Procedure,
    Snapshot,
    Stage,
    Step,
)
from tests.example_mechanism.models import CaseDetail, CaseItem

LAW = "administrative-penalty-law"
EVIDENCE, NOTICE, DEFENCE = Basis(LAW, "54"), Basis(LAW, "44"), Basis(LAW, "45")
HEARING, REVIEW, DECISION, SERVICE = Basis(LAW, "63"), Basis(LAW, "58"), Basis(LAW, "57"), Basis(LAW, "61")
PUBLICITY, SEALING = Basis(LAW, "48"), Basis("administrative-coercion-law", "25")
LOCAL = Basis("shanghai-public-legal-service-measures", "2")  # not of statute level: it only warns
LARGE_SUM = Decimal(10000)
CLERKS = ("justice_clerk", "village_clerk")


def _is_large(snapshot: Snapshot, moment: Moment) -> bool:
    amount = snapshot.detail.get("amount")
    return amount is not None and amount >= LARGE_SUM


def _register(draft: Draft) -> None:
    series = Series(draft.moment.town_id, "example.case", draft.event_date.year, "例〔{year}〕{n}号")
    number = draft.number(series, draft.get("number"))
    draft.open_matter(unit_id=draft.values["unit"], title=draft.get("title", "示例案件"), number=number)
    draft.detail(amount=draft.get("amount"), remark=draft.get("remark", ""))
    for ordinal, name in enumerate(draft.get("names", ()), 1):
        draft.party("party", name, ordinal=ordinal, telephone=draft.get("telephone", ""))


def _collect(draft: Draft) -> None:
    draft.detail(collected=draft.snapshot.detail.get("collected", 0) + 1, findings=draft.get("findings", ""))
    draft.add(
        CaseItem, label=draft.get("label", "照片"), seen_at=draft.moment.now, further={"备注": draft.get("label", "")}
    )


def _decide(draft: Draft) -> None:
    draft.detail(decided_on=draft.event_date)
    series = Series(draft.moment.town_id, "example.decision", draft.event_date.year, "例决〔{year}〕{n}号")
    content = Content(title="示例决定书", kind="example_decision", layout="form")
    draft.document("example_decision", content, title="示例决定书", number=draft.number(series, None))


def _step(code: str, label: str, basis: Basis, **values: object) -> Step:
    chosen: dict[str, object] = {"frm": ("open",), "to": None, "roles": CLERKS, **values}
    return Step(code, label, basis=(basis,), **chosen)  # type: ignore[arg-type]


FACTS = (
    Fact("evidence", "已有证据", "还没有证据。", EVIDENCE, "先调查取证。", "collect"),
    Fact("noticed", "已告知", "还没有告知。", NOTICE, "先告知。", "notify"),
    Fact("defence_closed", "已听取申辩", "还没有听取申辩。", DEFENCE, "先听取申辩。", "hear_defence"),
    Fact("hearing_asked", "已要求听证", "没有要求听证。", HEARING),
    Fact("hearing_held", "已听证", "要求了听证，还没有举行。", HEARING, "先举行听证。", "hold_hearing"),
    Fact("reviewed", "已法制审核", "还没有法制审核。", REVIEW, "先送法制审核。", "review"),
    Fact("read_out", "已宣读", "还没有向当事人宣读。", LOCAL, "先宣读。", "read_out"),
)

STEPS = (
    _step(
        "register",
        "立案",
        EVIDENCE,
        frm=(START,),
        to="open",
        effects=_register,
        opens=("penalty.decide",),
        inputs=(Input("unit", "单位", "unit", required=True), Input("names", "当事人", "person_names")),
    ),
    _step(
        "collect",
        "取证",
        EVIDENCE,
        establishes=("evidence",),
        voids=("noticed", "defence_closed", "hearing_held", "reviewed", "read_out"),
        effects=_collect,
    ),
    _step("notify", "告知", NOTICE, requires=("evidence",), establishes=("noticed",)),
    _step("hear_defence", "听取申辩", DEFENCE, requires=("noticed",), establishes=("defence_closed",)),
    _step(
        "ask_hearing",
        "要求听证",
        HEARING,
        requires=("noticed",),
        establishes=("hearing_asked",),
        suspends=("penalty.decide",),
    ),
    _step(
        "hold_hearing",
        "举行听证",
        HEARING,
        requires=("noticed", "hearing_asked"),
        establishes=("hearing_held",),
        resumes=("penalty.decide",),
    ),
    _step("seal", "查封", SEALING, opens=("coercion.seal",)),
    _step(
        "prolong",
        "延长查封",
        SEALING,
        extends=("coercion.seal",),
        inputs=(Input("extended_by", "延长多少日", "integer", required=True),),
    ),
    _step("lift", "解除查封", SEALING, closes=("coercion.seal",)),
    _step("review", "法制审核", REVIEW, requires=("noticed",), establishes=("reviewed",)),
    _step("read_out", "宣读", LOCAL, requires=("noticed",), establishes=("read_out",)),
    _step(
        "decide",
        "决定",
        DECISION,
        to="decided",
        requires=(
            "noticed",
            "defence_closed",
            "read_out",
            If("hearing_asked", "hearing_held"),
            If("review_due", "reviewed"),
        ),
        effects=_decide,
        closes=("penalty.decide",),
    ),
    _step("announce", "确定公开", PUBLICITY, frm=("decided",), discloses=("decision", If("hearing_asked", "heard"))),
    _step("revoke", "变更决定", PUBLICITY, frm=("decided",), opens=("penalty.publicity.withdraw",), other_way=True),
    _step("serve", "送达", SERVICE, frm=("decided",), to="closed"),
    _step("drop", "撤案", DECISION, to="dropped", other_way=True),
)

INVARIANTS = (
    Before("decide", "notify", since="collect", carried_by=("noticed",)),
    Before("decide", "hear_defence", since="collect", carried_by=("defence_closed",)),
    Before("decide", "hold_hearing", since="collect", if_="ask_hearing", carried_by=("hearing_held",)),
    Before("decide", "review", since="collect", if_="review_due", carried_by=("reviewed",)),
    Before("decide", "read_out", since="collect", carried_by=("read_out",)),
    Before("serve", "decide", carried_by=("stage",)),
)

CASE = Procedure(
    mechanism="example_mechanism",
    kind="case",
    label="示例案件",
    version="1",
    in_force_from=dt.date(2021, 7, 15),
    stages=(
        Stage("open", "调查"),
        Stage("decided", "已决定"),
        Stage("closed", "已办结", end=True),
        Stage("dropped", "已撤案", end=True),
    ),
    steps=STEPS,
    detail=CaseDetail,
    children=(CaseItem,),
    facts=FACTS,
    conditions=(Condition("review_due", "应当法制审核", _is_large, REVIEW),),
    invariants=INVARIANTS,
    disclosures=(
        DisclosureRule(
            "decision",
            "示例决定书公开",
            ("amount", "decided_on"),
            due_rule="publicity.decision",
            withdraw_rule="penalty.publicity.withdraw",
        ),
        DisclosureRule("heard", "经过听证的决定说明公开", ("amount",), due_rule="publicity.other_decision"),
        DisclosureRule("never", "案卷不公开", (), "涉及当事人隐私"),
    ),
)
