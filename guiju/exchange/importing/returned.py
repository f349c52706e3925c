"""The workbook that goes back: the rows that are wrong or asked, as they stood, each with what is to be done."""

from __future__ import annotations

from guiju.exchange.importing.lines import Line, State
from guiju.exchange.importing.preview import Preview, SheetPreview
from guiju.exchange.sheets.api import Ask, Finding, ReturnedRow, ReturnedSheet, write_returned

OPEN = (State.ASK, State.WRONG, State.DIFFERS)


def returned_workbook(preview: Preview, settled: frozenset[str] = frozenset()) -> bytes | None:
    """The rows still open as xlsx bytes, under their own headings; None if there are none.

    `settled` are keys of differing rows that were corrected meanwhile.
    """
    sheets = [found for sheet in preview.sheets if (found := _sheet(sheet, settled)) is not None]
    return write_returned(sheets) if sheets else None


def _sheet(preview: SheetPreview, settled: frozenset[str]) -> ReturnedSheet | None:
    lines = [line for line in preview.of(*OPEN) if line.key not in settled or line.state is not State.DIFFERS]
    if not lines:
        return None
    recognised = preview.read.recognised
    rows = [ReturnedRow(line.number, line.key or "", tuple(_findings(line))) for line in lines]
    # What stood above or below the table must come along, or the rows would lose their unit.
    stated = [f"{words}：{text}" for words, text in preview.read.header.values()]
    title = "　".join(part for part in (recognised.title, *stated) if part)
    return ReturnedSheet(recognised.sheet, recognised.head, rows, title)


def _findings(line: Line) -> list[Finding]:
    if line.state is not State.DIFFERS:
        return line.findings
    told = "；".join(dict.fromkeys(difference.told for difference in line.differences))
    return [Finding(None, Ask(f"这一行已经导入过，现在不同：{told}。要改，请在导入页面选“更正”，或在事项里更正。"))]
