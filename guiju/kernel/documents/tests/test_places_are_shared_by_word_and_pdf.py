"""Where a title breaks and where names and days stand: decided once for every form of a paper."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.documents.content import Document
from guiju.kernel.documents.layout import (
    ANNEX,
    ANNEX_WIDE,
    FORM,
    OFFICIAL,
    attachment_lines,
    mark_size,
    number_text,
    places,
    signature_places,
)
from guiju.kernel.documents.rendering import MEDIA_TYPES, render
from guiju.kernel.documents.tests import papers
from guiju.kernel.documents.title_lines import title_lines, width


def test_type_area_of_the_official_layout_holds_22_lines_of_28() -> None:
    """GB/T 9704-2012 5.2."""
    assert OFFICIAL.wide - OFFICIAL.left - OFFICIAL.right == 156
    assert OFFICIAL.high - OFFICIAL.top - OFFICIAL.bottom == 225
    assert 28 * OFFICIAL.body + 27 * OFFICIAL.tracking <= OFFICIAL.measure
    for measures in (OFFICIAL, FORM, ANNEX, ANNEX_WIDE):
        assert abs(measures.tracking) < measures.body / 20


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("人民调解协议书", ("人民调解协议书",)),
        ("2022年示例镇法治政府建设工作情况报告", ("2022年示例镇法治政府建设工作情况报告",)),
        (
            "示例镇人民政府关于2022年度法治政府建设工作情况的报告",
            ("示例镇人民政府关于2022年度", "法治政府建设工作情况的报告"),
        ),
        ("甲\n乙丙", ("甲", "乙丙")),
    ],
)
def test_titles_break_by_sense_and_evenly(title: str, lines: tuple[str, ...]) -> None:
    """7.3.1."""
    assert title_lines(title, 17) == lines


def test_a_quoted_title_begins_a_line_where_it_can() -> None:
    lines = title_lines("示例镇人民政府关于印发《2022年示例镇法治政府建设工作情况报告》的通知", 17)
    assert lines[1].startswith("《") and len(lines) == 3


@given(st.text("法治政府建设工作《》2022年、（）的A ", min_size=1, max_size=80), st.integers(5, 25))
def test_no_title_loses_a_character_or_runs_over(title: str, room: int) -> None:
    lines = title_lines(title, room)
    assert "".join(lines) == title
    assert all(width(line) <= room + 2 for line in lines)


@given(st.lists(st.text("示例镇", min_size=1, max_size=25), min_size=1, max_size=3).map(tuple), st.booleans())
def test_signature_never_leaves_the_line(names: tuple[str, ...], sealed: bool) -> None:
    day = "2023年12月25日"
    rights, day_right = signature_places(names, day, sealed)
    assert all(right >= 0 for right in rights) and day_right >= 0
    if sealed:
        centres = {round(right + width(name) / 2, 3) for right, name in zip(rights, names, strict=True)}
        assert centres == {round(day_right + width(day) / 2, 3)}


def test_unsealed_day_begins_two_characters_after_the_name() -> None:
    """7.3.5.2, and its exception for a day longer than the name."""
    (right,), day_right = signature_places(("示例镇人民政府办公室",), "2023年1月5日", sealed=False)
    assert right == 2
    assert (day_right + width("2023年1月5日")) == right + 10 - 2
    (right,), day_right = signature_places(("示例所",), "2023年1月5日", sealed=False)
    assert day_right == 2 and right + 3 == day_right + 6 + 2


def test_free_number_belongs_to_a_paper_that_has_one() -> None:
    assert number_text(papers.notice()) == "示府发〔\u3000\u3000〕\u3000\u3000号"
    assert number_text(papers.plain_report(1)) == ""
    assert number_text(papers.agreement()) == "编号：松人调〔2022〕12号"
    assert number_text(Document(title="登记表", kind="form", layout="form")) == ""


def test_a_single_attachment_has_no_number() -> None:
    """7.3.4."""
    assert attachment_lines(("甲",)) == (("", "甲"),)
    assert attachment_lines(("甲", "乙")) == (("1.", "甲"), ("2.", "乙"))


def test_a_long_mark_becomes_smaller_and_stays_on_its_line() -> None:
    assert mark_size("示例镇人民政府文件") > mark_size("示例市示例区示例镇人民政府办公室文件")
    assert 18 * mark_size("示例市示例区示例镇人民政府办公室文件") < OFFICIAL.measure


def test_places_hold_only_what_will_be_printed() -> None:
    bare = places(Document(title="报告", kind="report"))
    assert (bare["number"], bare["addressees"], bare["day"], bare["cc"], bare["printed"]) == ("", "", "", "", "")
    full = places(papers.notice(signed_on=date(2023, 1, 5)))
    assert full["addressees"] == "各村居，企事业单位，机关各部门："
    assert full["printed"] == "2023年1月5日印发"


@pytest.mark.parametrize(("form", "begin"), [("docx", b"PK\x03\x04"), ("pdf", b"%PDF-"), ("html", b"<!doctype html>")])
def test_one_call_renders_every_form(form: str, begin: bytes) -> None:
    made = render(papers.agreement(), form)  # type: ignore[arg-type]
    assert made.startswith(begin)
    assert form in MEDIA_TYPES
