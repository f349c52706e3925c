"""The three papers of a whole report, read back from PDF and Word and measured against GB/T 9704-2012.

What the standard asks of any paper is measured in `kernel/documents`; here stands the real text of a year: many
pages, headings, figures, a signature, an imprint.
"""

from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from docx import Document as open_word
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from guiju.kernel.documents.api import Content, render
from guiju.mechanisms import INSTALLED_MECHANISMS
from guiju.reports.composing import Composition
from guiju.reports.draft_sheet import draft_sheet
from guiju.reports.outline import read_outline, shipped_outline
from guiju.reports.papers import ReportPapers
from guiju.reports.tests.figures_made import figure
from guiju.reports.tokens import tokens_of
from tests.pdf_positions import MM, Placed, line_of, pages_of, strokes_of, texts_of

PAPERS = ("upward", "notice", "public")
LEFT, RIGHT, BOTTOM, TOP = 28 * MM, 184 * MM, 35 * MM, (297 - 37) * MM
SIZE, PITCH, LINES, CHARACTERS = 16, 28.95, 22, 28
WORDS = {"year": "2022", "last_year": "2021", "next_year": "2023"}
WORDS |= {"town": "示例镇", "government": "示例镇人民政府", "district": "示例区"}


def whole_report() -> ReportPapers:
    """The shipped outline with every paragraph and every figure in it."""
    outline = read_outline(shipped_outline())
    named = {token.id for paragraph in outline.paragraphs() for token in tokens_of(paragraph.text)}
    installed = frozenset(name.rpartition(".")[2] for name in INSTALLED_MECHANISMS)
    figures = [figure(each, 12) for each in sorted(named)]
    return ReportPapers(Composition(outline, figures, WORDS, installed), 2022, "示例数据", "示府发")


def content(paper: str) -> Content:
    made = getattr(whole_report(), paper)()
    assert made is not None
    return made


@cache
def pdf_pages(paper: str) -> list[Any]:
    return pages_of(render(content(paper), "pdf"))


def within(page: Any) -> list[Placed]:
    """What stands in the type area: all but the page number."""
    return [found for found in texts_of(page) if found.y > BOTTOM - 1]


def word(paper: str) -> Any:
    return open_word(BytesIO(render(content(paper), "docx")))


@pytest.mark.parametrize("paper", PAPERS)
def test_pdf_keeps_the_type_area_on_every_page(paper: str) -> None:
    """5.1, 5.2.1: A4; nothing leaves 156 × 225 mm but the page number."""
    pages = pdf_pages(paper)
    assert len(pages) >= 3
    for page in pages:
        assert (round(page.mediabox.width / MM), round(page.mediabox.height / MM)) == (210, 297)
        for found in within(page):
            assert LEFT - 0.3 < found.x < RIGHT and found.y < TOP, found


@pytest.mark.parametrize("paper", PAPERS)
def test_full_pages_hold_twenty_two_lines_of_twenty_eight_characters(paper: str) -> None:
    """5.2.3: every line of the body stands on the grid; a full line is 28 characters, punctuation may hang one more."""
    full = 0
    for page in pdf_pages(paper)[1:]:
        heights = sorted({round(found.y, 1) for found in within(page) if found.size == SIZE}, reverse=True)
        assert len(heights) <= LINES
        steps = [(upper - lower) / PITCH for upper, lower in pairwise(heights)]
        assert all(abs(step - round(step)) < 0.05 for step in steps if step < 1.5), steps
        full += len(heights) == LINES
        written = [line for line in page.extract_text().splitlines() if len(line) > 20]
        assert all(len(line) <= CHARACTERS + 3 + sum(character.isascii() for character in line) for line in written)
    assert full >= 1


@pytest.mark.parametrize("paper", PAPERS)
def test_headings_and_body_have_the_faces_and_sizes_of_the_standard(paper: str) -> None:
    """5.2.2, 7.3.1, 7.3.3: title 2号; 一、 in 黑体, （一） in 楷体, body in 仿宋, all 3号."""
    styles = word(paper).styles
    faces = [styles[f"Heading {level}"].element.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) for level in (1, 2)]
    assert faces == ["黑体", "楷体_GB2312"]
    assert styles["Title"].font.size == Pt(22)
    found = [each for page in pdf_pages(paper) for each in within(page)]
    first, second = (next(each for each in found if each.text.startswith(head)) for head in ("一、", "（一）"))
    body = next(each for each in found if each.size == SIZE and len(each.text) > 20)
    assert first.size == second.size == SIZE
    assert len({first.font, body.font}) == 2, "the first level is seen to be one"
    title = content(paper).title.replace("\n", "")[:4]
    assert any(each.text.startswith(title) and each.size == 22 for each in found)


@pytest.mark.parametrize("paper", PAPERS)
def test_page_numbers_run_right_on_odd_and_left_on_even_pages(paper: str) -> None:
    """7.5: 4号, seven millimetres below the type area; a page that holds only the imprint has none."""
    for index, page in enumerate(pdf_pages(paper)):
        below = [found for found in texts_of(page) if found.y < BOTTOM - 1]
        if not below:
            assert index == len(pdf_pages(paper)) - 1
            continue
        dash, number, last = below
        assert (number.text, number.size) == (str(index + 1), 14)
        assert dash.y + 0.38 * 14 == pytest.approx(BOTTOM - 7 * MM, abs=1)
        outer = last.x + 28 if index % 2 == 0 else dash.x
        assert outer == pytest.approx(RIGHT if index % 2 == 0 else LEFT + 14, abs=2)


@pytest.mark.parametrize("paper", PAPERS)
def test_word_has_the_same_page_and_grid_and_leaves_the_seal_free(paper: str) -> None:
    """5.1, 5.2.1, 5.2.3: and no picture anywhere."""
    file = word(paper)
    for section in file.sections:
        margins = (section.top_margin, section.left_margin, section.bottom_margin, section.right_margin)
        assert [round(length / Mm(1)) for length in margins] == [37, 28, 35, 26]
        assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (210, 297)
    assert file.styles["Normal"].paragraph_format.line_spacing == Pt(PITCH)
    assert file.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:sz')}").get(qn("w:val")) == str(2 * SIZE)
    assert not list(file.element.iter(qn("w:drawing")))
    assert not any(page.images for page in pdf_pages(paper))


def test_upward_report_names_its_signer_and_addressees() -> None:
    """7.2.6, 7.3.2, 7.4.2: 签发人 at the right of the number, 主送 under the title, 抄送 in the imprint."""
    first, last = pdf_pages("upward")[0], pdf_pages("upward")[-1]
    number, signer = line_of(first, "示府发〔"), line_of(first, "签发人：")
    assert (number.y, number.x < signer.x) == (pytest.approx(signer.y), True)
    addressee = line_of(first, content("upward").addressees[0])
    assert addressee.x == pytest.approx(LEFT, abs=0.5)
    assert line_of(last, "抄送：").size == 14
    assert strokes_of(last)[-1].y == pytest.approx(BOTTOM, abs=0.5)


def test_notice_has_the_report_as_its_annex_on_a_page_of_its_own() -> None:
    """7.3.4, 7.3.7: the red head once, then the report from a new page; no 签发人, which is of papers that go up."""
    pages = pdf_pages("notice")
    assert line_of(pages[0], "示例镇人民政府文件").size > 30
    assert "签发人" not in pages[0].extract_text()
    title = content("notice").enclosures[0].title.replace("\n", "")[:6]
    opens = [
        page for page in pages[1:] if any(each.text.startswith(title) and each.size == 22 for each in within(page))
    ]
    assert len(opens) == 1


def test_public_text_has_no_red_head_and_no_imprint() -> None:
    """What the public reads is the report alone (督察工作规定 第24条)."""
    for page in pdf_pages("public"):
        assert not strokes_of(page)
        assert "抄送" not in page.extract_text()


def test_draft_sheet_has_all_its_boxes_on_one_page() -> None:
    sheet = draft_sheet(whole_report(), content("notice"), ("示例单位 甲示例人 2023-01-04",))
    (page,) = pages_of(render(sheet, "pdf"))
    text = page.extract_text().replace("\n", "")
    boxes = ("拟稿", "核稿", "会签", "合法性审核", "保密审查", "公开属性", "审议会议", "签发", "编号", "份数")
    assert [box for box in boxes if box not in text] == []
