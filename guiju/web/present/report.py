"""The report as its page draws it: outline with what is checked, text with live figures, what is still to do."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from guiju.kernel.documents.api import Bold, Heading
from guiju.kernel.documents.api import Figure as FigureRun
from guiju.kernel.indicators.api import Record
from guiju.reports.api import (
    Composition,
    FigureKey,
    ReportState,
    Standing,
    ToldBeside,
    Verdict,
    Written,
    YearFigure,
    number_words,
    standing,
    unchecked,
)
from guiju.web.present.words import short_day

if TYPE_CHECKING:
    from guiju.web.desk.reporting.opened import Opened

LOOKS = {
    Standing.CHECKED: "ok",
    Standing.OPEN: "unverified",
    Standing.MOVED: "unverified",
    Standing.OBJECTED: "late",
    Standing.NOT_OURS: "unverified",
}


def look_of(state: ReportState, figure: YearFigure) -> tuple[str, str]:
    """Look and word of how a figure stands with its owner."""
    if figure.lapsed:
        return "missing", "需重新取数"
    found = standing(figure, state.checks.get(figure.key))
    return LOOKS[found], found.value


def is_checked(state: ReportState, figure: YearFigure) -> bool:
    return standing(figure, state.checks.get(figure.key)) is Standing.CHECKED


def outline(
    composition: Composition, state: ReportState, written: Written, figures: Mapping[FigureKey, YearFigure]
) -> dict[str, Any]:
    """目录: parts and sections with how many figures they print and how many of them wait."""
    printed, waiting = Counter(written.printed.values()), Counter[str]()
    for key, section in written.printed.items():
        waiting[section] += not is_checked(state, figures[key])
    sections = {section.code for section in composition.outline.sections()}
    lines = [
        {
            "text": placed.block.text,
            "url": f"#{anchor(placed.code)}",
            "part": placed.code not in sections,
            "count": printed[placed.code],
            "waiting": waiting[placed.code],
        }
        for placed in written.blocks
        if isinstance(placed.block, Heading)
    ]
    checked = sum(printed.values()) - sum(waiting.values())
    return {"lines": lines, "meta": f"数字 {checked} / {sum(printed.values())} 已核"}


def told_words(totals: Sequence[ToldBeside]) -> list[str]:
    """What units told of a figure of ours, beside what the records of the same days give now."""
    words = []
    for each in totals:
        difference = Decimal(str(each.value)) - Decimal(str(each.ours))
        word = "一致" if not difference else f"{'多' if difference > 0 else '少'} {abs(difference).normalize():f}"
        ours = f"同期间记录 {number_words(each.ours)}，{word}"
        words.append(f"{number_words(each.value)} {each.total.unit}，{each.total.source}；{ours}")
    return words


def anchor(code: str) -> str:
    """The id of a place in the text."""
    return "at-" + code.replace(".", "-").replace("_", "-")


def todo(state: ReportState, printed: Sequence[YearFigure], written: Written) -> list[dict[str, Any]]:
    """印发前还要做: figures to check, places to write, the lock."""
    waiting = len(unchecked(state, printed, [figure.key for figure in printed]))
    places = len(written.open_places)
    lapsed = sum(1 for figure in printed if figure.lapsed)
    again = [{"done": False, "text": f"{lapsed} 个平台或报送的数要重新取"}] if lapsed else []
    return [
        *again,
        {"done": not waiting, "text": f"{waiting} 个数字待核对" if waiting else "数字都已核对"},
        {"done": not places, "text": f"{places} 处待补写" if places else "没有待补写的地方"},
        {"done": state.locked is not None, "text": "数字已锁定" if state.locked else "锁定数字"},
    ]


def recent(state: ReportState, figures: Mapping[FigureKey, YearFigure], today: dt.date) -> list[dict[str, str]]:
    """The last answers to figures, newest first."""
    last = sorted(state.checks.items(), key=lambda item: (item[1].checked_on, item[1].key), reverse=True)[:5]
    return [
        {
            "day": short_day(check.checked_on, today),
            "text": f"{check.said_by or check.checked_by}：{Verdict(check.verdict).label}“{figures[key].name}”",
        }
        for key, check in last
        if key in figures
    ]


def check_words(state: ReportState, figure: YearFigure) -> str:
    """What was last said of a figure, as a sentence; empty where nobody has."""
    check = state.checks.get(figure.key)
    if check is None:
        return ""
    who = f"{check.unit} {check.said_by or check.checked_by}"
    by = f"（{check.checked_by}据签字件登记）" if check.said_by else ""
    passed = f"，转{state.owners.name(check.passed_to)}" if check.passed_to else ""
    remark = f"：{check.remark}" if check.remark else ""
    return f"{who}于{check.checked_on.isoformat()}{Verdict(check.verdict).label}{passed}{remark}{by}"


def blocks(report: Opened, chosen: FigureKey | None, writes_in: Callable[[str], bool]) -> list[dict[str, Any]]:
    """The text: headings and paragraphs with their runs; a figure says how it stands and where it opens.

    `writes_in` tells for a section (empty: the opening) whether the viewer may write there.
    """
    by_address = {report.papers.composition.link(figure): figure for figure in report.figures.values()}
    sections = {section.code for section in report.papers.composition.outline.sections()}
    found = []
    for placed in report.written.blocks:
        if isinstance(placed.block, Heading):
            adds = placed.code in sections and writes_in(placed.code)
            add_url = reverse("report-add", args=[report.year, placed.code]) if adds else ""
            found.append(
                {"level": placed.block.level, "id": anchor(placed.code), "text": placed.block.text, "add_url": add_url}
            )
            continue
        edits = placed.code not in sections and writes_in(placed.code.rpartition(".")[0])
        edit_url = reverse("report-text", args=[report.year, placed.code]) if edits else ""
        runs = list(_runs(placed.block.runs, report.state, by_address, chosen))
        found.append({"level": 0, "id": anchor(placed.code), "runs": runs, "edit_url": edit_url})
    return found


def _runs(
    runs: Sequence[Any], state: ReportState, by_address: Mapping[str, YearFigure], chosen: FigureKey | None
) -> Iterator[dict[str, Any]]:
    for run in runs:
        if not isinstance(run, FigureRun):
            yield {"kind": "bold" if isinstance(run, Bold) else "text", "text": run.text}
            continue
        figure = by_address[run.href]
        look = "open" if figure.key == chosen else "" if is_checked(state, figure) else "check"
        yield {"kind": "figure", "text": run.text, "url": run.href, "look": look, "word": look_of(state, figure)[1]}


def difference(now: Any, before: Any) -> str:
    """+4, 持平, or a dash where the two are not numbers."""
    if isinstance(now, int) and isinstance(before, int):
        return "持平" if now == before else f"{now - before:+,}"
    return "—"


def months_of(records: Sequence[Record], last: int) -> list[float]:
    """The figure month by month, from January to the month of its last day."""
    sums = [Decimal(0)] * last
    for record in records:
        sums[record.date.month - 1] += Decimal(record.amount)
    return [float(each) for each in sums]
