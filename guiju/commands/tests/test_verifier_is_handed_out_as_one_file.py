"""guiju verifier: one file of the verifier's own sources, the same bytes each time, with the verifier's exit codes."""

from __future__ import annotations

import ast
import zipfile
from pathlib import Path

import pytest

from guiju.cli import main
from guiju.commands.verifier import NAME, verifier_file
from guiju.settings.environment import ROOT
from tests.verified_elsewhere import verified_elsewhere

SOURCES = ROOT / "verifier" / "guiju_verify"
OLDEST_PYTHON = (3, 8)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    assert main(["verifier", "--out", str(tmp_path / "handed")]) == 0
    return tmp_path / "handed" / NAME


def test_it_holds_the_sources_of_the_verifier_and_nothing_else(file: Path) -> None:
    with zipfile.ZipFile(file) as package:
        held = {name: package.read(name) for name in package.namelist() if name != "__main__.py"}
    assert held == {f"guiju_verify/{path.name}": path.read_bytes() for path in SOURCES.glob("*.py")}
    assert [path.name for path in file.parent.iterdir()] == [NAME]


def test_its_sources_are_read_without_unpacking(file: Path) -> None:
    assert (SOURCES / "signatures.py").read_bytes() in file.read_bytes()


def test_it_is_the_same_bytes_each_time(file: Path) -> None:
    assert file.read_bytes() == verifier_file()


def test_command_says_how_it_is_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verifier", "--out", str(tmp_path)]) == 0
    assert "python3 guiju_verify.pyz archive 核验包.zip" in capsys.readouterr().out


def test_its_syntax_is_that_of_an_old_python(file: Path) -> None:
    with zipfile.ZipFile(file) as package:
        for name in package.namelist():
            ast.parse(package.read(name), name, feature_version=OLDEST_PYTHON)


def test_it_leaves_with_the_exit_code_of_the_check(tmp_path: Path) -> None:
    (tmp_path / "ledger.jsonl").write_text('{"origin":"a","root":"b","size":1,"town":1}\n', encoding="utf-8")
    (tmp_path / "other.txt").write_text("示例", encoding="utf-8")
    assert verified_elsewhere(tmp_path, "ledger", "ledger.jsonl")[0] == 1
    code, said = verified_elsewhere(tmp_path, "other.txt")
    assert (code, "这不是卷宗核验包" in said) == (2, True), said
