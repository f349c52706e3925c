"""What a PDF does with odd characters, with typst's own signs, with missing fonts, and on a second call."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pylopdf_fonts_zh_cn
import pytest
from pypdf import PdfReader

from guiju.kernel.documents.content import Document
from guiju.kernel.documents.content_blocks import Bold, ContentError, Field, Fields, Figure, Heading, Note, paragraph
from guiju.kernel.documents.fonts import SANS, SERIF, characters, choose, missing
from guiju.kernel.documents.pdf import to_pdf
from guiju.kernel.documents.tests import papers
from tests.pdf_positions import pages_of, texts_of

ODD = '#panic("x") $a$ *b* _c_ `d` <e> @f [g] {h} \\u{41} // i /* j */ = k - l + m "n" \'o\' & %'


def words(document: Document) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(to_pdf(document, "bundled"))).pages)


def test_rare_characters_of_names_are_printed() -> None:
    text = words(papers.agreement(title=f"协议{papers.RARE}", number=papers.RARE))
    assert all(text.count(char) >= 2 for char in papers.RARE)


def test_a_character_that_no_font_holds_is_named_in_chinese() -> None:
    lost = "\U0001f600"
    for document in (
        papers.agreement(title=f"协议{lost}"),
        papers.agreement(signature=(lost,)),
        papers.agreement(blocks=(Fields(((Field("姓名", lost),),)),)),
        papers.notice(addressees=(lost,)),
    ):
        with pytest.raises(ContentError, match="本机字库中没有“\U0001f600”（U\\+1F600）"):
            to_pdf(document, "bundled")


def test_every_glyph_of_every_line_is_in_the_bundled_fonts() -> None:
    """The layouts' own words need glyphs too: each paper of the tests passes the check."""
    for document in (papers.notice(), papers.official_with_everything(), papers.agreement(), papers.annex(3)):
        assert missing(document.plain_text(), "bundled") == []


def test_what_looks_like_markup_is_printed_as_typed() -> None:
    document = papers.notice(
        title="标题 " + ODD,
        blocks=(paragraph(ODD, Bold(ODD), Figure("x", ODD)), Heading(2, ODD), Note(ODD)),
        signature=(ODD,),
        cc=(ODD,),
        enclosures=(),
    )
    squeezed = words(document).replace("\n", "").replace(" ", "")
    assert squeezed.count('#panic("x")$a$*b*_c_`d`<e>@f[g]{h}\\u{41}//i/*j*/=k-l+m') >= 6


@pytest.mark.parametrize("make", [papers.notice, papers.agreement, papers.annex])
def test_the_same_content_gives_the_same_bytes(make: object) -> None:
    first = to_pdf(make(), "bundled")  # type: ignore[operator]
    to_pdf(papers.plain_report(3), "bundled")
    assert to_pdf(make(), "bundled") == first  # type: ignore[operator]
    assert "/CreationDate" not in (PdfReader(BytesIO(first)).metadata or {})


def test_document_names_its_title_language_and_headings_for_readers() -> None:
    reader = PdfReader(BytesIO(to_pdf(papers.notice(), "bundled")))
    assert reader.metadata is not None and reader.metadata.title == papers.notice().title
    assert str(reader.root_object["/Lang"]) == "zh-CN"
    assert len([entry for entry in reader.outline if not isinstance(entry, list)]) == 2


def test_installed_faces_go_first_and_the_bundled_ones_always_stand_behind() -> None:
    office = choose(
        ["FangSong_GB2312", "SimHei", "KaiTi_GB2312", "FZXiaoBiaoSong-B05S", "SimSun", "Arial", SERIF, SANS]
    )
    assert office.body == ("FangSong_GB2312", SERIF, SANS)
    assert office.heading[0] == "SimHei" and office.subheading[0] == "KaiTi_GB2312" and office.number[0] == "SimSun"
    assert office.title[0] == "FZXiaoBiaoSong-B05S" and office.heavy_title
    bare = choose([SERIF, SANS])
    assert bare.body == (SERIF, SANS) and bare.heading == (SANS, SERIF) and not bare.heavy_title


def test_character_map_is_read_from_the_font_itself() -> None:
    cover = characters(pylopdf_fonts_zh_cn.serif_path())
    assert {ord(char) for char in papers.RARE + "〔〕—①法"} <= cover
    assert not {0x1F600, 0xE000, 0x10FFFF} & cover


def test_a_file_without_a_character_map_covers_nothing(tmp_path: Path) -> None:
    empty = tmp_path / "empty.otf"
    empty.write_bytes(b"OTTO" + bytes(8))
    assert characters(empty) == frozenset()


def test_installed_fonts_give_the_same_words() -> None:
    document = papers.agreement()
    text = "".join(page.extract_text() for page in pages_of(to_pdf(document)))
    assert "人民调解协议书" in text and "叁仟元整" in text


def test_form_holds_every_field_leaves_free_places_and_lines_to_sign() -> None:
    """人民调解法 art. 29: parties, facts, content, manner and term."""
    pages = pages_of(to_pdf(papers.agreement(), "bundled"))
    assert len(pages) == 1
    text = pages[0].extract_text()
    for label in (
        "编号：松人调〔2022〕12号",
        "主要事实和",
        "争议事项",
        "联系电话",
        "履行方式、地点、期限",
        "人民调解员（签名）",
    ):
        assert label in text
    free = words(papers.agreement(number=None, number_mark="编号", signed_on=None))
    assert "12号" not in free and "编号：" in free


def test_signatures_move_to_the_next_page_together() -> None:
    long = papers.agreement().blocks
    many = long[:1] + tuple(paragraph(papers.FILLER) for _ in range(7)) + long[1:]
    pages = pages_of(to_pdf(papers.agreement(blocks=many), "bundled"))
    assert len(pages) == 2
    last = pages[1].extract_text()
    assert "当事人甲" in last and "记录人" in last and "松溪村人民调解委员会（示例）" in last


@pytest.mark.parametrize("lines", range(12, 20))
def test_signature_has_text_on_its_page_also_after_a_line_alone(lines: int) -> None:
    blocks = (paragraph("示" * 28 * lines, indent=False), paragraph("末段只有一行。"))
    paper = papers.plain_report(blocks=blocks, signature=("示例镇人民政府",), signed_on=date(2023, 1, 5))
    pages = pages_of(to_pdf(paper, "bundled"))
    assert "末段只有一行" in pages[-1].extract_text()


def test_annex_repeats_its_head_on_every_page_upright_and_on_its_side() -> None:
    for landscape in (False, True):
        pages = pages_of(to_pdf(papers.annex(landscape=landscape), "bundled"))
        assert len(pages) >= 2
        assert all("统计口径" in page.extract_text() for page in pages)
        assert (pages[0].mediabox.width > pages[0].mediabox.height) == landscape
        numbers = [found.text for page in pages for found in texts_of(page) if found.text.startswith("示例指标")]
        assert numbers == [f"示例指标{number}" for number in range(1, 61)]


def test_page_numbers_can_be_left_out() -> None:
    assert "—" not in words(papers.plain_report(2, page_numbers=False))
