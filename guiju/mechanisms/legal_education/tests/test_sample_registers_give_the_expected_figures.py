"""The sample town's registers of legal education go in without a question, and the report's figures come out."""

from __future__ import annotations

import pytest

from guiju.kernel.indicators.api import indicator_of, records_of, year_until
from guiju.kernel.matters.api import Matter, Origin
from guiju.mechanisms.legal_education.register import REGISTERS
from samples.expected import EXPECTED_2021, EXPECTED_2022
from tests.sample_registers import figure, found_sample_town, import_registers, unknown_headings

MINE = tuple(register.id for register in REGISTERS)
FIGURES = [name for name in EXPECTED_2022 if name.split(".")[0] in ("training", "venues", "study")]


def test_every_heading_of_the_sample_is_read_or_left_out_on_purpose():
    assert unknown_headings(REGISTERS, MINE.__contains__) == []


def test_every_register_reads_at_least_two_layouts():
    assert [register.id for register in REGISTERS if len(register.layouts) < 2] == []


@pytest.mark.django_db
def test_registers_of_two_years_give_the_figures_of_the_report(tmp_path):
    town = found_sample_town()
    previews = import_registers(town, tmp_path, *MINE)
    assert [preview.name for preview in previews if not preview.reconciliation.clean] == []
    assert not [question for preview in previews for question in preview.questions]
    assert len(FIGURES) == 6
    for expected in (EXPECTED_2021, EXPECTED_2022):
        for name in FIGURES:
            assert figure(town, name, expected[name].as_of) == expected[name].value, name
            records = records_of(indicator_of(name), town.id, year_until(expected[name].as_of))
            assert sum(record.amount for record in records) == expected[name].value, name
    awarded = Matter.objects.get(town=town, number="授牌02")
    assert Origin.objects.get(matter=awarded).source.number == "阵地001"
    again = import_registers(town, tmp_path, *MINE)
    assert sum(preview.reconciliation.imported for preview in again) == 0
    assert [preview.name for preview in again if not preview.reconciliation.clean] == []
