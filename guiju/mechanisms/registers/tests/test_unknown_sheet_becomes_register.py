"""A sheet of an unknown heading is defined once; then its rows are matters, each known again, and verify agrees."""

import dataclasses
import datetime as dt

import pytest

from guiju.exchange.importing.api import State, carry_out, prepare
from guiju.exchange.importing.tests.made_registers import FIRST, SECOND, book, entries, imported, moment
from guiju.kernel.ledger.api import Entry, verify_town
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.registers.models import DefinedColumn, EntryDetail, PrivateText, RegisterDefinition
from guiju.mechanisms.registers.tests.made_sheets import HEADINGS, NAME, defined, row, sheet, wish

pytestmark = pytest.mark.usefixtures("town")


def test_sheet_is_unknown_before_and_a_register_after():
    assert [item.headings for item in prepare(sheet(row()), moment()).unknown_tables] == [HEADINGS]
    assert defined() == "registers.r1"
    (found,) = prepare(sheet(row()), moment()).sheets
    assert (found.register.id, found.register.label) == ("registers.r1", NAME)


def test_definition_is_one_entry_that_names_every_column():
    before = entries()
    defined()
    assert entries() == before + 1
    assert RegisterDefinition.objects.get().since == moment().today
    assert tuple(DefinedColumn.objects.order_by("ordinal").values_list("heading", flat=True)) == HEADINGS
    assert Entry.objects.latest("index").kind == "register"


def test_row_becomes_a_matter_with_typed_values_and_text_apart():
    defined()
    assert imported(sheet(row())).reconciliation.imported == 1
    matter, detail = Matter.objects.get(mechanism="registers"), EntryDetail.objects.get()
    assert matter.title == f"{FIRST}：宣传手册"
    assert matter.number == f"远{NAME}〔2026〕1号"
    assert (matter.event_date, matter.stage) == (dt.date(2026, 3, 2), "recorded")
    assert (detail.persons, str(detail.amount), detail.further) == (30, "120.50", {"7": "A5"})


def test_what_may_name_people_lies_in_no_column(town):
    defined()
    imported(sheet(row()))
    detail, text = EntryDetail.objects.get(), PrivateText.objects.get()
    told = [detail.note, text.text, str(detail.further), Matter.objects.latest("id").title]
    told += Entry.objects.filter(town_id=town.id).values_list("body", flat=True)
    assert text.text
    assert not any("安有容" in value for value in told)


def test_ledger_agrees_with_every_row(town):
    defined()
    imported(sheet(row(), row(title="横幅", 规格="", 备注="", 领取人="")))
    assert verify_town(town.id).whole


def test_sheet_imported_twice_adds_nothing():
    defined()
    imported(sheet(row(), row(title="横幅")))
    assert imported(sheet(row(), row(title="横幅"))).reconciliation.there == 2
    assert EntryDetail.objects.count() == 2


def test_numbered_row_with_another_text_differs_and_may_be_corrected(town):
    headings = ("发放日期", "编号", "规格")
    register = wish()
    columns = tuple(
        dataclasses.replace(register.columns[0], heading=heading, field=field)
        for heading, field in zip(headings, ("event_date", "number", "text"), strict=True)
    )
    defined(dataclasses.replace(register, columns=columns))
    first = [(dt.date(2026, 3, 2), "发1", "A5")]
    above = f"填报单位：{FIRST}"
    imported(book(headings, first, above=above))
    preview = prepare(book(headings, [(dt.date(2026, 3, 2), "发1", "A4")], above=above), moment())
    (line,) = preview.sheets[0].of(State.DIFFERS)
    assert [difference.told for difference in line.differences] == ["其他各列与已登记的不同"]
    assert carry_out(preview, {line.key}).corrected == 1
    assert EntryDetail.objects.get().further == {"3": "A4"}
    assert verify_town(town.id).whole


def test_register_of_one_unit_takes_rows_of_that_unit_only():
    village = moment().directory.units[FIRST]
    register = wish(unit_id=village)
    columns = tuple(column for column in register.columns if column.field != "unit")
    defined(dataclasses.replace(register, columns=columns))
    headings = tuple(column.heading for column in columns)
    told = dict(zip(HEADINGS, row(), strict=True))
    sheet_of_unit = book(headings, [tuple(told[heading] for heading in headings)])
    assert imported(sheet_of_unit, "village").reconciliation.imported == 1
    assert Matter.objects.get(mechanism="registers").unit_id == village


def test_register_of_another_unit_stays_closed():
    register = wish(unit_id=moment().directory.units[SECOND])
    columns = tuple(column for column in register.columns if column.field in ("event_date", "title"))
    defined(dataclasses.replace(register, columns=columns))
    preview = prepare(book(("发放日期", "物资名称"), [(dt.date(2026, 3, 2), "横幅")]), moment("village"))
    assert preview.reconciliation.to_confirm == 1
    assert SECOND in preview.questions[0].text


def test_ended_register_is_offered_no_more():
    defined()
    RegisterDefinition.objects.update(until=dt.date(2026, 3, 11))
    assert prepare(sheet(row()), moment()).unknown_tables
