"""The sample town's diverted calls go in without a question; figures count what went to people's mediation."""

from __future__ import annotations

import pytest

from guiju.kernel.indicators.api import indicator_of, records_of, year_until
from guiju.kernel.matters.api import Origin
from guiju.kernel.procedure.api import apply, plan_void
from guiju.mechanisms.workorders import forms
from guiju.mechanisms.workorders.indicators import INDICATORS, OUTCOMES
from guiju.mechanisms.workorders.register import DIVERSION_110, REGISTERS
from guiju.mechanisms.workorders.tests.made_orders import diverted, hotline_order
from samples.diversion import PLAN
from samples.expected import EXPECTED_2021, EXPECTED_2022
from tests.sample_registers import figure, found_sample_town, import_registers, unknown_headings

DIVERTED, BY_OUTCOME = "hotline.diverted_110", "hotline.diverted_110_outcomes"


def test_every_heading_of_the_sample_is_read_or_left_out_on_purpose():
    assert unknown_headings(REGISTERS, "diversion_110".__eq__) == []


def test_columns_are_fields_of_the_register():
    fields = {column.field for layout in DIVERSION_110.layouts for column in layout.columns}
    assert fields <= set(DIVERSION_110.field_table)
    assert len(DIVERSION_110.field_table) == len(DIVERSION_110.fields)
    assert all(set(item.synonyms.values()) <= set(item.choices) for item in DIVERSION_110.fields)


def test_every_outcome_of_the_rulepack_has_its_place_in_the_breakdown():
    assert set(OUTCOMES) == {*forms.OUTCOMES, ""}


def test_no_figure_sets_one_outcome_against_the_others():
    assert not [indicator.id for indicator in INDICATORS if indicator.is_ratio]


@pytest.mark.django_db
def test_sheets_of_two_years_give_the_figures_of_the_report(tmp_path):
    town = found_sample_town()
    previews = import_registers(town, tmp_path, "mediation", "diversion_110")
    assert [preview.name for preview in previews if not preview.reconciliation.clean] == []
    assert not [question for preview in previews for question in preview.questions]
    for expected in (EXPECTED_2021, EXPECTED_2022):
        told = expected[DIVERTED]
        assert figure(town, DIVERTED, told.as_of) == told.value
        records = records_of(indicator_of(DIVERTED), town.id, year_until(told.as_of))
        assert len(records) == told.value
        assert sum(int(part) for part in str(figure(town, BY_OUTCOME, told.as_of)).split("+")) == told.value
    # Every order that names a mediation, and every mediation that names an order, are tied once.
    tied = list(Origin.objects.filter(town=town).values_list("matter_id", "source_id"))
    assert len(tied) == len(set(tied)) == sum(linked + late for linked, _, late, _ in PLAN.values())
    again = import_registers(town, tmp_path, "diversion_110")
    assert sum(preview.reconciliation.imported for preview in again) == 0


def test_only_what_went_to_mediation_is_counted_whatever_came_of_it(desk):
    kept, voided = diverted(desk), diverted(desk)
    diverted(desk, destination="department")
    hotline_order(desk)
    desk.take(kept, "handle", outcome="repeated")
    assert (desk.value(DIVERTED), desk.value("hotline.orders_12345")) == (2, 1)
    assert desk.value(BY_OUTCOME) == "0+0+0+1+0+0+0+0+0+0+1"
    apply([plan_void(desk.snapshot(voided), desk.moment, "重复登记")], desk.now)
    assert (desk.value(DIVERTED), desk.value(BY_OUTCOME)) == (1, "0+0+0+1+0+0+0+0+0+0+0")
