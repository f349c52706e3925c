"""Registers that a town made itself: their figures come after all others, in the list, the report and the lock."""

import datetime as dt

import pytest

from guiju.exchange.importing.tests.made_registers import NOW, acting, found_town, imported
from guiju.kernel.indicators.api import all_indicators
from guiju.kernel.organisation.api import Town
from guiju.mechanisms.registers.tests.made_sheets import NAME, defined, row, sheet
from guiju.reports.api import annual_report, confirm_own_figures, figures_json, lock_report

YEAR_END = dt.date(2026, 12, 31)


@pytest.fixture
def town(db: None) -> Town:
    """A town with one register of its own and two rows in it."""
    found = found_town()
    defined()
    imported(sheet(row(), row(title="横幅")))
    return found


def test_command_lists_them_last(town):
    listed = figures_json(town, 2026, YEAR_END)
    assert [told["id"] for told in listed[:-3]] == [indicator.id for indicator in all_indicators()]
    assert [(told["id"], told["value"], told["records"]) for told in listed[-3:]] == [
        ("registers.r1.count", 2, 2),
        ("registers.r1.persons", 60, 2),
        ("registers.r1.amount", "241.00", 2),
    ]
    assert listed[-3]["name"] == f"{NAME}：件数"


def test_lock_keeps_them_and_names_the_row_that_joined(town):
    confirm_own_figures(town, 2026, acting(), NOW, YEAR_END)
    lock_report(town, 2026, acting(), NOW, YEAR_END)
    imported(sheet(row(title="挂历")))
    changes = {change.locked.id: change for change in annual_report(town, 2026, YEAR_END).changes}
    assert {name for name in changes if name.startswith("registers.")} == {
        "registers.r1.count",
        "registers.r1.persons",
        "registers.r1.amount",
    }
    assert [record.how for record in changes["registers.r1.count"].records] == ["joined"]
