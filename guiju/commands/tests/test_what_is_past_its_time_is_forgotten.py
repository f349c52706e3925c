"""Uploads and drafts are deleted after thirty days, in every town; the doctor names what is left, serving does it daily."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest
from django.utils import timezone

from guiju.cli import main
from guiju.commands.doctor import remarks
from guiju.commands.forgetting import PastTime, forget_past_time, past_time
from guiju.commands.serve import Daily
from guiju.exchange.models import ImportBatch
from guiju.kernel.organisation.api import Person
from guiju.web.models import FormDraft
from tests.staffed_towns import found_staffed_town

NOW = timezone.now()
OLD, YOUNG = NOW - dt.timedelta(days=31), NOW - dt.timedelta(days=29)


@pytest.fixture
def kept(db: None) -> None:
    """One upload and one draft of either age in each of two towns."""
    for name in ("town.yaml", "second_town.yaml"):
        town = found_staffed_town(name)
        person = Person.objects.filter(town=town).order_by("id")[0]
        for at in (OLD, YOUNG):
            ImportBatch.objects.create(town=town, person=person, name="示例.xlsx", sha256="0" * 64, made_at=at)
            FormDraft.objects.create(town=town, person=person, path=f"/{at:%d}/", content=b"x", saved_at=at)


@pytest.mark.usefixtures("kept")
def test_old_goes_and_young_stays() -> None:
    assert forget_past_time(NOW) == PastTime(uploads=2, drafts=2)
    assert forget_past_time(NOW) == past_time(NOW) == PastTime(0, 0)
    assert ImportBatch.objects.count() == FormDraft.objects.count() == 2


@pytest.mark.usefixtures("kept")
def test_command_deletes_and_doctor_names_what_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert [line for line in remarks() if "上传 2 份、草稿 2 份" in line and "guiju forget" in line]
    assert main(["forget"]) == 0
    assert "上传 2 份、草稿 2 份" in capsys.readouterr().out
    assert main(["doctor"]) == 0
    assert "草稿" not in capsys.readouterr().out


def ran(daily: Daily) -> None:
    daily.run_when_due()
    if daily.running is not None:
        daily.running.wait()


def test_daily_command_runs_at_the_start_and_again_after_its_period(tmp_path: Path) -> None:
    told = tmp_path / "told"
    words = [sys.executable, "-c", f"open({str(told)!r}, 'a').write('x')"]
    once = Daily(words, {}, period=3600)
    ran(once)
    ran(once)
    assert told.read_text() == "x"
    again = Daily(words, {}, period=0)
    ran(again)
    ran(again)
    assert told.read_text() == "xxx"


def test_daily_command_that_fails_is_tried_again() -> None:
    daily = Daily([sys.executable, "-c", "raise SystemExit(1)"], {}, period=0)
    ran(daily)
    first = daily.running
    ran(daily)
    assert first is not None
    assert daily.running is not first
