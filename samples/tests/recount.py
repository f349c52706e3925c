"""Reads the written workbooks back, cell by cell, and counts the figures by the rules of COUNTING.md alone.

Nothing here knows how the rows were drawn; only the heading rows are shared with the writer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineWorkbook

from samples.layouts import LAYOUTS, Layout
from samples.workbooks import Book

SETTLED = {"达成协议", "调解成功", "调成", "调解达成协议"}
ORAL_SETTLED = {"达成口头协议", "口头达成", "调解成功"}
WRITTEN = {"书面", "书面协议", "协议书"}
STATION = {"青禾镇公共法律服务站", "镇公共法律服务站", "公服站", "镇公服站"}
ANSWERS = {"法律咨询解答", "咨询解答", "现场咨询"}
RECEPTIONS = {"接待", "接待咨询", "接待来访"}
OPINIONS = {"法律意见", "法律意见建议", "出具法律意见"}
MEDIATIONS = {"人民调解", "参与调解"}
AIDS = {"法律援助协助", "协助申请法律援助", "代理法律援助"}
DISCUSSIONS = {"集体讨论交流", "交流讨论"}


@dataclass(frozen=True)
class Read:
    """One row read back: its register and layout, the text of each field, and who reports where no column says so."""

    layout: Layout
    fields: dict[str, str]
    by_heading: dict[str, str]
    reporting_unit: str
    filled_by: str

    def day(self, field: str) -> date | None:
        """The day in ``field``, or None where the cell is empty."""
        return parse_day(self.fields.get(field, ""))

    def amount(self, field: str) -> int:
        """The whole number in ``field``."""
        return int(float(self.fields[field]))


def text(cell: object) -> str:
    """A cell as text without stray spaces; a day as 2022-03-05."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip().strip("　") if cell is not None else ""


def parse_day(written: str) -> date | None:
    """A full date in any of the ways in which the sheets write it; ValueError for anything else."""
    if not written:
        return None
    parts = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", written) or re.fullmatch(
        r"(\d{4})[.年/-](\d{1,2})[.月/-](\d{1,2})日?(?: .*)?", written
    )
    if not parts:
        raise ValueError(f"no date: {written!r}")
    return date(*(int(part) for part in parts.groups()))


def read_books(folder: Path, books: tuple[Book, ...]) -> list[Read]:
    """The data rows of every sheet, each register number once for a unit."""
    found: list[Read] = []
    seen: set[tuple[str, str, str]] = set()
    for book in books:
        workbook = CalamineWorkbook.from_path(folder / book.path)
        for sheet in book.sheets:
            cells = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            for read in read_sheet(cells, LAYOUTS[sheet.layout]):
                number = read.fields.get("number", "")
                key = (read.layout.register, number, read.fields.get("unit", ""))
                if number and key in seen:
                    continue
                seen.add(key)
                found.append(read)
    return found


def read_sheet(cells: Sequence[Sequence[object]], layout: Layout) -> Iterator[Read]:
    """The data rows of one sheet: no title, no heading, no sum, no signature, doubled rows as they stand."""
    lines = [[text(cell) for cell in line] for line in cells]
    top = next(n for n, line in enumerate(lines) if _is_heading(line, layout))
    above = " ".join(" ".join(line) for line in lines[:top])
    below = " ".join(" ".join(line) for line in lines[top + 1 :] if line and line[0].startswith("填表人"))
    unit = re.search(r"填报单位：(\S+)", above)
    filled_by = re.search(r"填表人：(\S+)", below)
    for line in lines[top + (2 if layout.two_rows else 1) :]:
        if not any(line) or line[0] == "合计" or line[0].startswith("填表人"):
            continue
        values = {column.field: line[n] for n, column in enumerate(layout.columns) if column.field}
        headings = {column.heading: line[n] for n, column in enumerate(layout.columns)}
        yield Read(layout, values, headings, unit[1] if unit else "", filled_by[1] if filled_by else "")


def _is_heading(line: list[str], layout: Layout) -> bool:
    wanted = [column.heading.split("/")[0] for column in layout.columns if "/" not in column.heading]
    return set(wanted) <= {re.sub(r"\s", "", cell) for cell in line}


class Recount:
    """The figures of ``rows`` from 1 January of ``end``'s year to ``end``."""

    def __init__(self, rows: list[Read], end: date) -> None:
        self.rows = rows
        self.end = end

    def within(self, register: str, field: str = "event_date") -> list[Read]:
        """The rows of ``register`` whose day in ``field`` lies in the period."""
        return [row for row in self._of(register) if self._in(row.day(field))]

    def figures(self) -> dict[str, int]:
        """Every figure that is counted from rows, by id."""
        return {**self._disputes(), **self._services(), **self._education(), **self._litigation(), **self._penalties()}

    def _of(self, register: str) -> list[Read]:
        return [row for row in self.rows if row.layout.register == register]

    def _in(self, day: date | None) -> bool:
        return day is not None and date(self.end.year, 1, 1) <= day <= self.end

    def _disputes(self) -> dict[str, int]:
        settled = [
            row
            for row in self._of("mediation")
            if row.fields["outcome"] in SETTLED
            and self._in(row.day("mediated_on" if row.layout.id == "mediation.bulk" else "agreed_on"))
        ]
        written = {row.fields["agreement_number"] for row in settled if row.fields["agreement_form"] in WRITTEN}
        oral = [
            row
            for row in self._of("oral_mediation")
            if row.fields["outcome"] in ORAL_SETTLED
            and self._in(row.day("accepted_on" if row.layout.id == "oral_mediation.city" else "mediated_on"))
        ]
        return {
            "screening.factors": len(self.within("screening")),
            "mediation.resolved": len(settled),
            "mediation.agreements": len(written - {""}),
            "mediation.oral": len(oral),
            "hotline.diverted_110": len(
                [row for row in self.within("diversion_110", "dispatched_on") if to_mediation(row)]
            ),
        }

    def _services(self) -> dict[str, int]:
        consultations = [row for row in self.within("station_consultation") if row.fields["unit"] in STATION]
        guidance = [row for row in self.within("station_guidance") if row.fields["unit"] in STATION]
        logs = self.within("adviser_log")
        opinions = {row.fields["number"] for row in self.within("legal_opinion")}
        opinions |= {row.fields["related_number"] for row in logs if row.fields["kind"] in OPINIONS}
        return {
            "legal_service.station_consultations": sum(_attendances(row) for row in consultations),
            "legal_service.station_guidance": sum(row.amount("persons") for row in guidance),
            "legal_service.adviser_answers": sum(_attendances(row) for row in logs if row.fields["kind"] in ANSWERS),
            "legal_service.adviser_receptions": len([row for row in logs if row.fields["kind"] in RECEPTIONS]),
            "legal_service.aid_assisted": len([row for row in logs if row.fields["kind"] in AIDS]),
            "legal_service.opinions": len(opinions),
            "legal_service.adviser_mediations": len(self._joined()),
        }

    def _joined(self) -> set[str]:
        """Numbers of the mediations which an adviser joined, by the earliest day that any row names."""
        first: dict[str, date] = {}
        for row in self._of("mediation"):
            day = row.day("mediated_on")
            if row.fields.get("legal_adviser") and day:
                first[row.fields["number"]] = day
        for row in self._of("adviser_log"):
            day, number = row.day("event_date"), row.fields["related_number"]
            if row.fields["kind"] in MEDIATIONS and day:
                first[number] = min(day, first.get(number, day))
        return {number for number, day in first.items() if self._in(day)}

    def _education(self) -> dict[str, int]:
        trainings = [
            row for row in self.within("training") if re.search("法治带头人|法律明白人", row.fields["audience"])
        ]
        group = [
            row
            for row in self.within("study")
            if row.fields["body"] == "党委中心组" and row.fields["topic"] == "习近平法治思想"
        ]
        return {
            "training.sessions": len(trainings),
            "training.attendance": sum(row.amount("attendances") for row in trainings),
            "study.centre_group": len(group),
            "study.discussions": len([row for row in group if row.fields["form"] in DISCUSSIONS]),
            "venues.new_village": len([row for row in self.within("venue") if row.fields["level"] == "村居级"]),
            "venues.awards": len([row for row in self.within("venue_award") if row.fields["level"] == "市级"]),
        }

    def _litigation(self) -> dict[str, int]:
        return {
            "litigation.cases": len([row for row in self.within("suit") if row.fields["standing"] == "被告"]),
            "reconsideration.cases": len(self.within("reconsideration")),
        }

    def _penalties(self) -> dict[str, int]:
        decided = self.within("penalty_case", "decided_on")
        on_spot = self.within("penalty_spot", "decided_on")
        laid = [row for row in decided if row.fields["result"] == "给予处罚"]
        return {
            "penalty.filed": len(self.within("penalty_case", "filed_on")),
            "penalty.on_spot": len(on_spot),
            "penalty.decisions": len(laid) + len(on_spot),
            "penalty.no_penalty": len(decided) - len(laid),
            "penalty.hearings": len(self.within("penalty_case", "hearing_held_on")),
        }


def to_mediation(row: Read) -> bool:
    """Whether a diverted call went to people's mediation."""
    if row.layout.id == "diversion_110.police":
        return row.fields["unit"].endswith(("调委会", "人民调解委员会"))
    return row.fields["destination"] == "人民调解"


def _attendances(row: Read) -> int:
    return row.amount("attendances") if "attendances" in row.fields else 1
