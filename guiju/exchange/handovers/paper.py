"""交接清单 as a paper: what is handed over, and the lines on which three people sign."""

from __future__ import annotations

from guiju.exchange.handovers.listing import Section, from_text
from guiju.exchange.handovers.models import Handover
from guiju.kernel.documents.api import (
    Block,
    Column,
    Content,
    Heading,
    Note,
    SignatureLine,
    Table,
    date_in_digits,
    paragraph,
)

WIDE = frozenset({"事项", "缺什么"})


def paper_of(handover: Handover, note: str = "") -> Content:
    """The paper of a handover as it was recorded; `note` marks what is invented (示例)."""
    sections = from_text(handover.listed)
    names = f"移交人{handover.giver.name}，接收人{handover.receiver.name}"
    witness = f"，监交人{handover.witness.name}" if handover.witness else ""
    blocks: list[Block] = [paragraph(f"{names}{witness}，{date_in_digits(handover.handed_on)}。", indent=False)]
    for number, section in enumerate(sections):
        blocks += _section("一二三四五六七八九"[number], section)
    blocks.append(Note("清单由系统按登记的记录列出。接收人签名前逐项核对；岗位变动另由管理员登记。"))
    if note:
        blocks.append(Note(note))
    blocks += [SignatureLine(label, dated=True) for label in ("移交人", "接收人", "监交人")]
    return Content(title="交接清单", kind="handover", layout="form", blocks=tuple(blocks))


def _section(number: str, section: Section) -> list[Block]:
    head = Heading(1, f"{number}、{section.title}（{len(section.rows)}项）")
    if not section.rows:
        return [head, paragraph("没有。", indent=False)]
    columns = tuple(Column(name, 8 if name in WIDE else 4) for name in section.columns)
    left = [Note(f"另有{section.left_out}项没有列出，在系统里看。")] if section.left_out else []
    return [head, Table(columns, section.rows), *left]
