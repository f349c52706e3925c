"""Money comes out in yuan and counts as whole numbers; doubtful ones are asked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.exchange.sheets.api import Ask, LostDigits, Parsed, Wrong, money_scale, read_integer, read_money

WAN = Decimal(10_000)


@pytest.mark.parametrize(
    ("written", "yuan"),
    [(1200.0, "1200.00"), ("1,200.00", "1200.00"), ("￥1,200", "1200.00"), ("1200元", "1200.00"), ("1200元整", "1200.00"),
     ("1.2万元", "12000.00"), ("１２００", "1200.00"), (0.1 + 0.2, "0.30"), (0.0, "0.00")],
)  # fmt: skip
def test_amounts_in_yuan(written, yuan):
    assert read_money(written) == Parsed(Decimal(yuan))


@pytest.mark.parametrize(("written", "yuan"), [(1.2, "12000.00"), ("0.35", "3500.00"), ("1.2万元", "12000.00")])
def test_a_heading_in_ten_thousands_is_turned_into_yuan(written, yuan):
    assert read_money(written, money_scale("协议金额（万元）")) == Parsed(Decimal(yuan))
    assert money_scale("协议金额(元)") == 1


@pytest.mark.parametrize(
    ("written", "scale", "yuan"),
    [("贰佰元整", 1, "200.00"), ("两万元", 1, "20000.00"), ("约500元", 1, "500.00"), ("1234.567", 1, "1234.57"),
     ("1200元", WAN, "1200.00"), (5000.0, WAN, "50000000.00")],
)  # fmt: skip
def test_doubtful_amounts_are_asked(written, scale, yuan):
    result = read_money(written, Decimal(scale))
    assert isinstance(result, Ask)
    assert result.suggestion == Decimal(yuan)


@pytest.mark.parametrize("written", ["1,20", "-5", -5.0, "500元/月", "若干", LostDigits(1e17), True])
def test_what_is_no_amount_is_an_error(written):
    assert isinstance(read_money(written), Wrong)


@pytest.mark.parametrize("written", ["", "/", "无", "不涉及"])
def test_no_amount_is_blank_not_nought(written):
    assert read_money(written) == Parsed(None)


@given(st.decimals(0, 10**9, places=2))
def test_every_amount_to_the_cent_comes_back_exactly(amount):
    assert read_money(float(amount)) == read_money(f"{amount:,}") == Parsed(amount)


@pytest.mark.parametrize(
    ("written", "number"), [(12.0, 12), ("12人", 12), ("１２ 件", 12), ("1,200", 1200), ("0", 0), (3, 3)]
)
def test_counts_are_whole_numbers(written, number):
    assert read_integer(written) == Parsed(number)


@pytest.mark.parametrize(("written", "number"), [("30余人", 30), ("约30", 30), ("十二人", 12), ("50人以上", 50)])
def test_rough_counts_are_asked(written, number):
    result = read_integer(written)
    assert isinstance(result, Ask)
    assert result.suggestion == number


@pytest.mark.parametrize("written", [3.5, -1.0, "若干", "1,20", "3.5", True, "12件3人"])
def test_what_is_no_count_is_an_error(written):
    assert isinstance(read_integer(written), Wrong)


@given(st.text(max_size=12))
def test_any_text_gets_an_answer_as_money_and_as_a_count(text):
    assert isinstance(read_money(text), Parsed | Wrong | Ask)
    assert isinstance(read_integer(text), Parsed | Wrong | Ask)
