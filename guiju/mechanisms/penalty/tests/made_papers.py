"""Cases (示例, all invented) on whose way every kind of paper is made, and the papers as they were frozen."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from guiju.kernel.documents.api import Content, Document
from guiju.kernel.ledger.api import open_values
from guiju.kernel.procedure.api import Intent
from guiju.mechanisms.penalty.tests.made_cases import CLUE, OFFICERS, PEOPLE, Desk

ADDRESS = "示例市示例路1号（虚构）"
FINE = {"fine": Decimal(80000), "warning": True}
TEXT = (
    "2026年3月10日，执法人员检查发现当事人在示例路1号把厨余垃圾和可回收物混合投放（示例）。\n"
    "以上事实有现场检查（勘验）笔录、询问笔录、现场照片证明。"
)
PERSON = {
    "party_kind": "person",
    "party": "谷穗（虚构）",
    "party_address": ADDRESS,
    "party_phone": "13800000000",
}


def papers_of(*matters: int) -> dict[str, Content]:
    """The frozen papers of cases by kind, with their numbers; of several of a kind the last."""
    rows = list(Document.objects.filter(matter_id__in=matters).order_by("id"))
    clear = open_values([row.content for row in rows])
    return {row.kind: Content.from_json(clear[row.content]).numbered(row.number) for row in rows if row.content}


def heard(desk: Desk) -> tuple[Desk, int]:
    """A case with everything up to the decision: evidence, goods, correction, defence, hearing, review, discussion."""
    matter = desk.clue(party_address=ADDRESS, party_id="91310000MA1FL0000X", source_number="示例12345")
    take(desk, matter, "file_case", "inspect", "question", "collect")
    desk.take(matter, "collect", kind="objects", title="示例样品", manner="抽样")
    desk.take(matter, "record", item="inspect", device="示例记录仪", kept_at="示例采集站", file_name="示例.mp4")
    take(desk, matter, "preserve", "dispose_goods", "order_correction")
    desk.take(matter, "conclude", **FINE, complex=True, several_relations=True, circumstances="plain")
    desk.take(matter, "notify", **FINE, hearing_told=True, consent=True)
    take(desk, matter, "check_file", "hear_defence", "review_defence", "ask_hearing")
    later = desk.after(20)
    desk.take(matter, "announce_hearing", set_for=later.today, open=True)
    take(later, matter, "hold_hearing", "pass_review")
    later.take(matter, "discuss", dissenter=PEOPLE["vice"], dissent="建议从轻（示例）", attending=PEOPLE["review"])
    later.take(matter, "extend", extended_by=30, approver=PEOPLE["mayor"], ground="依据（示例）")
    return later, matter


def take(desk: Desk, matter: int, *steps: str) -> None:
    """Take steps one after another."""
    for step in steps:
        desk.take(matter, step)


def penalised(desk: Desk) -> int:
    """A case heard, decided, served, deferred, urged, brought to the court, closed and archived."""
    later, matter = heard(desk)
    later.take(matter, "decide", **FINE, decision_text=TEXT)
    later.take(matter, "serve")
    later.take(matter, "defer", approver=PEOPLE["mayor"], instalments=3, first_due=later.after(30).today, reason="困难")
    much = later.after(190)
    much.take(matter, "urge")
    court = much.after(30)
    court.take(matter, "apply_court")
    court.take(matter, "court_result", result="paid")
    court.take(matter, "close", reasons={"unpaid": "法院已执行（示例）", "unpublished": "已在平台公示（示例）"})
    court.take(matter, "archive")
    return matter


def spared(desk: Desk) -> int:
    """A case that ends without a penalty."""
    matter = desk.investigated(party_address=ADDRESS)
    desk.take(matter, "decide_no_penalty")
    return matter


def transferred(desk: Desk) -> int:
    """A case that goes to another organ."""
    matter = desk.investigated(party_address=ADDRESS)
    desk.take(matter, "transfer")
    return matter


def on_spot(desk: Desk, **decision: Any) -> int:
    """A case penalised on the spot."""
    given = {**CLUE, **PERSON, "unit": desk.unit(), "officers": OFFICERS, "certificate_shown": True}
    given["occurred_on"] = desk.today
    matter = desk.open("simple", Intent("begin_on_spot", given))
    told = {"fine": Decimal(100), "told_rights": True, "delivered": True, "signed": "signed", **decision}
    desk.take(matter, "decide_on_spot", **told)
    return matter


def all_papers(desk: Desk) -> dict[str, Content]:
    """Every kind of paper, made through the real steps."""
    return papers_of(penalised(desk), spared(desk), transferred(desk), on_spot(desk))
