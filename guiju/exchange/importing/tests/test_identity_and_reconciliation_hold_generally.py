"""Whatever stands in a sheet: every row is in exactly one state, the line closes, and a second import adds nothing."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.exchange.importing.api import State, carry_out, prepare
from guiju.exchange.importing.identity import content_digest, numbered_key, ordinal_of, same_number, unnumbered_key
from guiju.exchange.importing.tests.made_registers import CONSULTATIONS, FIRST, STATION, consultation, entries, moment
from guiju.exchange.sheets.api import Sheet, Workbook

NUMBERS = st.sampled_from(["", "远1", "远2", "远〔2026〕3号", "远[2026]3号"])
DAYS = st.sampled_from([dt.date(2026, 3, 2), "2026.3.2", "2026-02-30", "46083", ""])
UNITS = st.sampled_from([STATION, FIRST, "没有这个地方", ""])
COUNTS = st.sampled_from([1, 2, "30余人", "很多"])
ROWS = st.lists(st.tuples(NUMBERS, DAYS, UNITS, COUNTS), max_size=12)


def workbook(rows):
    told = [list(consultation(number, day, unit, 人次=count)) for number, day, unit, count in rows]
    return Workbook("台账.xlsx", (Sheet("台账", [list(CONSULTATIONS), *told]),))


class _Back(Exception):
    """Takes one example back."""


@pytest.mark.usefixtures("town")
@settings(max_examples=40)
@given(rows=ROWS)
def test_every_row_is_accounted_for_and_nothing_is_written_twice(rows):
    try:
        with transaction.atomic():
            before = entries()
            first = prepare(workbook(rows), moment())
            line = carry_out(first).reconciliation
            assert line.rows == sum(len(sheet.lines) for sheet in first.sheets)
            assert entries() - before == line.imported == sum(len(s.of(State.GOOD)) for s in first.sheets)
            again = carry_out(prepare(workbook(rows), moment())).reconciliation
            assert (again.imported, again.rows) == (0, line.rows)
            assert again.there == line.imported + line.there
            assert (again.to_confirm, again.wrong) == (line.to_confirm, line.wrong)
            raise _Back
    except _Back:
        pass


@given(st.text(max_size=12), st.integers(1, 99), st.sampled_from(["register", "other"]))
def test_numbered_key_ignores_only_how_the_number_is_written(number, unit, register):
    key = numbered_key(register, unit, number)
    assert numbered_key(register, unit, f" {number} ") == key
    assert numbered_key(register, unit + 1, number) != key
    assert numbered_key(register + "x", unit, number) != key
    assert (numbered_key(register, unit, number + "1") == key) == (same_number(number + "1") == same_number(number))


VALUES = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d"]),
    st.one_of(st.none(), st.just(""), st.text("甲乙 ", min_size=1, max_size=4), st.integers(0, 9), st.dates()),
)


@given(VALUES, VALUES)
def test_digest_tells_values_apart_and_ignores_empty_ones(one, other):
    def said(values):
        return {
            name: " ".join(value.split()) if isinstance(value, str) else str(value)
            for name, value in values.items()
            if value not in (None, "", ())
        }

    assert (content_digest("r", one) == content_digest("r", other)) == (said(one) == said(other))


@given(st.integers(0, 9999))
def test_ordinal_comes_back_from_the_key_of_the_same_content_only(ordinal):
    digest = content_digest("r", {"a": "甲"})
    key = unnumbered_key(digest, ordinal)
    assert ordinal_of(key, digest) == ordinal
    assert ordinal_of(key, content_digest("r", {"a": "乙"})) is None
