"""Reading a recognised sheet: every field of every row, column by column, with what is wrong or asked by cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from guiju.exchange.importing.answers import Answers
from guiju.exchange.importing.cells import parser_of, read_field
from guiju.exchange.importing.lines import Line, State
from guiju.exchange.importing.questions import Questions
from guiju.exchange.importing.recognising import Recognised
from guiju.exchange.sheets.api import Ask, Body, Finding, Parsed, Raw, Result, Wrong, apply_mapping, sheet_year
from guiju.kernel.procedure.api import Input, Moment


@dataclass
class ReadSheet:
    """A sheet with its rows as lines. `header` holds what stands above or below the table for all rows."""

    recognised: Recognised
    body: Body
    lines: list[Line]
    header: dict[str, tuple[str, str]] = field(default_factory=dict)  # field -> (words, what is stated)

    @property
    def name(self) -> str:
        return self.recognised.sheet.name

    def column(self, name: str) -> int | None:
        """The column (from 0) of a field, or None."""
        heading = self.recognised.columns.get(name)
        return heading.column if heading else None


def read_sheet(
    recognised: Recognised, file_name: str, moment: Moment, answers: Answers, questions: Questions
) -> ReadSheet:
    """Read all rows. A line with a cell that is wrong or asked stands so already; the others are good so far."""
    body = apply_mapping(recognised.sheet, recognised.head, recognised.mapping)
    read = ReadSheet(recognised, body, [])
    year = sheet_year(recognised.title, recognised.sheet.name, file_name)
    results: dict[str, list[Result]] = {}
    asked: dict[str, dict[int, Raw]] = {}
    register = recognised.register
    for name, heading in recognised.columns.items():
        item = register.field_table[name]
        parse = parser_of(item, heading.text, year, moment)
        results[name], asked[name] = read_field(register.id, item, parse, body.columns[name], answers)
    header, troubles = _stated(read, moment, answers)
    fixed = {**recognised.constants, **header}
    read.lines = _lines(body.numbers, results, fixed)
    for name, found in results.items():
        _mark(read, register.field_table[name], found, asked[name], questions, moment)
    for result in troubles:
        for line in read.lines:
            _add(line, Finding(None, result))
    _within_sight(read, moment)
    return read


def _lines(numbers: list[int], results: dict[str, list[Result]], fixed: dict[str, Any]) -> list[Line]:
    names = tuple(results)
    values = [[r.value if type(r) is Parsed else None for r in column] for column in results.values()]
    if not values:
        return [Line(number, dict(fixed)) for number in numbers]
    rows = zip(*values, strict=True)
    if fixed:
        return [
            Line(number, {**fixed, **dict(zip(names, row, strict=True))})
            for number, row in zip(numbers, rows, strict=True)
        ]
    return [Line(number, dict(zip(names, row, strict=True))) for number, row in zip(numbers, rows, strict=True)]


def _mark(
    read: ReadSheet, item: Input, found: Iterable[Result], asked: dict[int, Raw], questions: Questions, moment: Moment
) -> None:
    """Put what is wrong or asked in one column to its lines."""
    heading = read.recognised.columns[item.name]
    for line, result in zip(read.lines, found, strict=True):
        if type(result) is Parsed:
            continue
        assert not isinstance(result, Parsed)
        _add(line, Finding(heading.column, result))
        if isinstance(result, Ask):
            questions.about_cell(
                read.name, read.recognised.register.id, item, heading.letter, asked[id(result)], result,
                line.number, moment,
            )  # fmt: skip


def _add(line: Line, finding: Finding) -> None:
    line.findings.append(finding)
    if isinstance(finding.result, Wrong):
        line.state = State.WRONG
    elif line.state is State.GOOD:
        line.state = State.ASK


def mark_wrong(line: Line, message: str, column: int | None = None) -> None:
    """Say what is wrong with a line; it will not be imported."""
    _add(line, Finding(column, Wrong(message)))


def mark_asked(line: Line, question: str, column: int | None = None) -> None:
    """Say what a person has to answer before the line can be imported."""
    _add(line, Finding(column, Ask(question)))


def _stated(read: ReadSheet, moment: Moment, answers: Answers) -> tuple[dict[str, Any], list[Wrong | Ask]]:
    """Fields that stand above or below the table, and the unit that goes without saying."""
    register = read.recognised.register
    values: dict[str, Any] = {}
    troubles: list[Wrong | Ask] = []
    for name, item in register.field_table.items():
        words = read.recognised.stated_as(name)
        if not words or name in read.recognised.columns:
            continue
        text = read.body.stated(words)
        if text is None:
            if name == register.unit:
                _own_unit(item, words, moment, values, troubles)
            continue
        read.header[name] = (words, text)
        result = read_field(register.id, item, parser_of(item, words, None, moment), [text], answers)[0][0]
        if isinstance(result, Parsed):
            values[name] = result.value
        elif isinstance(result, Ask):
            # Whoever reads a whole sheet under one name should see it written out.
            troubles.append(Wrong(f"“{words}：{text}”：{result.question}请在表头上方改成单位的全称。"))
        else:
            troubles.append(Wrong(f"“{words}：{text}”：{result.message}"))
    return values, troubles


def _own_unit(item: Input, words: str, moment: Moment, values: dict[str, Any], troubles: list[Wrong | Ask]) -> None:
    """Somebody with posts in one unit only keeps that unit's registers."""
    acting = moment.acting
    own = {post.unit_id for post in acting.posts}
    if not acting.sees_town and len(own) == 1:
        values[item.name] = own.pop()
    elif item.required:
        troubles.append(
            Wrong(f"看不出是哪个单位：表里没有“{item.label}”列，表头上方也没有写“{words}：…”。请在表头上方加一行写明。")
        )


def _within_sight(read: ReadSheet, moment: Moment) -> None:
    """Who sees only some units imports rows of these only."""
    acting = moment.acting
    if acting.sees_town:
        return
    seen, unit = set(acting.unit_ids), read.recognised.register.unit
    column = read.column(unit)
    for line in read.lines:
        of = line.values.get(unit)
        if of is not None and of not in seen:
            name = moment.directory.unit_names.get(of, "")
            mark_wrong(line, f"“{name}”不在您的范围内，这一行请由该单位或司法所导入。", column)
