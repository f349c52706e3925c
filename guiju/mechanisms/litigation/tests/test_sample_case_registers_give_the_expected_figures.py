"""The sample town's suits and reconsiderations go in without a question; nought is derived, not typed."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.matters.api import Matter
from guiju.mechanisms.litigation.register import REGISTERS
from samples.expected import EXPECTED_2021, EXPECTED_2022
from tests.sample_registers import figure, found_sample_town, import_registers, unknown_headings

MINE = tuple(register.id for register in REGISTERS)
FIGURES = ("litigation.cases", "reconsideration.cases")


def test_every_heading_of_the_sample_is_read_or_left_out_on_purpose():
    assert unknown_headings(REGISTERS, MINE.__contains__) == []


def test_every_register_reads_at_least_two_layouts():
    assert [register.id for register in REGISTERS if len(register.layouts) < 2] == []


@pytest.mark.django_db
def test_registers_of_two_years_give_the_figures_of_the_report(tmp_path):
    town = found_sample_town()
    previews = import_registers(town, tmp_path, *MINE)
    assert [preview.name for preview in previews if not preview.reconciliation.clean] == []
    for expected in (EXPECTED_2021, EXPECTED_2022):
        for name in FIGURES:
            assert figure(town, name, expected[name].as_of) == expected[name].value, name
    assert figure(town, "litigation.cases", dt.date(2020, 12, 31)) == 1
    assert figure(town, "litigation.third_party", dt.date(2022, 12, 31)) == 1
    kinds = Matter.objects.filter(town=town, kind="reconsideration").values_list("procedure_version", "stage")
    assert set(kinds) == {("2017", "closed")}
    again = import_registers(town, tmp_path, *MINE)
    assert sum(preview.reconciliation.imported for preview in again) == 0
    assert [preview.name for preview in again if not preview.reconciliation.clean] == []
