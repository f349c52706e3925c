"""A date is read where it can only be one day; otherwise it is an error or a question."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.exchange.sheets.api import Ask, ErrorValue, Parsed, Wrong, read_date

FIFTH = dt.date(2022, 3, 5)


@pytest.mark.parametrize(
    "written",
    ["2022.3.5", "2022年3月5日", "2022/3/5", "2022-03-05", "20220305", 20220305.0, "2022．3．5", " 2022. 3. 5 ", "2022年3月5号",
     "2022-03-05 14:30", "2022/3/5 星期六", "2022年3月5日 上午9时30分", "二〇二二年三月五日", "'2022-3-5", FIFTH,
     dt.datetime.fromisoformat("2022-03-05T09:30")],
)  # fmt: skip
def test_a_whole_date_is_read_however_written(written):
    assert read_date(written) == Parsed(FIFTH)


@pytest.mark.parametrize("written", ["十二", "二〇二二年十二月三十一日"])
def test_chinese_figures_make_a_date_only_when_whole(written):
    result = read_date(written)
    assert result == Parsed(dt.date(2022, 12, 31)) if len(written) > 2 else isinstance(result, Wrong)


@pytest.mark.parametrize("blank", ["", "  ", "/", "—", "无"])
def test_a_blank_or_a_dash_is_no_date_and_no_error(blank):
    assert read_date(blank) == Parsed(None)


@pytest.mark.parametrize(
    ("written", "says"),
    [("2022-02-30", "2月没有30日"), ("2月30日", "2月没有30日"), ("2022.2.29", "2022年2月没有29日"), ("2022-04-31", "4月没有31日"),
     ("2022.13.1", "没有13月"), ("20220230", "2月没有30日"), ("2022年3月", "没有日"), ("上周三", "看不出"), (3.5, "不是完整的日期"),
     ("1022.3.5", "年份不对"), (True, "不是日期"), (dt.time(9, 30), "不是日期"), (ErrorValue("#REF!"), "#REF!"), ("#N/A", "#N/A")],
)  # fmt: skip
def test_what_is_no_date_is_an_error_that_says_why(written, says):
    result = read_date(written, 2022)
    assert isinstance(result, Wrong)
    assert says in result.message


@pytest.mark.parametrize(
    "written",
    [
        44625.0,
        "44625",
        "3月5日",
        "3.5",
        "22.3.5",
        "22年3月5日",
        "3/5/2022",
        "2022.3.5-3.8",
        "2022年3月5日至8日",
        "3月5日-8日",
    ],
)
def test_what_could_be_meant_is_asked_with_the_day(written):
    result = read_date(written, 2022)
    assert isinstance(result, Ask)
    assert result.suggestion == FIFTH
    assert "2022-03-05" in result.question


@pytest.mark.parametrize("written", ["3月5日", "3.5"])
def test_without_a_year_anywhere_nothing_is_suggested(written):
    assert read_date(written) == Wrong(f"“{written}”缺少年份。请写成 2022-03-05 这样。")


FORMS = [
    "{0.year}.{0.month}.{0.day}", "{0.year}年{0.month}月{0.day}日", "{0.year}/{0.month:02}/{0.day:02}",
    "{0.year}-{0.month}-{0.day} 08:15:00", "{0.year}{0.month:02}{0.day:02}",
]  # fmt: skip


@given(st.dates(dt.date(1949, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(FORMS))
def test_every_written_day_comes_back_as_itself(day, form):
    assert read_date(form.format(day)) == Parsed(day)


@given(st.integers(1900, 2100), st.integers(0, 99), st.integers(0, 99))
def test_numbers_that_are_no_day_are_never_read_as_one(year, month, day):
    result = read_date(f"{year}-{month}-{day}", 2022)
    try:
        real = dt.date(year, month, day)
    except ValueError:
        assert isinstance(result, Wrong)
    else:
        assert result == Parsed(real) or (not 1949 <= year <= 2099 and isinstance(result, Wrong))


@given(st.text(st.sampled_from("0123456789.-/年月日至 "), max_size=14), st.sampled_from([None, 2022]))
def test_a_day_is_only_read_from_a_text_that_spells_its_year(text, year):
    result = read_date(text, year)
    if isinstance(result, Parsed) and result.value is not None:
        assert str(result.value.year) in text.replace(" ", "")


@given(st.floats(1, 99999, allow_nan=False))
def test_a_bare_number_is_never_a_date_without_a_question(number):
    assert isinstance(read_date(number), Ask | Wrong)
