"""What stands around the documents of a volume: cover, 卷内目录, 备考表, and the findings where they are asked for.

Keeping term, maker and checker are left free: the unit's own table says how long a volume is kept, and people sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guiju.exchange.archive.case import Case
from guiju.exchange.archive.catalogue import Item
from guiju.kernel.documents.api import Block, Column, Content, Field, Fields, Note, Table, date_in_digits
from guiju.kernel.matters.api import Label
from guiju.kernel.mechanism.api import mechanisms
from guiju.kernel.procedure.api import Finding, Moment, Snapshot

CATALOGUE = (
    Column("序号", 2, "center"),
    Column("文号", 4),
    Column("责任者", 4),
    Column("题名", 6),
    Column("日期", 4, "center"),
    Column("页号", 2, "center"),
    Column("备注", 4),
)
FINDINGS = (Column("环节", 3), Column("发现", 7), Column("依据", 4), Column("答复", 5))


@dataclass(frozen=True)
class Told:
    """What the papers around a volume are made of."""

    case: Case
    snapshot: Snapshot
    moment: Moment
    items: Sequence[Item]
    pages: int

    @property
    def title(self) -> str:
        code = self.snapshot.procedure.mechanism
        named = (mechanism.label for mechanism in mechanisms() if mechanism.code == code)
        return f"{next(named, self.snapshot.procedure.label)}卷宗"


def cover(volume: Told) -> Content:
    """卷宗封面."""
    matter, procedure = volume.snapshot.matter, volume.snapshot.procedure
    until = date_in_digits(matter["closed_on"]) if matter["closed_on"] else "尚未办结"
    outcome = procedure.outcomes.get(matter["outcome"], "")
    rows = (
        (Field("题名", matter["title"], lines=3),),
        (Field("编号", matter["number"] or f"第 {volume.snapshot.key} 件"),),
        (Field("立卷单位", volume.moment.directory.unit_names.get(matter["unit_id"])),),
        (Field("程序", procedure.label), Field("结果", outcome or procedure.stage_label(matter["stage"]))),
        (Field("起始日期", date_in_digits(matter["event_date"])), Field("终止日期", until)),
        (Field("件数", f"{len(volume.items)} 件"), Field("页数", f"{volume.pages} 页")),
        (Field("标识", Label(matter["label"]).label), Field("保管期限")),
    )
    return _paper("case_cover", volume.title, (Fields(rows),))


def contents(volume: Told) -> Content:
    """卷内目录."""
    rows = tuple(
        (
            str(item.number),
            item.paper_number,
            item.responsible,
            item.title,
            item.on,
            "-".join(str(page) for page in dict.fromkeys(item.pages)),
            item.remark,
        )
        for item in volume.items
    )
    empty: Block = Note("本卷没有文书和材料。")
    return _paper("case_contents", "卷内目录", (Table(CATALOGUE, rows) if rows else empty,), "annex")


def closing_note(volume: Told) -> Content:
    """卷内备考表."""
    papers = sum(item.kind == "document" for item in volume.items)
    apart = sum(not item.pages for item in volume.items)
    told = f"本卷有文书 {papers} 份，材料 {len(volume.items) - papers} 件，共 {volume.pages} 页。"
    if apart:
        told += f"其中 {apart} 件没有印在卷内，原因见卷内目录的备注。"
    if erased := len(volume.case.erased):
        told += f"有 {erased} 项个人信息已按规定删除，删除有留痕。"
    rows = (
        (Field("本卷情况说明", told, lines=8),),
        (Field("立卷人", lines=2), Field("检查人", lines=2)),
        (Field("立卷时间", lines=2),),
    )
    return _paper("case_note", "卷内备考表", (Fields(rows),))


def findings(volume: Told) -> Content:
    """The findings with their answers, of which prints say nothing unless somebody asks."""
    steps = volume.snapshot.procedure.by_code
    rows = []
    for _, row in volume.case.rows(Finding):
        step = steps.get(row["step"])
        answered = row.get("answer")
        answer = f"{Finding.Answer(answered).label}：{row.get('answer_text', '')}" if answered else "还没有答复"
        rows.append((step.label if step else "", row["text"], row.get("basis", ""), answer))
    blocks: tuple[Block, ...] = (Table(FINDINGS, tuple(rows)),) if rows else (Note("没有补录发现。"),)
    return _paper("case_findings", "补录发现及答复", blocks, "annex")


def _paper(kind: str, title: str, blocks: tuple[Block, ...], layout: str = "form") -> Content:
    return Content(title, kind, "annex" if layout == "annex" else "form", blocks=blocks, page_numbers=False)
