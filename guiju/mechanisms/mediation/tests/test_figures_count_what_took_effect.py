"""Figures of mediation open to the agreements in force; other kinds of mediation stand in none of them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from guiju.kernel.indicators.api import Period, derive, indicator_of, records_of
from guiju.kernel.procedure.api import apply, load_snapshot, plan_void
from guiju.mechanisms.mediation.rows import tells_mediation, tells_oral
from guiju.mechanisms.mediation.tests.test_sheet_row_is_one_entry_with_dated_steps import AGREED, BULK, SETTLED

YEAR = Period(dt.date(2022, 1, 1), dt.date(2022, 12, 31))
PEOPLE_ONLY = ("mediation.resolved", "mediation.agreements", "mediation.accepted", "mediation.amount")


def value(desk, figure, period=YEAR):
    return derive(indicator_of(figure), desk.town.id, period).value


def write(desk, tells, *rows):
    return [done.matter for done in apply([desk.told(tells, row).plan for row in rows], desk.now)]


def test_agreements_count_on_their_day_up_to_the_cut_off(desk):
    write(desk, tells_mediation, SETTLED, BULK, {**BULK, "number": "A-2", "outcome": "failed"})
    assert value(desk, "mediation.resolved") == 2
    assert value(desk, "mediation.agreements") == 2
    assert value(desk, "mediation.accepted") == 3
    assert value(desk, "mediation.amount") == Decimal(5600)
    before = Period(YEAR.start, AGREED - dt.timedelta(days=1))
    assert [value(desk, figure, before) for figure in ("mediation.resolved", "mediation.agreements")] == [0, 0]


def test_each_figure_equals_its_drill_down(desk):
    write(desk, tells_mediation, SETTLED, BULK)
    for figure in ("mediation.resolved", "mediation.agreements", "mediation.amount"):
        records = records_of(indicator_of(figure), desk.town.id, YEAR)
        assert sum(record.amount for record in records) == value(desk, figure)
    numbers = [record.number for record in records_of(indicator_of("mediation.agreements"), desk.town.id, YEAR)]
    assert numbers == ["林人调协〔2022〕5号", "林人调协〔2022〕6号"]


@pytest.mark.parametrize("kind", ["administrative", "public_security", "court"])
def test_other_kinds_of_mediation_are_other_statistics(desk, kind):
    write(desk, tells_mediation, {**SETTLED, "mediation_kind": kind})
    assert [value(desk, figure) for figure in PEOPLE_ONLY] == [0, 0, 0, 0]


def test_agreement_that_is_not_signed_yet_does_not_count(desk):
    matter = desk.agreed()
    period = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert [value(desk, figure, period) for figure in ("mediation.resolved", "mediation.agreements")] == [0, 0]
    desk.take(matter, "sign_and_seal")
    desk.take(matter, "take_effect")
    assert [value(desk, figure, period) for figure in ("mediation.resolved", "mediation.agreements")] == [1, 1]


def test_voided_mediation_counts_nowhere(desk):
    (matter,) = write(desk, tells_mediation, SETTLED)
    apply([plan_void(load_snapshot(matter), desk.moment, "重复登记")], desk.now)
    assert [value(desk, figure) for figure in PEOPLE_ONLY] == [0, 0, 0, 0]


def test_oral_pages_count_apart_and_only_with_an_agreement(desk):
    page = {"mediated_on": AGREED, "applicant": "谷雨", "outcome": "agreement", "agreement_text": "当面道歉"}
    write(desk, tells_oral, page, {**page, "applicant": "夏至", "outcome": "failed"})
    assert value(desk, "mediation.oral") == 1
    assert value(desk, "mediation.resolved") == 0


def test_shares_are_told_with_both_numbers_and_none_without_a_base(desk):
    assert value(desk, "mediation.performed_share") is None
    late = {**BULK, "number": "A-9", "accepted_on": dt.date(2022, 1, 5)}
    write(desk, tells_mediation, SETTLED, BULK, late)
    performed = derive(indicator_of("mediation.performed_share"), desk.town.id, YEAR)
    assert (performed.numerator, performed.denominator) == (1, 3)
    in_time = derive(indicator_of("mediation.within_month"), desk.town.id, YEAR)
    assert (in_time.numerator, in_time.denominator) == (2, 3)
