"""An exported list opens with what was written: no cell becomes a formula, a link or another number."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.exchange.sheets.api import read_workbook, write_list


def cells(data: bytes) -> list[list]:
    return read_workbook(data, "列表.xlsx").sheets[0].rows


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "{=", "http://", "mailto:"])
def test_no_text_becomes_a_formula_or_a_link(start):
    text = f"{start}HYPERLINK(1)"
    sheet = openpyxl.load_workbook(io.BytesIO(write_list(["标题"], [[text]])))["列表"]
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["A2"].hyperlink) == (text, "s", None)


def test_values_keep_their_kind():
    moment = dt.datetime(2022, 3, 5, 1, 30, tzinfo=dt.UTC)
    row = ["松调1", 12, Decimal("1200.50"), dt.date(2022, 3, 5), moment, ("示例甲", "示例乙"), None, True, "末"]
    data = write_list(list("甲乙丙丁戊己庚辛壬"), [row], title="登记簿", notes=["共1条"])
    assert cells(data) == [
        ["登记簿", *[""] * 8],
        list("甲乙丙丁戊己庚辛壬"),
        [
            "松调1",
            12,
            1200.5,
            dt.date(2022, 3, 5),
            dt.datetime.fromisoformat("2022-03-05 09:30"),
            "示例甲、示例乙",
            "",
            True,
            "末",
        ],
        [""] * 9,
        ["共1条", *[""] * 8],
    ]


def test_a_day_before_excels_calendar_is_written_as_text():
    assert cells(write_list(["日期"], [[dt.date(1899, 5, 1)]]))[1] == ["1899-05-01"]


def test_a_text_too_long_for_a_cell_is_cut_and_says_so():
    (text,) = cells(write_list(["情况"], [["长" * 40_000]]))[1]
    assert len(text) <= 32_767
    assert text.endswith("…（过长，以下截去）")


def test_the_same_list_gives_the_same_bytes():
    assert write_list(["编号"], [["松调1"]]) == write_list(["编号"], [["松调1"]])


def test_an_empty_list_still_has_its_headings():
    assert cells(write_list(["编号", "日期"], [])) == [["编号", "日期"]]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20), min_size=1, max_size=10))
def test_every_text_is_read_back_as_written(texts):
    rows = read_workbook(write_list(["文字", "行"], [[text, number] for number, text in enumerate(texts)]), "列表.xlsx")
    assert [row[0] for row in rows.sheets[0].rows[1:]] == texts
