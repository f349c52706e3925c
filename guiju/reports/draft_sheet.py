"""发文稿纸: the sheet with which a paper goes from desk to desk before it is issued; what is known here stands in it."""

from __future__ import annotations

from guiju.kernel.documents.api import Content, Field, Fields, Note
from guiju.reports.papers import ReportPapers

OPENNESS = "□主动公开　□依申请公开　□不予公开，理由："
SIGNED, READ = 3, 2  # lines that a signature with an opinion, or a short entry, needs


def draft_sheet(papers: ReportPapers, paper: Content, signed: tuple[str, ...] = ()) -> Content:
    """The sheet of a paper; `signed` are the units that have confirmed its figures, with names and days."""
    number = f"{paper.number_mark}〔　　〕　　号" if paper.number_mark else None
    title = paper.title.replace("\n", "")
    rows = (
        (Field("签发", lines=SIGNED), Field("审议会议", lines=SIGNED)),
        (Field("核稿", lines=SIGNED), Field("会签", "\n".join(signed) or None, lines=SIGNED)),
        (Field("合法性审核", lines=SIGNED), Field("保密审查", lines=SIGNED)),
        (Field("拟稿单位", lines=READ), Field("拟稿人和日期", lines=READ)),
        (Field("标题", title, lines=READ),),
        (Field("主送", "、".join(paper.addressees) or None, lines=READ),),
        (Field("抄送", "、".join(paper.cc) or None, lines=READ),),
        (Field("公开属性", OPENNESS, lines=READ),),
        (Field("密级和保密期限"), Field("紧急程度")),
        (Field("编号", number), Field("份数")),
    )
    note = Note("会签一栏是已在系统里登记的会签；审核、审查、核稿和签发由本人签名并写明日期。")
    remark = (Note(papers.remark),) if papers.remark else ()
    return Content(title="发文稿纸", kind="draft_sheet", layout="form", blocks=(Fields(rows), note, *remark))
