"""Writing a year's report into a folder: Word, PDF, web page with its records, and the annex as Word and Excel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guiju.kernel.documents.api import render
from guiju.reports.annex_workbook import annex_workbook
from guiju.reports.composing import record_page
from guiju.reports.papers import ReportPapers


def write_report(papers: ReportPapers, folder: Path) -> list[Path]:
    """Write every file and say which, the report first. Raises ContentError for a character that cannot be printed."""
    written = []
    for name, content in report_files(papers):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(path)
    return written


def report_files(papers: ReportPapers) -> Iterator[tuple[str, bytes]]:
    """The files of a report by their names within the folder; the same figures and texts give the same bytes."""
    year, notice = papers.year, papers.notice()
    for form in ("docx", "pdf", "html"):
        yield f"report-{year}.{form}", render(notice, form)
    annex, figures = papers.annex(), papers.composition.figures
    yield f"annex-{year}.docx", render(annex, "docx")
    yield f"annex-{year}.xlsx", annex_workbook(figures, annex.title, year, papers.remark)
    for figure in figures:
        yield record_page(figure), render(papers.records(figure, f"../report-{year}.html"), "html")
