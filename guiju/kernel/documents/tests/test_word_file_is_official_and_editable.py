"""The Word file read back as XML: measures, styles, free places, and the same words as the content."""

import zipfile
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from docx import Document as open_word
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from guiju.kernel.documents.content import Document
from guiju.kernel.documents.content_blocks import Figure
from guiju.kernel.documents.tests import papers
from guiju.kernel.documents.word import to_docx

PAPERS = [
    papers.notice(),
    papers.official_with_everything(),
    papers.agreement(),
    papers.annex(5),
    papers.plain_report(3),
]


def opened(document: Document) -> Any:
    return open_word(BytesIO(to_docx(document)))


def fonts_of(element: Any) -> dict[str, str]:
    fonts = element.find(f".//{qn('w:rFonts')}")
    return {} if fonts is None else {key.split("}")[1]: value for key, value in fonts.attrib.items()}


def test_page_and_margins_are_those_of_the_standard() -> None:
    """GB/T 9704-2012 5.1, 5.2.1, 7.5."""
    section = opened(papers.notice()).sections[0]
    mm = [round(length / Mm(1), 1) for length in (section.page_width, section.page_height, section.top_margin)]
    assert mm == [210, 297, 37]
    mm = [round(length / Mm(1), 1) for length in (section.left_margin, section.bottom_margin, section.right_margin)]
    assert mm == [28, 35, 26]
    assert round(section.footer_distance / Mm(1), 1) == round(35 - 7 - 7 * 25.4 / 72, 1)


def test_body_is_sanhao_fangsong_at_a_fixed_pitch_that_gives_22_lines_of_28() -> None:
    """5.2.2, 5.2.3."""
    file = opened(papers.notice())
    style = file.styles["Normal"]
    assert style.paragraph_format.line_spacing == Pt(28.95)
    assert 22 * 28.95 <= 225 * 72 / 25.4 < 23 * 28.95
    defaults = file.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    assert fonts_of(defaults)["eastAsia"] == "仿宋_GB2312"
    assert defaults.find(f".//{qn('w:sz')}").get(qn("w:val")) == "32"
    tracking = int(style.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert 28 * (16 + tracking) <= 156 * 72 / 25.4 < 29 * (16 + tracking)


def test_levels_are_real_headings_in_the_faces_of_the_standard() -> None:
    """7.3.1, 7.3.3."""
    file = opened(papers.notice())
    used = {paragraph.style.name: paragraph.text for paragraph in file.paragraphs}
    assert used["Heading 1"].startswith("二、") and used["Heading 2"].startswith("（一）")
    faces = [fonts_of(file.styles[f"Heading {level}"].element)["eastAsia"] for level in (1, 2, 3, 4)]
    assert faces == ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]
    title = file.styles["Title"]
    assert (fonts_of(title.element)["eastAsia"], title.font.size) == ("方正小标宋简体", Pt(22))
    body = file.styles["Body Text"].element.pPr.find(qn("w:ind"))
    assert body.get(qn("w:firstLineChars")) == "200"


def test_red_head_and_line_leave_the_number_free() -> None:
    """7.2.4, 7.2.5, 7.2.7."""
    mark, *_ = opened(papers.notice()).paragraphs
    assert mark.text == "示例镇人民政府文件"
    assert round(mark.paragraph_format.space_before / Mm(1)) == 35
    texts = [paragraph.text for paragraph in opened(papers.notice()).paragraphs]
    assert "示府发〔\u3000\u3000〕\u3000\u3000号" in texts
    borders = [found for paragraph in opened(papers.notice()).paragraphs for found in paragraph._p.iter(qn("w:pBdr"))]
    assert borders[0].find(qn("w:bottom")).get(qn("w:color")) == "C8261B"


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages() -> None:
    """7.5: 4号 宋体 between dashes."""
    file = opened(papers.notice())
    assert file.settings.odd_and_even_pages_header_footer
    section = file.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (paragraph,) = footer.paragraphs
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
        assert "PAGE" in [code.text for code in paragraph._p.iter(qn("w:instrText"))]
        assert paragraph.text.startswith("— ") and paragraph.text.endswith(" —")
    assert file.styles["Footer"].font.size == Pt(14)
    assert not opened(papers.plain_report(1, page_numbers=False)).sections[0].footer.paragraphs[0].text


def test_imprint_is_framed_at_the_lower_edge_with_thick_thin_thick() -> None:
    """7.4.1 to 7.4.3."""
    rows = [found for found in opened(papers.notice()).paragraphs if found._p.find(f".//{qn('w:framePr')}") is not None]
    assert [row.text.strip("\u3000") for row in rows] == [
        "抄送：示例区司法局，示例区人民政府办公室。",
        "示例镇党政办公室\t2023年1月5日印发",
    ]
    weights = [[int(side.get(qn("w:sz"))) for side in row._p.find(f".//{qn('w:pBdr')}")] for row in rows]
    assert weights == [[8, 6], [8]]
    last = rows[-1]._p.find(f".//{qn('w:framePr')}")
    assert int(last.get(qn("w:y"))) + 24 * 20 == pytest.approx(225 * 72 / 25.4 * 20, abs=25)


def test_many_copies_wrap_under_the_first_and_raise_the_imprint() -> None:
    names = tuple(f"示例区第{number}个单位" for number in range(12))
    rows = [
        found
        for found in opened(papers.notice(cc=names)).paragraphs
        if found._p.find(f".//{qn('w:framePr')}") is not None
    ]
    lines = rows[0].text.split("\n")
    assert len(lines) > 2 and all(line[0] not in "，。" for line in lines)
    assert "".join(lines).strip("\u3000") == "抄送：" + "，".join(names) + "。"
    tops = [int(row._p.find(f".//{qn('w:framePr')}").get(qn("w:y"))) for row in rows]
    assert tops[1] - tops[0] == pytest.approx(len(lines) * 24 * 20, abs=1)


def test_signature_keeps_four_characters_stays_with_the_text_and_draws_no_seal() -> None:
    """7.3.5.1."""
    file = opened(papers.notice())
    texts = [paragraph.text for paragraph in file.paragraphs]
    day = file.paragraphs[texts.index("2023年1月5日")]
    name = file.paragraphs[texts.index("示例镇人民政府")]
    body = file.paragraphs[texts.index("示例镇人民政府") - 1]
    assert day.paragraph_format.right_indent / Pt(1) == pytest.approx(4 * 156 * 72 / 25.4 / 28, abs=0.3)
    assert name.paragraph_format.space_before == Pt(2 * 28.95)
    assert name.paragraph_format.keep_with_next and body.paragraph_format.keep_with_next
    assert not list(file.element.iter(qn("w:drawing"))) and not list(file.element.iter(qn("w:pict")))


def test_table_heads_repeat_and_rows_do_not_split() -> None:
    (table,) = opened(papers.annex(5)).tables
    head, *rows = table._tbl.tr_lst
    assert head.trPr.find(qn("w:tblHeader")) is not None
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    widths = [column.width for column in table.columns]
    assert widths[1] == pytest.approx(5 * widths[0], rel=0.01)
    landscape = opened(papers.annex(5, landscape=True)).sections[0]
    assert landscape.page_width > landscape.page_height


def test_form_leaves_the_height_and_the_lines_to_sign() -> None:
    file = opened(papers.agreement())
    (table,) = file.tables
    heights = [row.height for row in table.rows]
    assert heights[4] > 3 * heights[0]
    signs = [
        paragraph for paragraph in file.paragraphs if list(paragraph._p.iter(qn("w:tab"))) and "：" in paragraph.text
    ]
    leaders = {tab.get(qn("w:leader")) for sign in signs for tab in sign._p.pPr.iter(qn("w:tab"))}
    assert len(signs) == 4 and leaders == {"underscore"}


@pytest.mark.parametrize("document", PAPERS, ids=lambda document: document.kind)
def test_every_word_of_the_content_is_in_the_file(document: Document) -> None:
    file = opened(document)
    said = "".join(text.text or "" for text in file.element.iter(qn("w:t"))).replace(" ", "")
    for line in document.plain_text().replace("\t", "\n").split("\n"):
        for part in line.replace(" ", "").split("：", 1):
            assert part in said, part


@pytest.mark.parametrize("document", PAPERS, ids=lambda document: document.kind)
def test_the_same_content_gives_the_same_bytes_and_no_trace_of_the_machine(document: Document) -> None:
    first = to_docx(document)
    assert to_docx(document) == first
    with zipfile.ZipFile(BytesIO(first)) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert not [name for name in parts if "thumbnail" in name or "customXml" in name]
    assert b"python-docx" not in b"".join(parts.values())
    for name, body in parts.items():
        if name.endswith((".xml", ".rels")):
            parse_xml(body)


def test_paragraph_properties_stand_in_the_order_that_strict_readers_want() -> None:
    order = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "pBdr", "tabs"]
    order += ["snapToGrid", "spacing", "ind", "jc", "rPr"]
    for document in PAPERS:
        for properties in opened(document).element.iter(qn("w:pPr")):
            names = [child.tag.split("}")[1] for child in properties]
            assert all(order.index(before) < order.index(after) for before, after in pairwise(names)), names


def test_a_figure_is_ordinary_text_on_paper() -> None:
    figure = Figure("mediation.settled", "83件", "records/mediation.settled.html")
    file = opened(papers.notice())
    run = next(run for paragraph in file.paragraphs for run in paragraph.runs if run.text == figure.text)
    assert run.font.underline is None and run.font.color.rgb is None
    assert "records/" not in file.element.xml
