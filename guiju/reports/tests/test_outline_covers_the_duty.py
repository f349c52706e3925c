"""The default outline: the four parts of the duty to report, whole sentences, sections that come and go by rule."""

import dataclasses

import pytest

from guiju.kernel.documents.api import Bold, Heading, Paragraph
from guiju.kernel.documents.api import Figure as FigureRun
from guiju.kernel.lawbook.api import load_lawbook
from guiju.reports.composing import Composition, in_numerals
from guiju.reports.figures import YearFigure
from guiju.reports.outline import OutlineSection, read_outline, shipped_outline, unfolded
from guiju.reports.tests.figures_made import END, OCTOBER, figure
from guiju.reports.tokens import tokens_of
from samples.expected import EXPECTED_2022

OUTLINE = read_outline(shipped_outline())
WORDS = {
    "year": "2022",
    "last_year": "2021",
    "next_year": "2023",
    "town": "示例镇",
    "government": "示例镇人民政府",
    "district": "示例区",
}
TOKENS = [token for paragraph in OUTLINE.paragraphs() for token in tokens_of(paragraph.text)]
EVERYTHING = [figure(identifier, 12) for identifier in sorted({token.id for token in TOKENS})]


def _composition(figures: list[YearFigure], installed: frozenset[str] = frozenset(), **texts: str) -> Composition:
    own = {code.replace("__", "."): text for code, text in texts.items()}
    return Composition(OUTLINE, figures, WORDS, installed, own)


def _lines(composition: Composition) -> list[str]:
    blocks = composition.blocks()
    return [b.text if isinstance(b, Heading) else "".join(run.text for run in b.runs) for b in blocks]


def test_the_four_parts_stand_in_the_order_of_the_duty() -> None:
    headings = [line for line in _lines(_composition(EVERYTHING)) if line[1:2] == "、"]
    assert [line[:2] for line in headings] == ["一、", "二、", "三、", "四、"]
    words = ("举措和成效", "不足和原因", "第一责任人", "2023年")
    assert all(word in heading for word, heading in zip(words, headings, strict=True))


def test_every_part_names_an_article_that_the_lawbook_knows() -> None:
    book = load_lawbook(("cn",))
    assert all(book.article(part.basis, END).summary for part in OUTLINE.parts)


def test_the_outline_shows_every_figure_of_the_sample_and_no_other() -> None:
    assert {token.id for token in TOKENS} == set(EXPECTED_2022)


def test_figures_that_nobody_counts_are_named() -> None:
    assert _composition(EVERYTHING).missing() == ()
    assert _composition(EVERYTHING[1:]).missing() == (EVERYTHING[0].id,)


def test_texts_are_unfolded_and_closed() -> None:
    for text in (paragraph.text for paragraph in OUTLINE.paragraphs()):
        assert " " not in text
        assert text.endswith("。")


def test_unfolding_keeps_the_spaces_between_latin_words() -> None:
    assert unfolded("登记 {a.b} 共 GB T 9704 件\n") == "登记{a.b}共GB T 9704件"


def test_without_any_figure_no_text_with_figures_is_left() -> None:
    lines = _lines(_composition([]))
    assert not any("{" in line for line in lines)
    assert not any(run.id for block in _composition([]).blocks() if isinstance(block, Paragraph)
                   for run in block.runs if isinstance(run, FigureRun))  # fmt: skip
    assert lines[1].startswith("一、")


def test_a_part_that_would_be_empty_keeps_a_place_to_write() -> None:
    places = _composition([]).written().open_places
    assert places == ["2022年法治政府建设的主要举措和成效"]


def test_sections_are_numbered_as_they_remain() -> None:
    only = [each for each in EVERYTHING if each.id.startswith(("litigation.", "training.", "reconsideration."))]
    numbered = [line for line in _lines(_composition(only)) if line.startswith("（")]
    assert numbered[:2] == ["（一）依法应对行政争议", "（二）深入开展法治宣传教育"]


def test_a_section_waits_for_its_mechanism() -> None:
    heading = "规范行政执法行为"
    assert not any(heading in line for line in _lines(_composition(EVERYTHING)))
    assert any(heading in line for line in _lines(_composition(EVERYTHING, frozenset({"penalty"}))))


def test_a_section_that_asks_leaves_its_place() -> None:
    part = OUTLINE.parts[0]
    asking = OutlineSection("results.law", "示例的一节", (), needs="absent", without="ask")
    outline = dataclasses.replace(OUTLINE, parts=(dataclasses.replace(part, sections=(asking,)), *OUTLINE.parts[1:]))
    composition = Composition(outline, EVERYTHING, WORDS, frozenset())
    assert composition.written().open_places == ["示例的一节"]
    assert any("【待补写：示例的一节】" in line for line in _lines(composition))


def test_own_texts_replace_strike_out_and_add() -> None:
    composition = _composition(
        EVERYTHING,
        results__disputes__screening="改写后共{screening.factors}。",
        results__disputes__diversion="",
        results__disputes__zz="另加一段。",
    )
    lines = _lines(composition)
    assert "改写后共12件。" in lines
    assert "另加一段。" in lines
    assert not any("警调衔接" in line for line in lines)


def test_figures_are_linked_and_cutoffs_are_words() -> None:
    october = [figure("screening.factors", 122, "起", as_of=OCTOBER)]
    blocks = _composition(
        october, results__disputes__screening="**先排查。**{screening.factors|截至}{screening.factors}。"
    ).blocks()
    (written,) = [b for b in blocks if isinstance(b, Paragraph) and b.runs[0] == Bold("先排查。")]
    assert [run.text for run in written.runs] == ["先排查。", "截至10月底", "122起", "。"]
    assert written.runs[2] == FigureRun("screening.factors", "122起", "records/screening.factors.html")


def test_none_is_read_as_the_writer_chose() -> None:
    none = [figure("litigation.cases", 0), figure("venues.awards", 0)]
    text = "诉讼{litigation.cases|零=未发生}，获评{venues.awards|零=略}。"
    assert "诉讼未发生。" in _lines(_composition(none, results__remedies__cases=text))


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (2, "二"), (10, "十"), (11, "十一")])
def test_headings_are_numbered_in_characters(number: int, text: str) -> None:
    assert in_numerals(number) == text
