"""The files of a report: Word, PDF, web page with its records, annex as Word and Excel; complete, linked, without names."""

import datetime as dt
import io
import re
from pathlib import Path

import pytest
from docx import Document as read_word
from openpyxl import load_workbook
from pypdf import PdfReader

from guiju.reports.api import AnnualReport, annual_report, record_page, write_report
from guiju.reports.tests.made_town import TODAY, MadeTown, made_town

OCTOBER = dt.date(2022, 10, 10)
CLIENT = "丙示例人"


@pytest.fixture(scope="module")
def town(module_db: None) -> MadeTown:
    """A year with two consultations by a named person and one opinion; nothing is added to it."""
    made = made_town()
    made.consult(OCTOBER, attendances=3, client=CLIENT)
    made.consult(OCTOBER)
    made.opine(OCTOBER)
    return made


@pytest.fixture(scope="module")
def report(town: MadeTown) -> AnnualReport:
    return annual_report(town.town, 2022, TODAY)


@pytest.fixture(scope="module")
def folder(report: AnnualReport, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the year."""
    written = tmp_path_factory.mktemp("report")
    write_report(report.papers, written)
    return written


def _html(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_file_is_there(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    assert names == {
        "report-2022.docx", "report-2022.pdf", "report-2022.html", "annex-2022.docx", "annex-2022.xlsx", "records"
    }  # fmt: skip


def test_word_pdf_and_page_say_the_same(folder: Path) -> None:
    said = "镇公共法律服务站接待法律咨询4人次"
    word = "".join(paragraph.text for paragraph in read_word(str(folder / "report-2022.docx")).paragraphs)
    pdf = "".join(page.extract_text() for page in PdfReader(folder / "report-2022.pdf").pages)
    page = re.sub(r"<[^>]+>", "", _html(folder / "report-2022.html"))
    assert all(said in re.sub(r"\s", "", text) for text in (word, pdf, page))


def test_number_date_and_seal_keep_free_places(folder: Path) -> None:
    page = _html(folder / "report-2022.html")
    assert "〔\u3000\u3000〕\u3000\u3000号" in page
    assert "年\u3000\u3000月\u3000\u3000日" in page
    assert "示例镇人民政府文件" in page


def test_every_figure_of_the_page_opens(folder: Path) -> None:
    links = re.findall(r'<a class="g-figure"[^>]*href="([^"]+)"', _html(folder / "report-2022.html"))
    assert links
    assert all((folder / link).is_file() for link in links)


def test_the_records_of_a_figure_show_numbers_days_amounts_and_entries(report: AnnualReport, folder: Path) -> None:
    figure = {each.id: each for each in report.figures}["legal_service.station_consultations"]
    page = _html(folder / record_page(figure))
    for record in figure.records:
        row = rf"{record.number}</td><td[^>]*>2022-10-10</td><td[^>]*>{record.amount}</td><td[^>]*>#{record.entry}</td>"
        assert re.search(row, page)
    assert 'href="../report-2022.html"' in page


def test_no_file_names_a_person(folder: Path) -> None:
    texts = [_html(path) for path in folder.rglob("*.html")]
    texts += ["".join(p.text for p in read_word(str(path)).paragraphs) for path in folder.glob("*.docx")]
    assert not any(CLIENT in text for text in texts)


def test_the_official_paper_bears_no_digest(report: AnnualReport, folder: Path) -> None:
    digests = [figure.digest for figure in report.figures]
    page = _html(folder / "report-2022.html")
    assert not any(digest[:8] in page for digest in digests)
    assert "检查点" not in page


def test_the_annex_holds_every_figure_as_word_and_as_numbers(report: AnnualReport, folder: Path) -> None:
    figures = report.figures
    (table,) = read_word(str(folder / "annex-2022.docx")).tables
    assert [row.cells[1].text for row in table.rows][1:] == [figure.name for figure in figures]
    sheet = load_workbook(io.BytesIO((folder / "annex-2022.xlsx").read_bytes())).active
    rows = list(sheet.iter_rows(min_row=3, max_row=2 + len(figures), values_only=True))
    # A ratio over nothing has no value; its cell says so in words.
    counted = [(row[2], figure.value) for row, figure in zip(rows, figures, strict=True) if figure.value is not None]
    assert [cell for cell, _ in counted] == [value for _, value in counted]
    assert {row[7] for row in rows} == {"未设报送"}


def test_an_invented_town_is_marked(folder: Path) -> None:
    assert all("示例，均为虚构" in _html(path) for path in folder.rglob("*.html"))


def test_the_same_figures_give_the_same_bytes(
    town: MadeTown, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    again = tmp_path_factory.mktemp("again")
    for path in write_report(annual_report(town.town, 2022, TODAY).papers, again):
        assert path.read_bytes() == (folder / path.relative_to(again)).read_bytes()
