"""The PDF of an official paper measured against GB/T 9704-2012, clause by clause."""

from datetime import date
from itertools import chain, pairwise

import pytest

from guiju.kernel.documents.content import Issuer
from guiju.kernel.documents.content_blocks import Heading, paragraph
from guiju.kernel.documents.pdf import to_pdf
from guiju.kernel.documents.tests import papers
from tests.pdf_positions import MM, line_of, pages_of, strokes_of, texts_of

LEFT, RIGHT, BOTTOM, TOP = 28 * MM, 184 * MM, 35 * MM, (297 - 37) * MM
TENTH_MM = MM / 10


def near(value: float, within: float = TENTH_MM) -> object:
    return pytest.approx(value, abs=within)


@pytest.fixture(scope="module")
def notice() -> list[object]:
    return pages_of(to_pdf(papers.notice(), "bundled"))


def test_paper_is_a4_and_type_area_begins_at_the_margins(notice: list[object]) -> None:
    """5.1, 5.2.1."""
    page = notice[2]
    assert (page.mediabox.width, page.mediabox.height) == (near(210 * MM), near(297 * MM))  # type: ignore[attr-defined]
    flush = [found for found in texts_of(page) if len(found.text) > 20 and not found.text.startswith("示例镇把法治")]
    assert min(found.x for found in flush) == near(LEFT)
    first = texts_of(page)[0]
    assert TOP - 28.95 < first.y < TOP - 16 * 0.7


def test_a_page_holds_twenty_two_lines_of_twenty_eight_characters() -> None:
    """5.2.3: and nothing is left over when the last line is full."""
    pages = pages_of(to_pdf(papers.plain_report(60), "bundled"))
    lines = [[len(line) for line in page.extract_text().splitlines() if set(line) == {"示"}] for page in pages]
    assert lines[1] == [28] * 22
    assert list(chain.from_iterable(lines)) == [28] * 60
    full = [found for found in texts_of(pages[1]) if set(found.text) == {"示"}]
    pitches = {round(upper.y - lower.y, 2) for upper, lower in pairwise(full)}
    assert pitches == {28.95}
    assert full[-1].y > BOTTOM


def test_red_mark_stands_thirty_five_millimetres_below_the_type_area(notice: list[object]) -> None:
    """7.2.4: upper edge of the mark, which is centred."""
    mark = line_of(notice[0], "示例镇人民政府文件")
    assert mark.y + 0.88 * mark.size == near(TOP - 35 * MM)
    assert mark.x + 9 * mark.size / 2 == near((LEFT + RIGHT) / 2, 1)


def test_red_line_is_as_wide_as_the_type_area_and_four_millimetres_below_the_number(notice: list[object]) -> None:
    """7.2.7."""
    (line,) = strokes_of(notice[0])
    number = line_of(notice[0], "示府发〔")
    assert line.colour == pytest.approx((200 / 255, 38 / 255, 27 / 255), abs=0.01)
    assert (line.x, line.length) == (near(LEFT), near(156 * MM))
    assert number.y - 0.12 * number.size - line.y == near(4 * MM)


def test_number_not_given_yet_leaves_its_place_and_a_given_one_stands_as_typed(notice: list[object]) -> None:
    """7.2.5."""
    assert line_of(notice[0], "示府发").text == "示府发〔\u3000\u3000〕\u3000\u3000号"
    typed = pages_of(to_pdf(papers.notice(number="示府发〔2023〕1号"), "bundled"))
    assert line_of(typed[0], "示府发").text == "示府发〔2023〕1号"


def test_signer_of_a_paper_to_a_superior_stands_at_the_right_of_the_number() -> None:
    """7.2.6: number one character from the left, signer one from the right."""
    page = pages_of(to_pdf(papers.official_with_everything(), "bundled"))[0]
    number, signer = line_of(page, "示府发〔2023〕1号"), line_of(page, "签发人：")
    assert number.y == near(signer.y)
    assert number.x == near(LEFT + 15.8, 1)
    assert signer.x + 7 * 15.8 == near(RIGHT - 15.8, 2)


def test_title_is_two_lines_below_the_red_line_and_the_body_has_two_blank_characters(notice: list[object]) -> None:
    """7.3.1, 7.3.2, 7.3.3."""
    page = notice[0]
    (line,) = strokes_of(page)
    title, addressee = line_of(page, "示例镇人民政府关于"), line_of(page, "各村居，")
    body = line_of(page, "经研究同意")
    assert title.size == 22
    assert line.y - (title.y + 0.88 * 22) == near(2 * 28.95 + (33 - 22) / 2, 1)
    assert (addressee.x, body.x) == (near(LEFT), near(LEFT + 2 * 156 * MM / 28))
    assert (addressee.size, body.size) == (16, 16)
    assert addressee.y - body.y == near(28.95, 0.01)


def test_levels_are_heiti_then_kaiti_then_fangsong_in_one_size() -> None:
    """7.3.3: on a machine with only the bundled faces 黑体 is the sans and the others are the serif."""
    blocks = (
        Heading(1, "一、甲"),
        Heading(2, "（一）乙"),
        Heading(3, "1.丙"),
        Heading(4, "（1）丁"),
        paragraph("正文"),
    )
    found = texts_of(pages_of(to_pdf(papers.plain_report(blocks=blocks), "bundled"))[0])[1:6]
    assert [text.size for text in found] == [16] * 5
    assert ["Sans" in text.font for text in found] == [True, False, False, False, False]
    assert len({round(text.x - LEFT, 1) for text in found}) <= 2


def test_sealed_date_keeps_four_characters_and_the_name_is_centred_over_it(notice: list[object]) -> None:
    """7.3.5.1: two lines stay free above, where the seal's upper part comes."""
    page = notice[0]
    name, day = texts_of(page)[-5], line_of(page, "2023年1月5日")
    one = 156 * MM / 28
    assert name.text == "示例镇人民政府"
    assert name.x + 3.5 * one == near(RIGHT - 4 * one - 3 * one, 3)
    assert name.y - day.y == near(28.95, 0.01)
    assert line_of(page, "报告》印发").y - name.y == near(3 * 28.95, 0.01)


def test_unsealed_date_begins_two_characters_after_the_name_and_may_be_free() -> None:
    """7.3.5.2."""
    page = pages_of(to_pdf(papers.notice(sealed=False, signature=("示例镇法治建设工作领导小组办公室",)), "bundled"))[0]
    name, day = line_of(page, "示例镇法治建设"), line_of(page, "2023年1月5日")
    one = 156 * MM / 28
    assert day.x - name.x == near(2 * one, 4)
    free = pages_of(to_pdf(papers.notice(signed_on=None), "bundled"))[0]
    assert any(found.text.strip() == "年\u3000\u3000月\u3000\u3000日" for found in texts_of(free))


def test_page_number_is_seven_millimetres_below_odd_right_even_left(notice: list[object]) -> None:
    """7.5: 4号, a dash at each side, one character from the edge."""
    for index, page in enumerate(notice[:2]):
        dash, number, last = texts_of(page)[-3:]
        assert (dash.text, number.text, last.text, number.size) == ("—", str(index + 1), "—", 14)
        assert dash.y + 0.38 * 14 == near(BOTTOM - 7 * MM, 1)
        if index == 0:
            assert last.x + 14 == near(RIGHT - 14, 2)
        else:
            assert dash.x == near(LEFT + 14, 2)


def test_imprint_stands_on_the_lower_edge_of_the_last_page(notice: list[object]) -> None:
    """7.4: thick, thin, thick; the last line is the lower edge of the type area."""
    top, middle, last = strokes_of(notice[-1])
    assert [round(line.weight / MM, 2) for line in (top, middle, last)] == [0.35, 0.25, 0.35]
    assert last.y == near(BOTTOM, 0.5)
    assert all((line.x, line.length) == (near(LEFT), near(156 * MM)) for line in (top, middle, last))
    copies, office = line_of(notice[-1], "抄送："), line_of(notice[-1], "示例镇党政办公室")
    assert (copies.x, copies.size, office.x, office.size) == (near(LEFT + 14), 14, near(LEFT + 14), 14)
    assert "公室。" in notice[-1].extract_text()  # type: ignore[attr-defined]
    printed = line_of(notice[-1], "2023年1月5日印发")
    assert (printed.y, printed.x) == (near(office.y), near(RIGHT - 14 - 14 * 7.9, 8))


def test_imprint_that_finds_no_room_goes_to_the_foot_of_a_page_of_its_own() -> None:
    document = papers.plain_report(20, issuer=Issuer("示例镇党政办公室", date(2023, 1, 5)), cc=("示例区司法局",))
    pages = pages_of(to_pdf(document, "bundled"))
    assert strokes_of(pages[-1])[-1].y == near(BOTTOM, 0.5)
    assert not [line for page in pages[:-1] for line in strokes_of(page)]


def test_signature_never_stands_on_a_page_without_text() -> None:
    for lines in range(14, 23):
        document = papers.plain_report(lines, signature=("示例镇人民政府",), signed_on=date(2023, 1, 5))
        for page in pages_of(to_pdf(document, "bundled")):
            words = page.extract_text()
            assert "示例镇人民政府" not in words or "示示" in words


def test_attachments_are_numbered_aligned_and_begin_on_pages_of_their_own() -> None:
    """7.3.4, 7.3.7: label on line one, title on line three."""
    pages = pages_of(to_pdf(papers.official_with_everything(), "bundled"))
    note = texts_of(pages[1])
    note = note[[found.text for found in note].index("附件：") :]
    assert [found.text for found in note[:2]] == ["附件：", "1."]
    names = [
        found for found in note if found.text.startswith(("示例镇法治政府建设数据", "示例镇二〇二三", "说明（征求"))
    ]
    assert len({round(found.x, 1) for found in names}) == 1 and len(names) == 3
    label, title = texts_of(pages[2])[:2]
    assert (label.text, title.text) == ("附件1", "示例镇法治政府建设数据附表")
    assert (label.x, "Sans" in label.font) == (near(LEFT), True)
    assert label.y - title.y == near(2 * 28.95, 5)


def test_body_is_black_and_nothing_is_drawn_but_the_lines_of_the_standard(notice: list[object]) -> None:
    """5.2.4; and no seal, digest or footnote."""
    for page in notice[1:-1]:
        assert strokes_of(page) == []
        assert not page.images  # type: ignore[attr-defined]
