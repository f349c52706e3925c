"""guiju import: 0 if nothing is left over, 1 if rows are, 2 if a file or sheet is not read; each with its sentence."""

import io

import pytest
from rich.console import Console

from guiju.exchange.commands import import_files
from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    LOG,
    MEDIATIONS,
    consultation,
    entries,
    log_row,
    mediation,
)
from guiju.exchange.sheets.tests.made_workbooks import xlsx_of

pytestmark = pytest.mark.usefixtures("town")
GOOD = [CONSULTATIONS, consultation("远1"), consultation("远2")]
MIXED = [CONSULTATIONS, consultation("远1"), consultation("远2", day="2026-02-30"), consultation("远3", day=46083)]


@pytest.fixture
def run(tmp_path):
    """Import files of these rows; gives the exit code and what was said."""

    def run(*files, user="yuanxi.clerk", register=None, strict=False):
        paths = []
        for at, content in enumerate(files):
            path = tmp_path / f"{at}.xlsx"
            path.write_bytes(content if isinstance(content, bytes) else xlsx_of(content))
            paths.append(path)
        said = io.StringIO()
        console = Console(file=said, width=400)
        code = import_files(paths, user, register, strict, tmp_path / "bad", console)
        return code, said.getvalue()

    return run


def test_everything_in_is_zero_and_the_line_closes(run):
    code, said = run(GOOD)
    assert code == 0
    assert "表里 2 行 ＝ 导入 2 ＋ 已有 0 ＋ 请确认 0 ＋ 有错 0" in said


def test_rows_left_over_come_back_and_are_one(run, tmp_path):
    code, said = run(MIXED)
    assert code == 1
    assert "表里 3 行 ＝ 导入 1 ＋ 已有 0 ＋ 请确认 1 ＋ 有错 1" in said
    assert "第3行：2月没有30日" in said
    assert [path.name for path in (tmp_path / "bad").iterdir()] == ["0-待改.xlsx"]


def test_strict_takes_nothing_of_a_file_with_a_bad_row(run, tmp_path):
    before = entries()
    code, said = run(MIXED, strict=True)
    assert (code, entries()) == (1, before)
    assert "整份没有导入" in said
    assert (tmp_path / "bad" / "0-待改.xlsx").exists()


def test_unknown_layout_is_two_and_names_its_headings(run):
    before = entries()
    code, said = run([("甲", "乙", "丙"), (1, 2, 3)])
    assert (code, entries()) == (2, before)
    assert "甲、乙、丙" in said


@pytest.mark.parametrize("content", ["编号,日期\n1,2\n".encode("gb18030"), b"", b"PK\x03\x04broken"])
def test_file_that_is_no_workbook_is_two_and_the_others_go_in(run, content):
    before = entries()
    code, said = run(content, GOOD)
    assert (code, entries()) == (2, before + 2)
    assert said.count("。") >= 1


def test_files_that_name_matters_are_imported_last(run):
    number = "林人调〔2026〕1号"
    code, said = run([LOG, log_row("1", "人民调解", number)], [MEDIATIONS, mediation(number)])
    assert code == 0
    assert said.index("《1.xlsx》") < said.index("《0.xlsx》")


def test_register_restricts_what_a_sheet_may_be(run):
    assert run(GOOD, register="station_consultation")[0] == 0
    assert run(GOOD, register="legal_opinion")[0] == 2
    code, said = run(GOOD, register="没有")
    assert code == 2
    assert "没有“没有”这本台账" in said


@pytest.mark.parametrize(("user", "sentence"), [("nobody", "没有登录名为"), ("yuanxi.leader", "岗位不能导入")])
def test_who_may_not_import_is_told(run, user, sentence):
    before = entries()
    code, said = run(GOOD, user=user)
    assert (code, entries()) == (2, before)
    assert sentence in said
