"""The 卷内目录: documents and evidence of a case in their order, each under its running number."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from guiju.exchange.archive.case import Case, Row
from guiju.kernel.documents.api import Content, Document
from guiju.kernel.evidence.api import Evidence
from guiju.kernel.ledger.api import table_of
from guiju.kernel.terms.api import SHANGHAI

ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"}
EVIDENCE_KINDS = {"photo": "照片", "signed_paper": "签字盖章的纸件", "recording": "录音录像"}


@dataclass
class Item:
    """One line of the catalogue. `pages` are the first and last page in the volume, empty where none is printed.

    `members` are the files of the package; `content` the frozen paper, None where there is only one of paper.
    """

    kind: str  # document or evidence
    row_kind: str
    key: int
    title: str
    on: str
    paper_number: str = ""
    responsible: str = ""
    content: Content | None = None
    frozen: str = ""
    sha256: str = ""
    media_type: str = ""
    remark: str = ""
    number: int = 0
    pages: tuple[int, ...] = ()
    members: list[str] = field(default_factory=list)

    def member(self, ending: str) -> str:
        """Name of a file of this item: its running number and nothing of what it shows."""
        folder = "documents" if self.kind == "document" else "evidence"
        return f"{folder}/{self.number:04}.{ending}"

    @property
    def ending(self) -> str:
        return ENDINGS.get(self.media_type, "bin")

    def told(self) -> dict[str, Any]:
        """The item as index.json tells it."""
        return {
            "number": self.number,
            "kind": self.kind,
            "type": self.row_kind,
            "row": self.key,
            "title": self.title,
            "paper_number": self.paper_number,
            "responsible": self.responsible,
            "date": self.on,
            "pages": list(self.pages),
            "members": self.members,
            "media_type": self.media_type or "application/pdf",
            "remark": self.remark,
        }


def catalogue(case: Case, order: Sequence[str]) -> list[Item]:
    """All documents and evidence, in the order of kinds that the mechanism gives, then by date."""
    ranks = {kind: rank for rank, kind in enumerate(order)}
    found = sorted(
        [*_documents(case), *_evidence(case)],
        key=lambda item: (ranks.get(item.row_kind, len(ranks)), item.on, item.kind != "document", item.key),
    )
    for number, item in enumerate(found, 1):
        item.number = number
    return found


def _documents(case: Case) -> Iterator[Item]:
    for key, row in case.rows(Document):
        frozen = case.text(row, "content")
        content = Content.from_json(frozen).numbered(row.get("number", "")) if frozen else None
        item = Item("document", row["kind"], key, row["title"], row["made_on"], row.get("number", ""))
        item.content, item.frozen = content, frozen
        item.responsible = content.signature[0] if content and content.signature else ""
        item.remark = "；".join(_remarks(case, row))
        yield item


def _remarks(case: Case, row: Row) -> Iterator[str]:
    if row.get("state") == Document.State.VOIDED:
        yield "作废"
    if not row.get("content"):
        yield "仅有纸件"
    elif row["content"] in case.erased:
        yield "内容已按规定删除"


def _evidence(case: Case) -> Iterator[Item]:
    days = _days_of_entry(case) if case.rows(Evidence) else {}
    for key, row in case.rows(Evidence):
        title = case.text(row, "title") or EVIDENCE_KINDS.get(row["kind"], "材料")
        item = Item("evidence", row["kind"], key, title, row.get("made_on") or days[key])
        item.sha256, item.media_type = row["sha256"], row["media_type"]
        item.remark = "名称已按规定删除" if row.get("title") in case.erased else ""
        yield item


def _days_of_entry(case: Case) -> dict[int, str]:
    """The day on which each piece of evidence was put on record, in Shanghai: its own day may not be known."""
    days: dict[int, str] = {}
    for _, _, text in case.lines:
        body = json.loads(text)
        moment = dt.datetime.fromisoformat(body["time"]).astimezone(SHANGHAI)
        added = (change["k"] for change in body["changes"] if change["t"] == table_of(Evidence))
        days = dict.fromkeys(added, moment.date().isoformat()) | days
    return days
