"""Registers that a town made itself: by command as at the desk, in bulk as one by one, in their own town only."""

import io

import pytest
from rich.console import Console

from guiju.exchange.commands import import_files
from guiju.exchange.importing.api import carry_out, prepare
from guiju.exchange.importing.tests.made_registers import SECOND, entries, found_town, moment
from guiju.exchange.sheets.tests.made_workbooks import xlsx_of
from guiju.exchange.tests.told_ledgers import ToldLedger
from guiju.kernel.ledger.api import head_of
from guiju.mechanisms.registers.tests.made_sheets import HEADINGS, defined, row, sheet

ROWS = (row(), row(title="横幅", 村居=SECOND), row(title="挂历", 备注="", 领取人="", 规格="", 覆盖人数=""))


@pytest.fixture
def run(town, tmp_path):
    """Import the sheet by command; gives the exit code and what was said."""

    def run(user="yuanxi.clerk", register=None):
        path = tmp_path / "物资.xlsx"
        path.write_bytes(xlsx_of([HEADINGS, row()]))
        said = io.StringIO()
        return import_files([path], user, register, False, None, Console(file=said, width=400)), said.getvalue()

    return run


def test_unknown_sheet_is_two_and_names_its_headings(run):
    before = entries()
    code, said = run()
    assert code == 2
    assert "、".join(HEADINGS) in said
    assert "自定义台账" in said
    assert entries() == before


def test_defined_sheet_comes_in_with_or_without_its_id(run):
    register = defined()
    assert run(register=register)[0] == 0
    code, said = run()
    assert code == 0
    assert "已有 1" in said


def test_id_of_another_town_is_not_known(run):
    found_town("linxi")
    register = defined(code="linxi")
    code, said = run(register=register)
    assert code == 2
    assert register in said


def told(code, *books):
    """Found a town with the register, import the books, and tell its entries since then."""
    town = found_town(code)
    defined(code=code)
    start = head_of(town.id).size
    for book in books:
        imported_in(code, book)
    return ToldLedger(town.id).since(start)


def imported_in(code, rows):
    """Import rows in a town by code."""
    carry_out(prepare(sheet(*rows), moment(code=code)))


@pytest.mark.django_db
def test_bulk_and_single_rows_tell_the_same():
    bulk = told("linxi", ROWS)
    single = told("shiwan", *[(one,) for one in ROWS])
    assert len(bulk) == len(ROWS)
    assert bulk == single
