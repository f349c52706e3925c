"""Telling rows apart: the same row written twice, the same number for two things, equal rows without a number."""

from __future__ import annotations

from dataclasses import dataclass, field

from guiju.exchange.importing.answers import NO, YES, Answers, question_key
from guiju.exchange.importing.identity import content_digest, numbered_key, ordinal_of, unnumbered_key
from guiju.exchange.importing.lines import Line, State
from guiju.exchange.importing.questions import Questions
from guiju.exchange.importing.reading import ReadSheet, mark_asked, mark_wrong

EQUAL_ROWS = "=rows"
IN_THE_SHEET = "不在预览里答的，在表上写明编号或者备注，就分得开。"  # a returned workbook has no button to answer by


@dataclass
class Seen:
    """The rows of a workbook so far, by key: the sheet and the line that came first."""

    by_key: dict[str, tuple[str, Line]] = field(default_factory=dict)

    def where(self, key: str, sheet: str) -> str:
        """The place of the first row with this key, in words."""
        found, line = self.by_key[key]
        return f"第{line.number}行" if found == sheet else f"工作表“{found}”第{line.number}行"


def identify(read: ReadSheet, seen: Seen, answers: Answers, questions: Questions) -> None:
    """Give every line its key, and set apart those that repeat another one."""
    register = read.recognised.register
    equal: dict[str, list[Line]] = {}
    for index, line in enumerate(read.lines):
        number = line.values.get(register.number)
        if number:
            _numbered(read, line, str(number), seen)
        elif line.state is State.GOOD:
            line.digest = content_digest(register.id, line.values)
            carried = ordinal_of(read.body.keys[index], line.digest) if read.body.keys else None
            _unnumbered(read, line, equal.setdefault(line.digest, []), carried, answers, questions)
            if line.state is State.GOOD:
                _once(read, line, seen)


def _numbered(read: ReadSheet, line: Line, number: str, seen: Seen) -> None:
    register = read.recognised.register
    unit = line.values.get(register.unit)
    asked = register.field_table.get(register.unit)
    if unit is None and asked is not None and asked.required:
        return  # wrong already
    line.key = numbered_key(register.id, unit, number)
    if line.key not in seen.by_key:
        seen.by_key[line.key] = (read.name, line)
        return
    first = seen.by_key[line.key][1]
    where = seen.where(line.key, read.name)
    if _same(first, line, register.number):
        _double(line, first)
    else:
        mark_wrong(line, f"与{where}重号：编号相同，内容不同。请核对哪一行的编号写错了。", read.column(register.number))
        line.key = None


def _same(first: Line, line: Line, number: str) -> bool:
    """Whether two rows with one number say the same; the number itself may be written in two ways."""
    told = {**line.values, number: first.values.get(number)}
    return first.values == told and first.reasons == line.reasons


def _double(line: Line, first: Line | None) -> None:
    line.state, line.same_as = State.DOUBLED, first.number if first else 0
    line.findings.clear()


def _unnumbered(
    read: ReadSheet, line: Line, before: list[Line], carried: int | None, answers: Answers, questions: Questions
) -> None:
    """Rows without a number that are equal: the first counts; whether the others are further matters is asked."""
    ordinal = len(before) if carried is None else carried
    line.key = unnumbered_key(line.digest, ordinal)
    before.append(line)
    if ordinal == 0:
        return
    register = read.recognised.register
    key = question_key(register.id, EQUAL_ROWS, line.digest)
    told = answers.given.get(key)
    first = before[0] if before[0] is not line else None
    if told == NO:
        _double(line, first)
    elif told != YES:
        where = f"第{first.number}行" if first is not None else "原表里另一行"
        text = f"这一行与{where}完全相同：是另外一件事吗？是就也导入，不是就只记一次。{IN_THE_SHEET}"
        mark_asked(line, text)
        questions.about_repeated(key, text, read.name, EQUAL_ROWS, line.number)


def _once(read: ReadSheet, line: Line, seen: Seen) -> None:
    """An equal row in another sheet of the same workbook is the same row."""
    assert line.key is not None
    if line.key in seen.by_key:
        _double(line, seen.by_key[line.key][1])
    else:
        seen.by_key[line.key] = (read.name, line)
