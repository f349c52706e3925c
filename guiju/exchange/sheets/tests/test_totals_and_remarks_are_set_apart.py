"""Below the heading only records are records: sums, remarks, blank and numbered-only rows are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.exchange.sheets.api import apply_mapping, find_head, sheet_year
from guiju.exchange.sheets.tests.made_workbooks import sheet_of
from guiju.exchange.sheets.workbook import Merge, Raw

HEADINGS: list[Raw] = ["序号", "登记编号", "日期", "当事人", "人数", "情况"]
MAPPING = {"number": 1, "on": 2, "persons": 4, "facts": 5}


def record(number: int) -> list[Raw]:
    return [float(number), f"松调{number}", "2022.3.5", "示例甲", 2.0, "因院墙争执"]


def body_of(rows, merges=()):
    sheet = sheet_of([list(HEADINGS), *rows], merges)
    head = find_head(sheet)
    assert head is not None
    return apply_mapping(sheet, head, MAPPING)


@pytest.mark.parametrize("label", ["合计", "合 计", "总计：", "本月合计", "小计", "累计"])
def test_a_sum_below_or_between_is_no_record(label):
    body = body_of([record(1), [label, "", "", "", 2.0, ""], record(2), ["", label, "", "", 4.0, ""]])
    assert body.numbers == [2, 4]
    assert [(total.number, total.by_field) for total in body.totals] == [(3, {"persons": 2.0}), (5, {"persons": 4.0})]
    assert body.totals[0].by_heading == {"人数": 2.0}


def test_a_sum_between_title_and_heading_is_kept():
    sheet = sheet_of([["登记簿"], ["合计", "", "", "", 7.0, ""], list(HEADINGS), record(1)])
    head = find_head(sheet)
    assert head is not None
    body = apply_mapping(sheet, head, MAPPING)
    assert body.totals[0].by_field == {"persons": 7.0}
    assert body.numbers == [4]


def test_a_sum_written_into_its_label_gives_its_numbers():
    body = body_of([record(1), ["合计：12件 35人"]])
    assert body.totals[0].numbers_in_label == (12.0, 35.0)


def test_a_full_sum_row_is_still_a_sum():
    body = body_of([record(1), ["合计", "1件", "—", "—", 2.0, "—"]])
    assert body.numbers == [2]
    assert body.totals[0].label == "合计"


def test_a_record_that_speaks_of_a_sum_stays_a_record():
    body = body_of(
        [[1.0, "松调1", "2022.3.5", "示例甲", 2.0, "合计欠款争议"], ["", "合计欠款纠纷", "2022.3.5", "", "", ""]]
    )
    assert body.numbers == [2, 3]
    assert body.totals == ()


def test_who_filled_in_the_sheet_is_a_remark_that_can_be_asked():
    body = body_of(
        [record(1), ["填表人：示例甲　审核：示例乙", "", "", "", "填表时间：2022年12月1日", ""], ["注：以上数据已核对"]]
    )
    assert body.numbers == [2]
    assert body.stated("填表人") == "示例甲"
    assert body.stated("填表时间", "填报时间") == "2022年12月1日"
    assert body.stated("单位") is None
    assert [remark.number for remark in body.remarks] == [3, 4]


def test_blank_and_numbered_only_rows_are_skipped():
    body = body_of([record(1), [" ", "", "\u3000", "", "", ""], [2.0, "", "", "", "", ""], record(3)])
    assert body.numbers == [2, 5]
    assert body.numbered_only == (4,)


def test_a_heading_repeated_on_a_printed_page_is_skipped():
    assert body_of([record(1), list(HEADINGS), record(2)]).numbers == [2, 4]


def test_a_section_name_over_the_whole_width_is_a_remark():
    body = body_of([["一季度", "", "", "", "", ""], record(1)], (Merge(2, 0, 2, 5),))
    assert body.numbers == [3]
    assert body.remarks[0].text == "一季度"


def test_a_short_record_stays_a_record():
    assert body_of([["", "松调1", "", "", "", ""]]).numbers == [2]


def test_text_merged_downwards_counts_for_each_row_but_numbers_once():
    rows = [record(1), record(2)]
    rows[1][2] = rows[1][4] = ""
    body = body_of(rows, (Merge(2, 2, 3, 2), Merge(2, 4, 3, 4)))
    assert body.columns["on"] == ["2022.3.5", "2022.3.5"]
    assert body.columns["persons"] == [2.0, ""]
    assert body.filled == {(3, "on")}


def test_each_cell_of_a_record_knows_its_address():
    body = body_of([["", "", "", "", "", ""], record(1)])
    row = body.row(3)
    assert row.cells["facts"].address == "F3" == body.address(0, "facts")
    assert [found.number for found in body.rows()] == [3]
    with pytest.raises(KeyError):
        body.row(2)


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (("青禾镇2022年登记簿", "台账"), 2022),
        (("2021-2022年度",), None),
        (("登记簿", "2022.xlsx"), 2022),
        (("第120221号",), None),
    ],
)
def test_the_year_of_a_sheet_is_taken_only_if_there_is_one(texts, year):
    assert sheet_year(*texts) == year


NOISE: list[list[Raw]] = [
    ["", "", "", "", "", ""],
    ["合计", "", "", "", 3.0, ""],
    ["填表人：示例甲", "", "", "填表时间：2022.12.1", "", ""],
    [9.0, "", "", "", "", ""],
    list(HEADINGS),
    ["备注：本表为示例"],
]


@given(st.lists(st.one_of(st.integers(1, 99).map(record), st.sampled_from(NOISE)), max_size=12))
def test_exactly_the_records_are_kept_whatever_stands_between(rows):
    body = body_of(rows)
    expected = [number for number, row in enumerate(rows, 2) if row not in NOISE]
    assert body.numbers == expected
    assert len(body.columns["number"]) == len(body)
