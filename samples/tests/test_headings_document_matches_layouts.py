"""HEADINGS.md says what is written, and every register has two layouts at least."""

from collections import Counter

from samples.headings import HEADINGS, headings_text
from samples.layouts import LAYOUTS
from samples.workbooks import WORKBOOKS, YEAR_WORKBOOKS


def test_headings_document_is_up_to_date() -> None:
    assert HEADINGS.read_text(encoding="utf-8") == headings_text()


def test_every_register_has_two_layouts_and_each_is_used_in_the_years() -> None:
    used = {sheet.layout for book in YEAR_WORKBOOKS for sheet in book.sheets}
    assert used == set(LAYOUTS)
    registers = Counter(layout.register for layout in LAYOUTS.values())
    assert min(registers.values()) >= 2


def test_headings_and_fields_stand_once_in_a_layout() -> None:
    for layout in LAYOUTS.values():
        headings = [column.heading for column in layout.columns]
        fields = [column.field for column in layout.columns if column.field]
        assert len(headings) == len(set(headings)), layout.id
        assert len(fields) == len(set(fields)), layout.id


def test_layouts_of_a_register_can_be_told_apart() -> None:
    heads = [frozenset(column.heading for column in layout.columns) for layout in LAYOUTS.values()]
    assert len(heads) == len(set(heads))


def test_workbooks_are_declared_once() -> None:
    paths = [book.path for book in WORKBOOKS]
    assert len(paths) == len(set(paths))
    assert len(YEAR_WORKBOOKS) >= 30
