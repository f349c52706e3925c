"""A log row joins the matter that it names: on record, in another sheet of the workbook, or in another file."""

import datetime as dt

import pytest

from guiju.exchange.importing.api import State, candidates_for, in_reading_order, prepare
from guiju.exchange.importing.tests.made_registers import (
    LOG,
    MEDIATIONS,
    book,
    books_in_one,
    entries,
    imported,
    log_row,
    mediation,
    moment,
)
from guiju.kernel.ledger.api import verify_town
from guiju.kernel.matters.api import Matter, Participation

pytestmark = pytest.mark.usefixtures("town")
NUMBER = "林人调〔2026〕1号"


def joined():
    return list(Participation.objects.filter(capacity="legal_adviser").values_list("name", "joined_on"))


def test_row_joins_the_matter_on_record():
    imported(book(MEDIATIONS, [mediation(NUMBER)]))
    imported(book(LOG, [log_row("1", "人民调解", NUMBER)]))
    assert joined() == [("方正言", dt.date(2026, 3, 3))]


def test_row_without_its_matter_is_asked():
    preview = prepare(book(LOG, [log_row("1", "人民调解", NUMBER)]), moment())
    assert preview.sheets[0].lines[0].state is State.ASK
    assert NUMBER in preview.questions[0].text


def test_sheet_that_names_matters_follows_the_sheet_that_has_them(town):
    workbook = books_in_one(book(LOG, [log_row("1", "人民调解", NUMBER)]), book(MEDIATIONS, [mediation(NUMBER)]))
    preview = imported(workbook)
    assert [sheet.read.name for sheet in preview.sheets] == ["表2", "表1"]
    assert preview.reconciliation.imported == 2
    assert joined() == [("方正言", dt.date(2026, 3, 3))]
    assert Matter.objects.get(mechanism="mediation").row_version == 2
    assert verify_town(town.id).whole


def test_two_rows_join_a_matter_of_the_same_workbook(town):
    logs = [log_row("1", "人民调解", NUMBER), log_row("2", "人民调解", NUMBER, adviser="路正")]
    imported(books_in_one(book(LOG, logs), book(MEDIATIONS, [mediation(NUMBER)])))
    assert sorted(name for name, _ in joined()) == ["方正言", "路正"]
    assert verify_town(town.id).whole


def test_same_participation_told_earlier_moves_to_the_earlier_day(town):
    logs = [log_row("1", "人民调解", NUMBER, day=dt.date(2026, 3, n)) for n in (5, 3, 7)]
    preview = imported(
        books_in_one(
            book(LOG, [(*row[:0], str(at), *row[1:]) for at, row in enumerate(logs)]),
            book(MEDIATIONS, [mediation(NUMBER)]),
        )
    )
    assert joined() == [("方正言", dt.date(2026, 3, 3))]
    assert (preview.reconciliation.imported, preview.reconciliation.there) == (3, 1)
    assert verify_town(town.id).whole


def test_joining_twice_adds_nothing():
    workbook = books_in_one(book(LOG, [log_row("1", "人民调解", NUMBER)]), book(MEDIATIONS, [mediation(NUMBER)]))
    imported(workbook)
    before = entries()
    assert imported(workbook).reconciliation.there == 2
    assert entries() == before


def test_files_that_name_matters_follow_the_files_that_have_them():
    log = book(LOG, [log_row("1", "人民调解", " 林人调[2026] 1号")], "日志.xlsx")
    register = book(MEDIATIONS, [mediation(NUMBER)], "登记簿.xlsx")
    ordered = in_reading_order([log, register], candidates_for(None), {})
    assert [found.name for found in ordered] == ["登记簿.xlsx", "日志.xlsx"]


def test_nobody_joins_a_matter_that_they_may_not_see():
    imported(book(MEDIATIONS, [mediation("远人调〔2026〕1号", 调解委员会="远溪镇人民调解委员会")]))
    hidden = Matter.objects.get(number="远人调〔2026〕1号")
    assert hidden.unit_id not in moment("village").acting.unit_ids
    preview = prepare(book(LOG, [log_row("1", "人民调解", hidden.number)]), moment("village"))
    assert preview.sheets[0].lines[0].state is State.ASK
