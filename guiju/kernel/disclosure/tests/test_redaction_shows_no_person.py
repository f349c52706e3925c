"""What may be shown of a person in public: surname and 某某, a number with its middle covered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.disclosure.api import DisclosureRule, masked_name, masked_number
from guiju.kernel.mechanism.api import mechanisms


@pytest.mark.parametrize(
    ("name", "shown"), [("孙示例", "孙某某"), ("孙例", "孙某某"), (" 孙示例 ", "孙某某"), ("", ""), (" ", "")]
)
def test_name_keeps_its_first_character(name, shown):
    assert masked_name(name) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [("13800000001", "138****0001"), ("123", "***"), ("1234567", "*******"), ("", "")]
)
def test_number_keeps_its_ends(number, shown):
    assert masked_number(number) == shown


@given(st.text("0123456789X", min_size=8, max_size=20))
def test_middle_of_a_number_is_never_shown(number):
    shown = masked_number(number)
    assert len(shown) == len(number)
    assert shown[3:-4] == "*" * (len(number) - 7)


@given(st.text(min_size=1).filter(lambda text: len(text.strip()) > 1))
def test_length_of_a_name_is_not_told(name):
    assert len(masked_name(name)) == 3


def test_every_mechanism_says_what_it_publishes_or_why_not():
    for mechanism in mechanisms():
        for rule in mechanism.disclosures:
            assert rule.publishes or rule.withheld, f"{mechanism.code}: {rule.code}"
    assert DisclosureRule("never", "不公开").publishes == ()
