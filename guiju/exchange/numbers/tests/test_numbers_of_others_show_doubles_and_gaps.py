"""Numbers that others give: read as written, kept once, told twice or missing where they are."""

from __future__ import annotations

import datetime as dt
import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from guiju.exchange.numbers.api import (
    OURS,
    Book,
    GivenNumber,
    Keeper,
    NumberError,
    Place,
    Standing,
    Told,
    books_of,
    known_as,
    place_of,
    plan_cancelled,
    plan_numbers,
    told_in_workbook,
    told_lines,
)
from guiju.kernel.ledger.api import verify_town
from guiju.kernel.procedure.api import apply
from guiju.reports.tests.made_town import NOW, TODAY, MadeTown, made_town

MARCH = dt.date(2023, 3, 1)


@pytest.fixture
def town(db: None) -> MadeTown:
    return made_town()


def enter(town: MadeTown, *numbers: str, title: str = "示例通知") -> None:
    told = [Told(number, f"{title}{place}", MARCH) for place, number in enumerate(numbers)]
    apply([plan_numbers(town.clerk, Keeper.OFFICE, "示例登记簿", told, (), TODAY)], NOW)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("示府发〔2023〕1号", Place("示府发", 2023, 1)),
        ("示府发[2023]01号", Place("示府发", 2023, 1)),
        ("示府发（2023）第12号", Place("示府发", 2023, 12)),
        ("(2023)示01民诉前调345号", None),
        ("示人调2023-17", Place("示人调", 2023, 17)),
        ("关于示例的通知", None),
    ],
)
def test_numbers_are_read_as_people_write_them(written: str, read: Place | None) -> None:
    assert place_of(written) == read


@given(st.sampled_from(["示府发", "示综执罚立", "示人调"]), st.integers(1950, 2099), st.integers(1, 999999))
def test_every_number_of_the_standard_form_is_read(book: str, year: int, running: int) -> None:
    assert place_of(f"{book}〔{year}〕{running}号") == Place(book, year, running)


def test_pasted_lines_give_number_title_and_day() -> None:
    told = told_lines("示府发〔2023〕1号\t关于示例的通知\t2023-03-01\n\n示府发〔2023〕2号 关于另一件事的函")
    assert told == [Told("示府发〔2023〕1号", "关于示例的通知", MARCH), Told("示府发〔2023〕2号", "关于另一件事的函")]


def test_a_workbook_needs_only_the_column_of_numbers() -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("发文")
    for row, cells in enumerate(
        [["序号", "发文字号", "标题"], [1, "示府发〔2023〕1号", "示例一"], [2, "示府发〔2023〕3号", "示例三"]]
    ):
        sheet.write_row(row, 0, cells)
    book.close()
    assert [told.number for told in told_in_workbook(target.getvalue(), "发文.xlsx")] == [
        "示府发〔2023〕1号",
        "示府发〔2023〕3号",
    ]


def test_a_book_names_what_is_missing_and_what_stands_twice(town: MadeTown) -> None:
    enter(town, "示府发〔2023〕1号", "示府发〔2023〕4号", "示府发〔2023〕6号", "示府发（2023）6号")
    (book,) = [book for book in books_of(town.town.id, 2023)[0] if book.keeper != OURS]
    assert (book.name, book.first, book.last, book.gaps) == ("示府发", 1, 6, [(2, 3), (5, 5)])
    assert list(book.doubles) == [6]


@given(st.lists(st.integers(1, 40), min_size=1, max_size=30))
def test_gaps_and_numbers_together_are_whole(given_numbers: list[int]) -> None:
    book = Book("示府发", 2023, "示例")
    for n in given_numbers:
        book.standing.setdefault(n, []).append(Standing(f"{n}", f"{n}", ""))
    missing = [n for a, b in book.gaps for n in range(a, b + 1)]
    assert sorted({*missing, *given_numbers}) == list(range(1, max(given_numbers) + 1))
    assert not set(missing) & set(given_numbers)


def test_our_own_numbers_stand_apart_and_have_no_gap(town: MadeTown) -> None:
    town.consult(dt.date(2023, 5, 1))
    town.consult(dt.date(2023, 5, 2))
    books, odd = books_of(town.town.id, 2023)
    assert [(book.keeper, book.gaps, book.doubles) for book in books] == [(OURS, [], {})]
    assert odd == []


def test_the_same_list_again_adds_nothing_and_a_list_needs_its_source(town: MadeTown) -> None:
    enter(town, "示府发〔2023〕1号")
    row = GivenNumber.objects.get()
    told = [Told(row.number, row.title, row.given_on)]
    with pytest.raises(NumberError, match="都已经登记过"):
        plan_numbers(town.clerk, Keeper.OFFICE, "示例登记簿", told, {known_as(each) for each in told}, TODAY)
    with pytest.raises(NumberError, match="从哪里来"):
        plan_numbers(town.clerk, Keeper.OFFICE, " ", told, (), TODAY)
    with pytest.raises(NumberError, match="不由您的岗位登记"):
        plan_numbers(town.villager, Keeper.OFFICE, "示例", told, (), TODAY)


def test_a_cancelled_number_keeps_its_place_on_the_record(town: MadeTown) -> None:
    enter(town, "示府发〔2023〕1号")
    apply([plan_cancelled(town.clerk, GivenNumber.objects.get(), TODAY)], NOW)
    (book,) = books_of(town.town.id, 2023)[0]
    assert book.standing[1][0].cancelled and not book.gaps
    with pytest.raises(NumberError, match="已经记为作废"):
        plan_cancelled(town.clerk, GivenNumber.objects.get(), TODAY)
    assert verify_town(town.town.id).whole
