"""The sample town's screening sheets go in without a question; what watches people is left out and named."""

from __future__ import annotations

import pytest

from guiju.exchange.sheets.api import refusal_of
from guiju.kernel.indicators.api import indicator_of, records_of, year_until
from guiju.kernel.procedure.api import apply, plan_void
from guiju.mechanisms.screening import forms
from guiju.mechanisms.screening.register import REGISTERS, SCREENING
from guiju.mechanisms.screening.tests.made_disputes import found, graded
from samples.expected import EXPECTED_2021, EXPECTED_2022
from tests.invented_desk import DEPARTMENT
from tests.sample_registers import figure, found_sample_town, import_registers, unknown_headings

PARTS = ("screening.resolved", "screening.handed_over", "screening.ongoing")
REFUSED = {"主要当事人/民族", "主要当事人/学历", "主要当事人/人员类别", "稳控负责人"}


def test_every_heading_of_the_sample_is_read_left_out_or_refused():
    unknown = {line.split(": ", 1)[1] for line in unknown_headings(REGISTERS, "screening".__eq__)}
    assert unknown == REFUSED
    assert all(refusal_of(heading) for heading in unknown)


def test_columns_are_fields_of_the_register():
    fields = {column.field for layout in SCREENING.layouts for column in layout.columns}
    assert fields <= set(SCREENING.field_table)
    assert len(SCREENING.field_table) == len(SCREENING.fields)
    assert all(set(item.synonyms.values()) <= set(item.choices) for item in SCREENING.fields)


@pytest.mark.parametrize(
    ("word", "code"),
    [("涉疫", "epidemic"), ("劳资", "labour"), ("医患", "medical"), ("其他", "other"), ("婚姻家庭", "family")],
)
def test_seven_kinds_and_others_lead_to_our_categories(word, code):
    assert forms.DISPUTE_WORDS[word] == code


@pytest.mark.django_db
def test_sheets_of_two_years_give_the_figures_of_the_report(tmp_path):
    town = found_sample_town()
    previews = import_registers(town, tmp_path, "screening")
    assert [preview.name for preview in previews if not preview.reconciliation.clean] == []
    assert not [question for preview in previews for question in preview.questions]
    refused = {r.heading.text for p in previews for s in p.sheets for r in s.read.recognised.refused}
    assert refused == REFUSED
    for expected in (EXPECTED_2021, EXPECTED_2022):
        told = expected["screening.factors"]
        assert figure(town, "screening.factors", told.as_of) == told.value
        records = records_of(indicator_of("screening.factors"), town.id, year_until(told.as_of))
        assert len(records) == told.value
        assert sum(figure(town, part, told.as_of) for part in PARTS) == told.value
    again = import_registers(town, tmp_path, "screening")
    assert sum(preview.reconciliation.imported for preview in again) == 0


def test_outcomes_part_the_disputes_found_and_voided_ones_count_nowhere(desk):
    found(desk)
    desk.take(graded(desk), "hand_over", handed_over_to=DEPARTMENT)
    settled = desk.take(graded(desk), "resolve")
    assert [desk.value(part) for part in ("screening.factors", *PARTS)] == [3, 1, 1, 1]
    apply([plan_void(desk.snapshot(settled), desk.moment, "重复登记")], desk.now)
    assert [desk.value(part) for part in ("screening.factors", *PARTS)] == [2, 0, 1, 1]
