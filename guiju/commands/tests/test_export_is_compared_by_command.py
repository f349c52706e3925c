"""guiju reconcile: the line that closes a comparison, and an exit code that is 0 only where nothing is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from guiju.cli import main
from guiju.exchange.reconciling.tests.conftest import TODAY, register_imported
from guiju.kernel.ledger.api import Entry
from samples.superiors_export import OURS, SYSTEM, THEIRS, known_truth, write_book, write_export
from tests.staffed_towns import CLERK, found_staffed_town


def test_exit_code_says_whether_anything_is_open(
    db, settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.GUIJU_TODAY = TODAY.isoformat()
    found_staffed_town()
    truth = known_truth(20)
    register_imported(tmp_path, truth)
    entries = Entry.objects.count()
    asked = ["--as", CLERK, "--register", "mediation", "--system", SYSTEM, "--period", "2022"]
    assert main(["reconcile", str(write_export(tmp_path, truth)), *asked]) == 1
    told = capsys.readouterr().out
    assert f"这里 {len(truth.ours)} 件，{SYSTEM} 20 件" in told
    assert all(number in told for number in truth.left_out | truth.only_there)
    same = write_book(tmp_path / "same.xlsx", OURS, truth.ours)
    assert main(["reconcile", str(same), *asked]) == 0
    assert main(["reconcile", str(same), *asked[:-1], "2022年"]) == 2
    odd = write_book(tmp_path / "odd.xlsx", tuple(f"{name}戊" for name in THEIRS), [])
    assert main(["reconcile", str(odd), *asked[:-1], "2022-06"]) in (1, 2)
    assert Entry.objects.count() == entries
