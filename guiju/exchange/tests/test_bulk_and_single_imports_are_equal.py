"""One import of many rows and as many imports of one row give the same entries and rows, for every register."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

import samples
from guiju.exchange.importing.api import State, candidates_for, carry_out, in_reading_order, prepare
from guiju.exchange.importing.tests.made_registers import NOW
from guiju.exchange.sheets.api import Sheet, Workbook, read_workbook
from guiju.exchange.tests import penalty_sheets
from guiju.exchange.tests.told_ledgers import ToldLedger
from guiju.kernel.ledger.api import Entry, verify_town
from guiju.kernel.mechanism.api import registers
from guiju.kernel.organisation.api import Town, acting_as_command, plan_town
from guiju.kernel.procedure.api import Joins, apply, forget_directory, moment_for
from samples.write import write_year_workbooks

ROWS = 5
"""Rows of each layout; of a register that others name, all."""


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """The sample's workbooks of a year and one of penalties on the spot, in the order of importing."""
    paths = write_year_workbooks(tmp_path_factory.mktemp("samples"))
    found = [read_workbook(path) for path in paths if path.parent.name == "2022"]
    found.append(read_workbook(penalty_sheets.written(tmp_path_factory.mktemp("penalty"))))
    return in_reading_order(found, candidates_for(None), {})


def found_twin(code):
    """The sample town under another code, with everybody in it."""
    told = yaml.safe_load(Path(samples.__file__).with_name("town.yaml").read_text(encoding="utf-8"))
    plan, _ = plan_town({**told, "town": {**told["town"], "code": code}}, "system:town")
    key = apply([plan], NOW)[0].town_id
    forget_directory()
    return Town.objects.get(id=key)


def moment(town):
    return moment_for(acting_as_command(town, "import"), NOW, medium="sheet")


def chosen(book, town, taken):
    """For each sheet of a known register: its heading with few of its good rows, as a workbook of its own."""
    for found in prepare(book, moment(town)).sheets:
        recognised, layout = found.read.recognised, found.read.recognised.layout
        good = found.of(State.GOOD)
        joins = [line for line in good if isinstance(line.told, Joins)][:ROWS]
        some = joins if taken[layout.id] else [*joins, *good[:ROWS]]
        if layout.id == "mediation.plain":
            some = good
        if not some:
            continue
        taken[layout.id] += 1
        sheet = recognised.sheet
        remarks = [
            sheet.row(remark.number) for remark in found.read.body.remarks if remark.number > recognised.head.last
        ]
        yield sheet, recognised.head.last, [sheet.row(n) for n in sorted({line.number for line in some})], remarks


def imported(name, sheet, head, rows, remarks, town):
    merges = tuple(merge for merge in sheet.merges if merge.bottom <= head)
    part = Sheet(sheet.name, [*sheet.rows[:head], *rows, *remarks], merges)
    preview = prepare(Workbook(name, (part,)), moment(town))
    carry_out(preview)
    return preview


@pytest.mark.django_db
@pytest.mark.long
def test_bulk_and_single_imports_give_the_same_entries_and_rows(books):
    bulk, single = found_twin("bulk"), found_twin("single")
    taken, joined = Counter(), 0
    for book in books:
        for sheet, head, rows, remarks in chosen(book, bulk, taken):
            preview = imported(book.name, sheet, head, rows, remarks, bulk)
            joined += sum(isinstance(line.told, Joins) for line in preview.sheets[0].lines)
            for row in rows:
                imported(book.name, sheet, head, [row], remarks, single)
    assert set(taken) >= {register.layouts[0].id for register in registers()}
    assert joined
    one, other = ToldLedger(bulk.id).since(1), ToldLedger(single.id).since(1)
    for ours, theirs in zip(one, other, strict=True):
        assert ours == theirs
    assert len(one) == Entry.objects.filter(town_id=bulk.id).count() - 1 > len(taken)
    assert verify_town(bulk.id).whole
    assert verify_town(single.id).whole
