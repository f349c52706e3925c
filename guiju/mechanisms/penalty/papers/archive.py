"""The list with which a volume is handed over to the archive of the organ."""

from __future__ import annotations

from guiju.kernel.documents.api import Column, Content, Note, SignatureLine, Table, date_in_digits
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty.papers.making import PaperKind
from guiju.mechanisms.penalty.papers.naming import case_number, cause, organ
from guiju.mechanisms.penalty.papers.sheets import inside

KEEPING = {"permanent": "永久", "years_30": "30年", "years_10": "10年"}
COLUMNS = (
    Column("卷号", 3),
    Column("案号", 4),
    Column("题名", 5),
    Column("起止日期", 4),
    Column("页数", 2, "center"),
    Column("保管期限", 2, "center"),
    Column("备注", 2),
)


def handover_list(draft: Draft, number: str | None) -> Content:
    """案卷移交清单: which volume, from when to when, how many pages, how long it is kept; both sides sign."""
    detail = draft.snapshot.detail
    begun = detail.get("filed_on") or detail.get("discovered_on")
    pages = detail.get("pages")
    row = (
        str(detail.get("volume_number") or ""),
        case_number(draft) or "",
        f"{cause(draft)}案",
        f"{date_in_digits(begun)}至{date_in_digits(detail.get('case_closed_on'))}",
        str(pages) if pages else "",
        KEEPING.get(detail.get("keeping_term") or "", ""),
        "",
    )
    blocks = (
        Table(COLUMNS, (row,)),
        Note(f"移交单位：{organ(draft)}。保管期限按本机关的归档范围和保管期限表，待核实。"),
        SignatureLine("移交人", manner="签名", dated=True),
        SignatureLine("接收人", manner="签名", dated=True),
    )
    return inside(draft, "handover_list", "案卷移交清单", blocks)


KINDS = {"handover_list": PaperKind("案卷移交清单", handover_list)}
