"""The sample town's registers of legal services go in without a question, and the report's figures come out."""

from __future__ import annotations

import pytest

from guiju.kernel.indicators.api import indicator_of, records_of, year_until
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.legal_services.register import REGISTERS
from samples.expected import EXPECTED_2021, EXPECTED_2022
from tests.sample_registers import figure, found_sample_town, import_registers, unknown_headings

MINE = tuple(register.id for register in REGISTERS)
FIGURES = [name for name in EXPECTED_2022 if name.startswith("legal_service.")]


def test_every_heading_of_the_sample_is_read_or_left_out_on_purpose():
    assert unknown_headings(REGISTERS, MINE.__contains__) == []


def test_every_register_reads_at_least_two_layouts():
    assert [register.id for register in REGISTERS if len(register.layouts) < 2] == []


@pytest.mark.django_db
def test_registers_of_two_years_give_the_figures_of_the_report(tmp_path):
    town = found_sample_town()
    # The logs name mediations: their register goes in with them.
    previews = import_registers(town, tmp_path, *MINE, "mediation")
    assert [preview.name for preview in previews if not preview.reconciliation.clean] == []
    assert len(FIGURES) == 8
    for expected in (EXPECTED_2021, EXPECTED_2022):
        for name in FIGURES:
            told = expected[name]
            assert figure(town, name, told.as_of) == told.value, name
            records = records_of(indicator_of(name), town.id, year_until(told.as_of))
            counted = sum(int(part) for part in str(told.value).split("+"))
            assert sum(record.amount for record in records) == counted, name
    lectures = Matter.objects.filter(town=town, mechanism="legal_services", kind="adviser_lecture")
    assert lectures.count() > 0
    again = import_registers(town, tmp_path, *MINE)
    assert sum(preview.reconciliation.imported for preview in again) == 0
    assert [preview.name for preview in again if not preview.reconciliation.clean] == []
