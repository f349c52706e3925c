"""Files put into a watched folder are imported once; what is not finished stays, what is faulty says why."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from guiju.cli import main
from guiju.exchange.importing.tests.made_registers import CONSULTATIONS, consultation, entries, found_town
from guiju.exchange.models import IncomingPaper
from guiju.exchange.sheets.api import read_workbook
from guiju.exchange.sheets.tests.made_workbooks import xlsx_of
from guiju.exchange.tests.test_killed_import_leaves_all_or_nothing import run
from guiju.kernel.ledger.api import verify_town
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town

GOOD = [consultation("远1"), consultation("远2")]
DONE, FAULTY = "已导入", "待改"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "收").mkdir()
    return tmp_path / "收"


def put(folder: Path, name: str, data: bytes, *, age: int = 60) -> Path:
    """A file that was last written to so many seconds ago."""
    path = folder / name
    path.write_bytes(data)
    os.utime(path, (time.time() - age,) * 2)
    return path


def book(rows=GOOD) -> bytes:
    return xlsx_of([CONSULTATIONS, *rows])


def watched(folder: Path, user: str = "yuanxi.clerk") -> int:
    return main(["watch", str(folder), "--as", user, "--once"])


def names(folder: Path) -> list[str]:
    """What lies there, without what the program keeps for itself."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def consultations() -> int:
    return Matter.objects.filter(mechanism="legal_services").count()


@pytest.mark.usefixtures("town")
class TestFolder:
    """A town whose clerk's files are taken from the folder."""

    def test_workbook_is_imported_and_moved(self, folder):
        put(folder, "台账.xlsx", book())
        assert watched(folder) == 0
        assert (names(folder), names(folder / DONE), consultations()) == ([DONE, FAULTY], ["台账.xlsx"], 2)

    def test_same_file_again_adds_nothing_and_loses_none(self, folder):
        for _ in range(2):
            put(folder, "台账.xlsx", book())
            assert watched(folder) == 0
        assert (names(folder / DONE), consultations()) == (["台账.xlsx", "台账（2）.xlsx"], 2)

    def test_rows_with_errors_come_back_and_the_good_ones_are_in(self, folder):
        put(folder, "台账.xlsx", book([*GOOD, consultation("远3", day="2026-02-30")]))
        watched(folder)
        assert (names(folder / DONE), names(folder / FAULTY)) == (["台账.xlsx"], ["台账-待改.xlsx"])
        assert consultations() == 2
        assert read_workbook(folder / FAULTY / "台账-待改.xlsx").sheets

    @pytest.mark.parametrize("name", ["坏.xlsx", "表.csv", "坏.pdf"])
    def test_file_that_cannot_be_read_says_why(self, folder, name):
        put(folder, name, b"no workbook")
        assert watched(folder) == 1
        assert names(folder / FAULTY) == [name, f"{name}.说明.txt"]
        assert "。" in (folder / FAULTY / f"{name}.说明.txt").read_text(encoding="utf-8")
        assert names(folder) == [DONE, FAULTY]

    def test_paper_that_names_no_case_waits_at_the_desk(self, folder):
        put(folder, "扫描.pdf", b"%PDF-1.4 scanned")
        assert watched(folder) == 0
        assert names(folder / DONE) == ["扫描.pdf"]
        assert IncomingPaper.objects.get().state == "doubtful"

    def test_file_that_is_still_written_to_stays(self, folder):
        put(folder, "台账.xlsx", book(), age=-3600)
        assert watched(folder) == 0
        assert (names(folder), consultations()) == (["台账.xlsx", DONE, FAULTY], 0)

    def test_other_files_links_and_locks_are_left_alone(self, folder, tmp_path):
        put(folder, "说明.txt", b"text")
        put(folder, "~$台账.xlsx", book())
        (folder / "别处.xlsx").symlink_to(put(tmp_path, "外面.xlsx", book()))
        assert watched(folder) == 0
        assert names(folder) == ["~$台账.xlsx", "别处.xlsx", DONE, FAULTY, "说明.txt"]
        assert consultations() == 0

    @pytest.mark.parametrize("user", ["nobody", "yuanxi.leader"])
    def test_who_may_not_import_brings_nothing(self, folder, user):
        put(folder, "台账.xlsx", book())
        assert watched(folder, user) == 2
        assert names(folder) == ["台账.xlsx"]


@pytest.mark.parametrize("fatal", ["ledger_head", "matters_search"])
def test_killed_in_the_middle_it_leaves_all_or_nothing(committed_db, folder, fatal):
    town: Town = found_town()
    put(folder, "台账.xlsx", book())
    before = entries()
    done = run(folder, fatal, committed_db)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert "台账.xlsx" in names(folder), "not finished, so it stays"
    assert (entries() - before, consultations()) in ((0, 0), (2, 2))
    assert watched(folder) == 0
    assert (names(folder / DONE), consultations()) == (["台账.xlsx"], 2)
    assert verify_town(town.id).whole
