"""ID numbers, credit codes and telephones are checked, and no message repeats them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.exchange.sheets.api import Ask, LostDigits, Parsed, Wrong, read_identity, read_telephone
from guiju.exchange.sheets.tests.made_workbooks import VALID_ID

CREDIT_CODE = "91310000MA00000A1C"
"""Invented; only its check digit is right."""


@pytest.mark.parametrize("written", [VALID_ID, f" {VALID_ID[:6]} {VALID_ID[6:]} ", f"'{VALID_ID}"])
def test_a_right_number_is_read_without_its_blanks(written):
    assert read_identity(written) == Parsed(VALID_ID)


def test_a_number_cell_has_lost_its_last_digits():
    result = read_identity(LostDigits(float(VALID_ID)))
    assert isinstance(result, Wrong)
    assert "数字格式" in result.message and "文本" in result.message


@pytest.mark.parametrize(
    ("written", "says"),
    [(VALID_ID[:-1], "只有17位"), (VALID_ID + "1", "有19位"), (VALID_ID[:5] + "O" + VALID_ID[6:], "第6位“O”"),
     (VALID_ID[:10] + "1332" + VALID_ID[14:], "出生日期"), (319999900307123.0, "15位")],
)  # fmt: skip
def test_each_fault_is_named(written, says):
    result = read_identity(written)
    assert isinstance(result, Wrong)
    assert says in result.message


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place, difference):
    wrong = str((int(VALID_ID[place]) + difference) % 10)
    assert isinstance(read_identity(VALID_ID[:place] + wrong + VALID_ID[place + 1 :]), Wrong)


def test_masked_numbers_are_offered_as_blank():
    for result in (read_identity("3199***1237"), read_telephone("138****8000")):
        assert isinstance(result, Ask)
        assert result.suggestion is None


def test_a_firm_has_a_credit_code_and_a_foreigner_a_passport():
    assert read_identity(CREDIT_CODE) == Parsed(CREDIT_CODE)
    passport = read_identity("E12345678")
    assert isinstance(passport, Ask)
    assert passport.suggestion == "E12345678"


@pytest.mark.parametrize(
    ("written", "number"),
    [(13800138000.0, "13800138000"), ("138 0013 8000", "13800138000"), ("+86-13800138000", "13800138000"),
     ("021-59531234", "021-59531234"), ("（021）59531234", "021-59531234"), ("59531234", "59531234"),
     ("021 59531234 转 801", "021-59531234-801"), ("12345", "12345"), ("", None), ("/", None)],
)  # fmt: skip
def test_telephones_are_read_in_their_usual_forms(written, number):
    assert read_telephone(written) == Parsed(number)


@pytest.mark.parametrize(
    ("written", "says"), [("1380013800", "有10位"), ("138001380001", "有12位"), ("无此人", "不是电话")]
)
def test_what_is_no_telephone_is_an_error(written, says):
    result = read_telephone(written)
    assert isinstance(result, Wrong)
    assert says in result.message


@pytest.mark.parametrize(
    ("written", "number"), [("13800138000/13900139000", "13800138000"), (2159531234.0, "021-59531234")]
)
def test_two_numbers_or_a_lost_nought_are_asked(written, number):
    result = read_telephone(written)
    assert isinstance(result, Ask)
    assert result.suggestion == number


@given(st.from_regex(r"[0-9XA-Z*/-]{7,20}", fullmatch=True))
def test_no_message_repeats_the_number(written):
    for result in (read_identity(written), read_telephone(written)):
        if not isinstance(result, Parsed):
            assert written not in (result.message if isinstance(result, Wrong) else result.question)
