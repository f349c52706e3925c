"""Amounts in capital characters lose no cent; days follow the standard."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.documents.amounts import capital_amount, date_in_digits
from guiju.kernel.documents.content_blocks import ContentError

DIGITS = "零壹贰叁肆伍陆柒捌玖"
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def read_yuan(text: str) -> int:
    """Read capital characters back, by a way of its own: sections of four digits, weighed by 万 and 亿."""
    total = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS.index(char)
        elif char in UNITS:
            section, digit = section + digit * UNITS[char], 0
        elif char == "万":
            section, digit = (section + digit) * 10_000, 0
            total, section = total + section, 0
        elif char == "亿":
            total, section, digit = (total + section + digit) * 100_000_000, 0, 0
    return total + section + digit


def read_amount(text: str) -> Decimal:
    yuan, _, rest = text.partition("元") if "元" in text else ("", "", text)
    cents = {"角": 10, "分": 1}
    total = sum(DIGITS.index(rest[at - 1]) * cents[unit] for at, unit in enumerate(rest) if unit in cents)
    return Decimal(read_yuan(yuan)) + Decimal(total) / 100


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "零元整"),
        ("3000", "叁仟元整"),
        ("3000.00", "叁仟元整"),
        ("10.05", "壹拾元零伍分"),
        ("1.5", "壹元伍角"),
        ("0.55", "伍角伍分"),
        ("20030", "贰万零叁拾元整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("100000000", "壹亿元整"),
    ],
)
def test_amounts_are_written_as_banks_want_them(amount: str, text: str) -> None:
    assert capital_amount(Decimal(amount)) == text


@given(st.integers(0, 99_999_999_999_999).map(lambda cents: Decimal(cents) / 100))
def test_an_amount_reads_back_to_the_cent(amount: Decimal) -> None:
    assert read_amount(capital_amount(amount)) == amount


@pytest.mark.parametrize(
    ("amount", "reason"),
    [
        ("1.005", "分以下"),
        ("0.001", "分以下"),
        ("-1", "不是正数"),
        ("NaN", "不是正数"),
        ("Infinity", "不是正数"),
        ("1000000000000", "一万亿"),
        ("1E+40", "一万亿"),
    ],
)
def test_what_cannot_be_written_without_loss_is_refused(amount: str, reason: str) -> None:
    with pytest.raises(ContentError, match=reason):
        capital_amount(Decimal(amount))


def test_days_have_full_years_and_no_leading_zeros() -> None:
    """GB/T 9704-2012 7.3.5.4."""
    assert date_in_digits(date(2023, 1, 5)) == "2023年1月5日"
    assert date_in_digits(None) == "\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"
