"""In what a matter differs from its entries, as those who handle it call it: names of places, never a value."""

from __future__ import annotations

from collections.abc import Iterable

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.documents.api import Document
from guiju.kernel.evidence.api import Evidence
from guiju.kernel.ledger.api import Mismatch, table_of
from guiju.kernel.matters.api import Matter, Origin, Participation, Party
from guiju.kernel.procedure.declarations import Procedure
from guiju.kernel.procedure.models import Finding
from guiju.kernel.terms.api import Term

MOST = 5  # places that are named; a refusal is read, not studied
ROWS = {
    table_of(model): label
    for model, label in (
        (Party, "当事人"),
        (Participation, "参与人"),
        (Term, "期限"),
        (Document, "文书"),
        (Evidence, "材料"),
        (Finding, "补录发现"),
        (Origin, "来源"),
        (DisclosureItem, "公开事项"),
    )
}
COLUMNS = {
    "unit_id": "承办单位",
    "number": "编号",
    "title": "标题",
    "stage": "所处环节",
    "event_date": "发生日期",
    "registered_on": "登记日期",
    "closed_on": "办结日期",
    "outcome": "办理结果",
    "voided": "作废标记",
    "label": "标识",
}


def what_differs(procedure: Procedure | None, mismatches: Iterable[Mismatch]) -> str:
    """Up to five places, each once, in the order found; `procedure` is None where the matter names none that exists."""
    found = list(dict.fromkeys(_place(procedure, mismatch) for mismatch in mismatches))
    more = f"等{len(found)}处" if len(found) > MOST else ""
    return "、".join(found[:MOST]) + more


def _place(procedure: Procedure | None, mismatch: Mismatch) -> str:
    if mismatch.table in ROWS:
        return ROWS[mismatch.table]
    if mismatch.table == table_of(Matter):
        return COLUMNS.get(mismatch.column, "登记内容")
    return (procedure and procedure.input_label(mismatch.column)) or "办理内容"
