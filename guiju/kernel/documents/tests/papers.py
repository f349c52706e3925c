"""Invented papers (示例) that the tests of this package render."""

from datetime import date

from guiju.kernel.documents.content import Document, Enclosure, Issuer
from guiju.kernel.documents.content_blocks import (
    Block,
    Bold,
    Column,
    Field,
    Fields,
    Figure,
    Heading,
    Note,
    PageBreak,
    SignatureLine,
    Table,
    paragraph,
)

FILLER = (
    "示例镇把法治建设列入年度重点任务，逐月核对办理进度，把群众反映的事项办到具体环节，做到有登记、有答复、有回访。"
)
RARE = "喆堃赟䶮𬭚"


def report_blocks(repeat: int = 3) -> tuple[Block, ...]:
    """Return the four parts of a yearly report with figures in them."""
    return (
        paragraph("2022年，示例镇围绕本镇经济社会发展，落实法治政府建设各项任务，现将有关情况报告如下。"),
        Heading(1, "一、2022年法治政府建设主要举措和成效"),
        Heading(2, "（一）化解矛盾纠纷"),
        paragraph(
            Bold("抓早抓小。"),
            "截至10月，共排查不稳定因素",
            Figure("screening.factors", "122起", "records/screening.factors.html"),
            "，镇、村两级调委会调处纠纷",
            Figure("mediation.settled", "83件", "records/mediation.settled.html"),
            "，制作人民调解协议书83份，办理“110”非警务警情分流工单288件。",
        ),
        *(paragraph(FILLER * 4) for _ in range(repeat)),
        Heading(3, "1.窗口咨询"),
        paragraph(FILLER * 2),
        Heading(4, "（1）公共法律服务站"),
        paragraph(FILLER * 2),
        Heading(1, "二、存在的不足和原因"),
        *(paragraph(FILLER * 3) for _ in range(repeat)),
    )


def notice(**changes: object) -> Document:
    """Return a notice with red head that issues the report, with imprint."""
    given: dict[str, object] = {
        "title": "示例镇人民政府关于印发《2022年示例镇法治政府建设工作情况报告》的通知",
        "kind": "report",
        "head": "示例镇人民政府文件",
        "number_mark": "示府发",
        "addressees": ("各村居", "企事业单位", "机关各部门"),
        "blocks": (paragraph("经研究同意，现将《2022年示例镇法治政府建设工作情况报告》印发给你们，请认真按照执行。"),),
        "signature": ("示例镇人民政府",),
        "signed_on": date(2023, 1, 5),
        "enclosures": (Enclosure("2022年示例镇法治政府建设工作情况报告", report_blocks()),),
        "cc": ("示例区司法局", "示例区人民政府办公室"),
        "issuer": Issuer("示例镇党政办公室", date(2023, 1, 5)),
    }
    return Document(**(given | changes))  # type: ignore[arg-type]


def plain_report(lines: int = 60, **changes: object) -> Document:
    """Return an official paper without red head whose body is one paragraph of full-width characters a line count long."""
    given: dict[str, object] = {
        "title": "满页示例",
        "kind": "report",
        "blocks": (paragraph("示" * 28 * lines, indent=False),),
    }
    return Document(**(given | changes))  # type: ignore[arg-type]


def agreement(**changes: object) -> Document:
    """Return the agreement of an invented mediation with the fields that 人民调解法 art. 29 names."""
    given: dict[str, object] = {
        "title": "人民调解协议书",
        "kind": "mediation_agreement",
        "layout": "form",
        "number": "松人调〔2022〕12号",
        "blocks": (
            Fields(
                (
                    (Field("当事人甲", f"林{RARE[0]}（示例）"), Field("联系电话", "（示例）")),
                    (Field("住址", "示例镇松溪村（虚构）"),),
                    (Field("当事人乙", f"郑{RARE[4]}（示例）"), Field("联系电话")),
                    (Field("住址", "示例镇东浦村（虚构）"),),
                    (Field("主要事实和争议事项", "双方因相邻屋檐滴水发生争执，墙面受损。", 4),),
                )
            ),
            paragraph("经调解，双方自愿达成如下协议："),
            paragraph("一、乙方于2022年6月30日前改装檐沟，费用自理。"),
            paragraph("二、乙方补偿甲方墙面修补费人民币叁仟元整（3000元），签订当日付清。"),
            paragraph("履行方式、地点、期限：现金，在松溪村人民调解委员会当面交付。"),
            paragraph("本协议一式三份，双方当事人、人民调解委员会各持一份。"),
            SignatureLine("当事人甲", "林喆", manner="签名、盖章或者按指印"),
            SignatureLine("当事人乙", "郑𬭚", manner="签名、盖章或者按指印"),
            SignatureLine("人民调解员（签名）"),
            SignatureLine("记录人（签名）", dated=True),
        ),
        "signature": ("松溪村人民调解委员会（示例）",),
        "signed_on": date(2022, 6, 20),
    }
    return Document(**(given | changes))  # type: ignore[arg-type]


def annex(rows: int = 60, **changes: object) -> Document:
    """Return a table of figures that runs over several pages."""
    columns = (
        Column("序号", 1, "center"),
        Column("指标", 5),
        Column("2022年", 2, "right"),
        Column("2021年", 2, "right"),
        Column("截至", 3, "center"),
        Column("统计口径", 7),
    )
    body = tuple(
        (
            str(number),
            f"示例指标{number}",
            Figure(f"example.{number}", str(number * 3), f"records/example.{number}.html"),
            str(number * 2),
            "2022年10月31日",
            "按登记日期计，作废的不计",
        )
        for number in range(1, rows + 1)
    )
    given: dict[str, object] = {
        "title": "2022年示例镇法治政府建设数据附表",
        "kind": "report_annex",
        "layout": "annex",
        "blocks": (Table(columns, body), Note("注：本表所列均为示例数据。")),
    }
    return Document(**(given | changes))  # type: ignore[arg-type]


def official_with_everything() -> Document:
    """Return a paper to a superior that uses every element and block."""
    return notice(
        signer="王示例",
        number="示府发〔2023〕1号",
        attachments=(
            "示例镇法治政府建设数据附表",
            "示例镇二〇二三年法治政府建设任务分解表及其说明（征求意见后修改稿）",
        ),
        note="联系人：示例；联系电话见正文",
        blocks=(
            paragraph(FILLER),
            Table((Column("项目", 2), Column("件数", 1, "right")), (("调解", "83"), ("咨询", "285")), "示例表"),
            Note("注：示例数据。"),
        ),
        enclosures=(
            Enclosure("示例镇法治政府建设数据附表", (paragraph(FILLER),), "附件1"),
            Enclosure("任务分解表", (paragraph(FILLER), PageBreak(), paragraph(FILLER)), "附件2"),
        ),
    )
