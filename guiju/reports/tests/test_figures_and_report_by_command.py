"""`guiju figures` and `guiju report` as a person types them."""

import datetime as dt
import json
from pathlib import Path

import pytest

from guiju.cli import main
from guiju.kernel.ledger.api import head_of
from guiju.reports.api import load_report
from guiju.reports.tests.made_town import MadeTown

OCTOBER = dt.date(2022, 10, 10)


def _report(folder: Path, *more: str) -> int:
    return main(["report", "--year", "2022", "--out", str(folder), *more])


def test_figures_as_json_take_the_first_town(town: MadeTown, capsys: pytest.CaptureFixture[str]) -> None:
    town.consult(OCTOBER, attendances=6)
    assert main(["figures", "--year", "2022", "--json"]) == 0
    told = {each["id"]: each for each in json.loads(capsys.readouterr().out)}
    assert told["legal_service.station_consultations"]["value"] == 6


def test_figures_as_a_table_name_value_cutoff_and_completeness(
    town: MadeTown, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["figures", "--year", "2022", "--town", "shili", "--as-of", "2022-06-30"]) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("示例镇 2022年的数字", "公共法律服务体系", "1+0+1", "2022-06-30", "未设报送"))


def test_an_unknown_town_is_answered_with_the_known_ones(town: MadeTown, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "--year", "2022", "--town", "nowhere"]) == 2
    assert "shili" in capsys.readouterr().err


def test_a_day_outside_the_year_is_refused(town: MadeTown, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "--year", "2022", "--as-of", "2021-06-30"]) == 2
    assert "不在2022年内" in capsys.readouterr().err


def test_a_report_is_written_without_locking(
    town: MadeTown, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    size = head_of(town.town.id).size
    assert _report(tmp_path) == 0
    assert (tmp_path / "report-2022.pdf").is_file()
    assert "还没有锁定" in capsys.readouterr().out
    assert head_of(town.town.id).size == size


def test_a_lock_waits_for_the_units_that_answer(
    town: MadeTown, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _report(tmp_path, "--lock", "--as", "shili.clerk") == 2
    assert "没有核对完，不能锁定" in capsys.readouterr().err
    assert load_report(town.town.id, 2022).locked is None


def test_the_second_lock_says_same_and_adds_nothing(
    town: MadeTown, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    town.confirm()
    assert _report(tmp_path, "--lock", "--as", "shili.clerk") == 0
    size = head_of(town.town.id).size
    capsys.readouterr()
    assert _report(tmp_path, "--lock", "--as", "shili.clerk") == 0
    assert "same" in capsys.readouterr().out
    assert head_of(town.town.id).size == size


def test_a_lock_with_differences_is_refused_and_names_them(
    town: MadeTown, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    town.confirm()
    _report(tmp_path, "--lock", "--as", "shili.clerk")
    town.consult(OCTOBER)
    size = head_of(town.town.id).size
    capsys.readouterr()
    assert _report(tmp_path, "--lock", "--as", "shili.clerk") == 1
    told = capsys.readouterr()
    assert f"新计入 示公服咨〔2022〕1号（2022-10-10），条目 #{size - 1}" in told.out
    assert "不能再锁" in told.err
    assert head_of(town.town.id).size == size


@pytest.mark.parametrize(
    ("user", "said"), [((), "--as"), (("--as", "nobody"), "nobody"), (("--as", "shili.villager"), "没有这样的岗位")]
)
def test_locking_needs_somebody_who_may(
    town: MadeTown, tmp_path: Path, capsys: pytest.CaptureFixture[str], user: tuple[str, ...], said: str
) -> None:
    size = head_of(town.town.id).size
    assert _report(tmp_path, "--lock", *user) == 2
    assert said in capsys.readouterr().err
    assert head_of(town.town.id).size == size
    assert not list(tmp_path.iterdir())


def test_a_locked_year_is_not_counted_for_another_day(
    town: MadeTown, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    town.confirm()
    _report(tmp_path, "--lock", "--as", "shili.clerk")
    capsys.readouterr()
    assert _report(tmp_path, "--as-of", "2022-06-30") == 0
    assert "已经锁定的年份不按 2022-06-30 重新数" in capsys.readouterr().out
