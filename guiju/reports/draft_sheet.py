"""发文稿纸: the sheet with which a paper goes from desk to desk before it is issued; every box is filled by hand or here."""

from __future__ import annotations

from guiju.kernel.documents.api import Column, Content, Note, Table
from guiju.reports.papers import ReportPapers

BOXES = (
    ("主送", "抄送"),
    ("拟稿单位", "拟稿人和日期"),
    ("核稿", "会签"),
    ("合法性审核", "保密审查"),
    ("审议会议", "签发"),
    ("编号", "份数"),
    ("密级和保密期限", "紧急程度"),
)
OPENNESS = "□主动公开　□依申请公开　□不予公开（理由：　　　　）"


def draft_sheet(papers: ReportPapers, paper: Content, signed: tuple[str, ...] = ()) -> Content:
    """The sheet of a paper; `signed` are the units that have confirmed its figures, with names and days."""
    known = {
        "主送": "、".join(paper.addressees),
        "抄送": "、".join(paper.cc),
        "会签": "；".join(signed),
        "编号": f"{paper.number_mark}〔　　〕　号" if paper.number_mark else "",
    }
    rows = [("标题", paper.title, "公开属性", OPENNESS)]
    rows += [(left, known.get(left, ""), right, known.get(right, "")) for left, right in BOXES]
    columns = (Column("", 3, "center"), Column("", 8), Column("", 3, "center"), Column("", 8))
    note = Note("会签意见已在系统里登记的，写明部门、姓名、日期；审核、审查、签发由本人签名。")
    return Content(
        title="发文稿纸",
        kind="draft_sheet",
        layout="annex",
        blocks=(Table(columns, tuple(rows)), note, *((Note(papers.remark),) if papers.remark else ())),
    )
