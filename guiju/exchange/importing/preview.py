"""The preview of a workbook: what would be imported, what is asked, what is wrong. Making it writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from guiju.exchange.importing.answers import Answers, Question
from guiju.exchange.importing.identifying import Seen, identify
from guiju.exchange.importing.known import known_rows, settle_known
from guiju.exchange.importing.lines import Line, State
from guiju.exchange.importing.numbers import Numbers
from guiju.exchange.importing.ordering import in_order
from guiju.exchange.importing.planning import Planner, Progress
from guiju.exchange.importing.questions import Questions
from guiju.exchange.importing.reading import ReadSheet, read_sheet
from guiju.exchange.importing.recognising import Recognised, Remembered, Unrecognised, mapped_by_hand, recognise
from guiju.exchange.importing.told_again import ToldHere
from guiju.exchange.importing.totals import TotalLine, totals_of
from guiju.exchange.sheets.api import Workbook
from guiju.kernel.mechanism.api import registers
from guiju.kernel.procedure.api import Moment, Refusal, Register, uncollected


class NotAllowedToImport(ValueError):
    """The person holds no post that imports; the text says so in Chinese."""


@dataclass(frozen=True)
class Reconciliation:
    """The line that closes an import: every row of the sheets is in exactly one of the four."""

    rows: int
    imported: int
    there: int
    to_confirm: int
    wrong: int

    def __post_init__(self) -> None:
        if self.rows != self.imported + self.there + self.to_confirm + self.wrong:
            raise AssertionError(f"reconciliation does not close: {self}")

    def __add__(self, other: Reconciliation) -> Reconciliation:
        return Reconciliation(
            self.rows + other.rows,
            self.imported + other.imported,
            self.there + other.there,
            self.to_confirm + other.to_confirm,
            self.wrong + other.wrong,
        )

    @property
    def clean(self) -> bool:
        """Whether nothing is left to confirm or to repair."""
        return not self.to_confirm and not self.wrong

    @property
    def sentence(self) -> str:
        """The line as people read it."""
        return (
            f"表里 {self.rows:,} 行 ＝ 导入 {self.imported:,} ＋ 已有 {self.there:,} ＋ "
            f"请确认 {self.to_confirm:,} ＋ 有错 {self.wrong:,}"
        )


NOTHING = Reconciliation(0, 0, 0, 0, 0)


@dataclass(frozen=True)
class FindingCount:
    """One kind of 补录发现 and how many rows leave it."""

    code: str
    text: str
    basis: str
    count: int


@dataclass
class SheetPreview:
    """One recognised sheet with its lines settled."""

    read: ReadSheet
    totals: tuple[TotalLine, ...] = ()

    @property
    def register(self) -> Register:
        return self.read.recognised.register

    @property
    def lines(self) -> list[Line]:
        return self.read.lines

    def of(self, *states: State) -> list[Line]:
        """The lines in these states, in the order of the sheet."""
        return [line for line in self.lines if line.state in states]

    @cached_property
    def counts(self) -> Counter[State]:
        return Counter(line.state for line in self.lines)

    @property
    def reconciliation(self) -> Reconciliation:
        """The closing line, as it will be when the good rows are written."""
        count = self.counts
        return Reconciliation(
            len(self.lines),
            count[State.GOOD],
            count[State.SAME] + count[State.DOUBLED],
            count[State.ASK] + count[State.DIFFERS],
            count[State.WRONG],
        )


@dataclass
class Preview:
    """A workbook as it would be imported. `sheets` are in the order in which they were planned."""

    name: str
    moment: Moment
    sheets: list[SheetPreview] = field(default_factory=list)
    unrecognised: list[Unrecognised] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    @property
    def reconciliation(self) -> Reconciliation:
        return sum((sheet.reconciliation for sheet in self.sheets), NOTHING)

    @property
    def unknown_tables(self) -> list[Unrecognised]:
        """Sheets that look like registers and are none that we know."""
        return [item for item in self.unrecognised if item.is_table]

    @property
    def findings(self) -> list[FindingCount]:
        """补录发现 of the rows that would be imported, by kind."""
        kinds: dict[tuple[str, str], list[Refusal]] = {}
        for sheet in self.sheets:
            for line in sheet.of(State.GOOD):
                for refusal in line.left:
                    kinds.setdefault((refusal.code, str(refusal.basis or "")), []).append(refusal)
        return [FindingCount(code, _kind_of(found[0]), basis, len(found)) for (code, basis), found in kinds.items()]


def _kind_of(refusal: Refusal) -> str:
    """The finding without the days of one matter."""
    return f"{refusal.reason.partition('：')[0]}：超过期限" if refusal.code.startswith("late.") else refusal.reason


def prepare(
    workbook: Workbook,
    moment: Moment,
    *,
    register: str | None = None,
    answers: Answers | None = None,
    remembered: Mapping[str, Remembered] | None = None,
    by_hand: Mapping[str, Remembered] | None = None,
    progress: Progress | None = None,
) -> Preview:
    """Say what importing a workbook would do. Reads the database, writes nothing.

    `register` restricts to one register by id; `by_hand` maps the headings of a sheet (by its name) as a person has
    said. Raises NotAllowedToImport for somebody whose posts do not import, KeyError for an unknown register.
    """
    if not moment.acting.may("imports"):
        raise NotAllowedToImport(f"{moment.acting.name}的岗位不能导入台账。请交给司法所内勤或本单位能导入的人。")
    with uncollected():
        return _prepared(workbook, moment, register, answers or Answers(), remembered or {}, by_hand or {}, progress)


def _prepared(
    workbook: Workbook,
    moment: Moment,
    register: str | None,
    answers: Answers,
    remembered: Mapping[str, Remembered],
    by_hand: Mapping[str, Remembered],
    progress: Progress | None,
) -> Preview:
    questions = Questions()
    preview = Preview(workbook.name, moment)
    candidates = candidates_for(register, moment.town_id)
    recognised = list(recognised_sheets(workbook, preview.unrecognised, candidates, remembered, by_hand))
    reads = [read_sheet(item, workbook.name, moment, answers, questions) for item in recognised]
    reads = in_order(reads)
    seen, numbers, here = Seen(), Numbers(), ToldHere()
    for at, read in enumerate(reads):
        identify(read, seen, answers, questions)
        further = any(later.recognised.register.names_matters for later in reads[at + 1 :])
        known = known_rows(moment.town_id, (line.key for line in read.lines if line.key))
        planner = Planner(read, moment, numbers, answers, questions, known, here)
        planned = planner.run(keep_pending=further, progress=progress)
        settle_known(read.lines, planned, planner.known, planner.moment)
        preview.sheets.append(SheetPreview(read, totals_of(read)))
    preview.questions = list(questions.asked.values())
    return preview


def candidates_for(register: str | None, town_id: int | None = None) -> Sequence[Register]:
    """The registers that a sheet of a town may be: all, or the one with this id; raises KeyError."""
    found = registers(town_id)
    if register is None:
        return found
    chosen = [item for item in found if item.id == register]
    if not chosen:
        raise KeyError(register)
    return chosen


def recognised_sheets(
    workbook: Workbook,
    unrecognised: list[Unrecognised],
    candidates: Sequence[Register],
    remembered: Mapping[str, Remembered],
    by_hand: Mapping[str, Remembered],
) -> Iterator[Recognised]:
    """The sheets that are one of the candidates; the others are added to `unrecognised`."""
    for sheet in workbook.sheets:
        if not sheet.visible or not sheet.rows:
            continue
        told = by_hand.get(sheet.name)
        register = next((item for item in candidates if told and item.id == told.register), None)
        found: Recognised | Unrecognised | None = None
        if told and register:
            found = mapped_by_hand(sheet, register, told.mapping)
        found = found or recognise(sheet, workbook.name, candidates, remembered)
        if isinstance(found, Recognised):
            yield found
        else:
            unrecognised.append(found)
