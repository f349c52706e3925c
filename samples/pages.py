"""A sheet as people keep it: title, who reports, heading of one or two rows, rows with their dirt, sums, who filled it in."""

import random
from dataclasses import dataclass, field
from datetime import date

from samples.chance import chance
from samples.layouts import Column, Layout
from samples.rows import Row, Value
from samples.workbooks import Sheet

SUMMED = ("attendances", "persons", "amount", "expected", "passed", "leaflets", "area")
NEVER_DIRTY = ("number", "mediation_number", "related_number")
DATE_FORMS = {"iso": "{0}-{1:02d}-{2:02d}", "dots": "{0}.{1}.{2}", "han": "{0}年{1}月{2}日", "slash": "{0}/{1}/{2}"}
DATE_FORMS["compact"] = "{0}{1:02d}{2:02d}"
STRAY_SPACES = 0.03


@dataclass
class Page:
    """Cells in order, ranges to merge as (first row, first column, last row, last column), and how many rows are head."""

    name: str
    cells: list[list[Value]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    head: tuple[int, int] = (0, 0)


def build_page(sheet: Sheet, layout: Layout, rows: list[Row], year: int, salt: str) -> Page:
    """Lays ``rows`` out. ``salt`` makes the dirt of this sheet its own; the same call gives the same page."""
    rng = chance(f"page.{salt}.{sheet.name}")
    width = len(layout.columns)
    page = Page(sheet.name)
    page.cells.append([f"青禾镇{year}年{layout.title}（示例，均为虚构）"])
    page.merged.append((0, 0, 0, width - 1))
    if sheet.reporting_unit:
        page.cells.append([f"填报单位：{sheet.reporting_unit}"])
    _heading(page, layout, rng)
    lines = [_line(layout, row, count, sheet.dates, rng) for count, row in enumerate(rows, 1)]
    total = _total(layout, lines)
    if sheet.doubled:
        place = len(lines) // 3
        lines.insert(place + 2, list(lines[place]))
    page.cells += [total] if sheet.totals == "above" else []
    page.cells += lines
    page.cells += [total] if sheet.totals == "below" else []
    page.cells.append([])
    page.cells.append([f"填表人：{sheet.filled_by}", None, None, f"填表时间：{year + 1}年1月6日"])
    return page


def _heading(page: Page, layout: Layout, rng: random.Random) -> None:
    top = len(page.cells)
    upper = [column.heading.split("/")[0] for column in layout.columns]
    lower = [column.heading.split("/")[-1] for column in layout.columns]
    if not layout.two_rows:
        page.cells.append([_typed_heading(text, rng) for text in upper])
        page.head = (top, top)
        return
    page.head = (top, top + 1)
    shown: list[Value] = []
    for place, column in enumerate(layout.columns):
        grouped = "/" in column.heading
        first = place == 0 or upper[place] != upper[place - 1] or not grouped
        shown.append(upper[place] if first else None)
        if not grouped:
            page.merged.append((top, place, top + 1, place))
        elif first:
            last = max(n for n, text in enumerate(upper) if text == upper[place])
            if last > place:
                page.merged.append((top, place, top, last))
    page.cells.append(shown)
    page.cells.append([lower[n] if "/" in column.heading else None for n, column in enumerate(layout.columns)])


def _typed_heading(text: str, rng: random.Random) -> str:
    """A heading as typed: some break in two lines, some carry a space."""
    draw = rng.random()
    if draw < 0.08 and len(text) > 4:
        return text[:2] + "\n" + text[2:]
    return text + " " if draw < 0.14 else text


def _line(layout: Layout, row: Row, count: int, dates: str, rng: random.Random) -> list[Value]:
    style = rng.choice(("iso", "dots", "han", "slash", "serial")) if dates == "mixed" else dates
    return [_cell(column, row, count, style, rng) for column in layout.columns]


def _cell(column: Column, row: Row, count: int, style: str, rng: random.Random) -> Value:
    if column.heading in ("序号",):
        return count
    value = row[column.heading] if column.heading in row else row.get(column.field)
    if isinstance(value, date):
        return value if style == "serial" else DATE_FORMS[style].format(value.year, value.month, value.day)
    if isinstance(value, str) and column.field not in NEVER_DIRTY and rng.random() < STRAY_SPACES:
        return rng.choice((f"{value} ", f" {value}", f"{value}　"))
    return value


def _total(layout: Layout, lines: list[list[Value]]) -> list[Value]:
    """The sheet's own sum, of the rows without the doubled one."""
    found: list[Value] = ["合计"]
    for place, column in enumerate(layout.columns[1:], 1):
        numbers = [line[place] for line in lines]
        wanted = column.field in SUMMED
        found.append(sum(number for number in numbers if isinstance(number, int | float)) if wanted else None)
    return found
