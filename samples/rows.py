"""A row before it is laid out: values by field, or by heading for the columns that nobody reads."""

from collections.abc import Iterable
from datetime import date

Value = str | int | float | date | None
Row = dict[str, Value]
Place = tuple[str, str]
"""Where rows go: path of the workbook, name of the sheet."""
Rows = dict[Place, list[Row]]


def day_of(row: Row, field: str) -> date:
    """The day in ``field``; TypeError where there is none."""
    value = row[field]
    if not isinstance(value, date):
        raise TypeError(f"{field}: {value!r} is no day")
    return value


def numbered(rows: Iterable[Row], field: str, pattern: str) -> list[Row]:
    """The rows in order of ``field``, each with ``number`` made from ``pattern`` ({} is the running number)."""
    ordered = sorted(rows, key=lambda row: day_of(row, field))
    for count, row in enumerate(ordered, 1):
        row["number"] = pattern.format(count)
    return ordered
