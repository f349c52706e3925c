"""How numbers are read in a sentence: exact, rounded, in characters, beside last year; properties and examples."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.reports.approximations import almost, in_characters, somewhat_above
from guiju.reports.comparisons import beside_last_quarter, beside_last_year, growth
from guiju.reports.figures import Compared, last_quarters
from guiju.reports.habits import HABITS, both_numbers, plain
from guiju.reports.tests.figures_made import OCTOBER, compared, figure
from guiju.reports.wording import until_words

COUNTS = st.integers(min_value=0, max_value=9_999_999)
ROUND = {"十": 10, "百": 100, "千": 1000, "万": 10_000}


def _read(text: str) -> int:
    """The number that a rounded text names."""
    if text in ROUND:
        return ROUND[text]
    if text.endswith("万"):
        return int(Decimal(text[:-1]) * 10_000)
    return int(text)


@given(COUNTS)
def test_yu_names_a_round_number_below_the_exact_one(number: int) -> None:
    text = somewhat_above(number)
    if text.endswith("余"):
        named = _read(text[:-1])
        assert named < number < named * 2
        assert re.fullmatch(r"[1-9]\d?0*", str(named))
    else:
        assert int(text) == number


@given(COUNTS)
def test_jin_names_a_round_number_that_is_nearly_reached(number: int) -> None:
    text = almost(number)
    if text.startswith("近"):
        named = _read(text[1:])
        assert named * 9 <= number * 10 < named * 10
    else:
        assert int(text) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [(326, "300余"), (301, "300余"), (300, "300"), (83, "80余"), (9, "9"), (1234, "1200余"), (12_345, "1.2万余")],
)
def test_yu_by_example(number: int, text: str) -> None:
    assert somewhat_above(number) == text


@pytest.mark.parametrize(
    ("number", "text"), [(960, "近千"), (95, "近百"), (288, "近300"), (850, "近900"), (9_700, "近万")]
)
def test_jin_by_example(number: int, text: str) -> None:
    assert almost(number) == text


@pytest.mark.parametrize("number", [5, 101, 200, 1_000])
def test_jin_stays_exact_where_too_much_is_missing_or_nothing(number: int) -> None:
    assert almost(number) == str(number)


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (2, "两"), (10, "十"), (12, "十二"), (24, "二十四"), (0, "0")])
def test_small_numbers_in_characters(number: int, text: str) -> None:
    assert in_characters(number) == text


@given(st.integers(min_value=0, max_value=500), st.integers(min_value=0, max_value=500))
def test_beside_last_year_the_difference_adds_up(now: int, before: int) -> None:
    text = beside_last_year(compared(now, before))
    if now == before:
        assert text == "与去年持平"
    else:
        found = re.fullmatch(r"比去年(增加|减少)(\d+)件", text)
        assert found
        assert before + int(found[2]) * (1 if found[1] == "增加" else -1) == now


def test_a_cutoff_within_the_year_compares_with_the_same_stretch() -> None:
    assert beside_last_year(compared(83, 76, as_of=OCTOBER)) == "比去年同期增加7件"
    assert beside_last_year(compared(83, 83, as_of=OCTOBER)) == "与去年同期持平"


def test_what_cannot_be_subtracted_is_named() -> None:
    assert beside_last_year(compared("1+2+24", "1+2+23", unit="个")) == "去年为1+2+23个"
    assert beside_last_year(compared("1+2+24", "1+2+24")) == "与去年持平"
    assert beside_last_year(compared(5, None)) == "去年没有可比的数字"


def test_growth_in_per_cent_needs_something_to_grow_from() -> None:
    assert growth(compared(110, 100)) == "同比增长10%"
    assert growth(compared(75, 90)) == "同比下降16.7%"
    assert growth(compared(4, 0)) == "比去年增加4件"
    assert growth(compared(0, 0)) == "与去年持平"


def test_a_ratio_shows_both_numbers_and_moves_by_points() -> None:
    ratio = figure("example.share", 97.5, "%", numerator=39, denominator=40, compared=Compared(95))
    assert both_numbers(ratio) == "97.5%（39/40）"
    assert beside_last_year(ratio) == "比去年提高2.5个百分点"
    assert growth(ratio) == "比去年提高2.5个百分点"
    assert both_numbers(figure("example.share", None, "%", numerator=0, denominator=0)) == "无应计事项"


def test_quarter_beside_quarter() -> None:
    moved = compared(83, 76, compared=Compared(76, 20, 26))
    assert beside_last_quarter(moved) == "比上季度减少6件"
    assert beside_last_quarter(compared(83, 76)) == "上季度没有可比的数字"


@pytest.mark.parametrize(
    ("as_of", "last", "before"),
    [
        (dt.date(2022, 12, 31), dt.date(2022, 12, 31), dt.date(2022, 9, 30)),
        (OCTOBER, dt.date(2022, 9, 30), dt.date(2022, 6, 30)),
        (dt.date(2022, 3, 31), dt.date(2022, 3, 31), dt.date(2021, 12, 31)),
        (dt.date(2022, 2, 1), None, dt.date(2021, 12, 31)),
    ],
)
def test_the_last_quarter_is_one_that_was_over(as_of: dt.date, last: dt.date | None, before: dt.date) -> None:
    found, earlier = last_quarters(as_of)
    assert (found.as_of if found else None) == last
    assert earlier.as_of == before


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (dt.date(2022, 12, 31), "全年"),
        (OCTOBER, "截至10月底"),
        (dt.date(2022, 2, 28), "截至2月底"),
        (dt.date(2024, 2, 28), "截至2月28日"),
    ],
)
def test_until_when_is_said_as_reports_say_it(day: dt.date, text: str) -> None:
    assert until_words(day) == text


def test_money_loses_its_needless_zeros() -> None:
    assert plain(figure("example.sum", "3000.00", "元")) == "3000元"
    assert plain(figure("example.sum", "10.50", "元")) == "10.5元"


@given(COUNTS)
def test_every_habit_reads_every_count(number: int) -> None:
    read = {name: habit(figure("example.count", number, records=())) for name, habit in HABITS.items()}
    assert read["照录"] == f"{number}件"
    assert all(read.values())
