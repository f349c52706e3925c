"""A town's own register gives three figures and no other; each opens to its records, in its own town only."""

import datetime as dt

import pytest

from guiju.exchange.importing.api import carry_out, prepare
from guiju.exchange.importing.tests.made_registers import found_town, imported, moment
from guiju.kernel.indicators.api import all_indicators, records_of, town_indicator, town_indicators, year_until
from guiju.kernel.mechanism.api import registers
from guiju.mechanisms.registers.tests.made_sheets import defined, figure, row, sheet, wish

YEAR_END = year_until(dt.date(2026, 12, 31))


def filled():
    """The register with three rows of this year and one of last year."""
    register = defined()
    late = row(dt.date(2026, 3, 10), "挂历", 覆盖人数="", **{"金额（元）": ""})
    imported(sheet(row(), row(title="横幅"), late, row(dt.date(2025, 6, 1), "雨伞")))
    return register


def test_figures_count_the_years_rows_their_persons_and_sums(town):
    register = filled()
    assert figure(town.id, f"{register}.count").value == 3
    assert figure(town.id, f"{register}.persons").value == 60
    assert str(figure(town.id, f"{register}.amount").value) == "241.00"
    assert figure(town.id, f"{register}.count", dt.date(2026, 3, 5)).value == 2


def test_every_figure_equals_its_records(town):
    register = filled()
    for what in ("count", "persons", "amount"):
        indicator = town_indicator(f"{register}.{what}", town.id)
        assert (
            sum(record.amount for record in records_of(indicator, town.id, YEAR_END))
            == figure(town.id, indicator.id).value
        )


def test_column_that_is_not_there_gives_no_figure(town):
    defined(wish(覆盖人数=("text", False)))
    own = [indicator.id for indicator in town_indicators(town.id)[len(all_indicators()) :]]
    assert own == ["registers.r1.count", "registers.r1.amount"]


def test_another_town_has_neither_register_nor_figure(town):
    filled()
    other = found_town("linxi")
    assert not [register for register in registers(other.id) if register.mechanism == "registers"]
    with pytest.raises(KeyError):
        town_indicator("registers.r1.count", other.id)
    assert prepare(sheet(row()), moment(code="linxi")).unknown_tables
    assert defined(code="linxi") == "registers.r1"
    carry_out(prepare(sheet(row()), moment(code="linxi")))
    assert figure(other.id, "registers.r1.count").value == 1
    assert figure(town.id, "registers.r1.count").value == 3
