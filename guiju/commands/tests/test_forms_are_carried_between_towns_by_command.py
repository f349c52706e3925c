"""guiju form: the sample town's forms are listed, one is carried to a file and loaded by another town."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import timezone

from guiju.cli import main
from guiju.commands.demo_forms import keep_sample_forms
from guiju.exchange.superiors_forms.api import forms_of, mapping_of
from guiju.kernel.organisation.api import acting_for_user
from guiju.kernel.procedure.api import moment_for
from tests.staffed_towns import CLERK, described, found_staffed_town, user_of

pytestmark = pytest.mark.django_db
NAME = "矛盾纠纷排查化解情况月报表"


def test_form_goes_from_town_to_town_as_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = found_staffed_town(), found_staffed_town("second_town.yaml")
    acting = acting_for_user(user_of(CLERK).pk, timezone.localdate())
    assert acting is not None
    for _ in range(2):
        keep_sample_forms(moment_for(acting, timezone.now()), tmp_path)
    assert forms_of(first.id).count() == 6
    assert main(["form", "list", "--town", first.code]) == 0
    assert NAME in capsys.readouterr().out
    file = tmp_path / "form.zip"
    assert main(["form", "export", NAME, str(file), "--town", first.code]) == 0
    clerk = next(user["login"] for user in described("second_town.yaml")["users"] if _sets_up(user["login"]))
    assert main(["form", "load", str(file), "--as", clerk]) == 0
    (told,) = forms_of(second.id)
    assert mapping_of(told) == mapping_of(forms_of(first.id).get(name=NAME))
    assert main(["form", "load", str(file), "--as", clerk]) == 2
    assert NAME in capsys.readouterr().err


def _sets_up(login: str) -> bool:
    acting = acting_for_user(user_of(login).pk, timezone.localdate())
    return acting is not None and acting.sees_town and acting.may("imports")


def test_what_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    town = found_staffed_town()
    assert main(["form", "export", "没有的表", str(tmp_path / "x.zip"), "--town", town.code]) == 2
    assert "没有“没有的表”这张表" in capsys.readouterr().err
    (tmp_path / "no.zip").write_bytes(b"no zip")
    assert main(["form", "load", str(tmp_path / "no.zip"), "--as", CLERK]) == 2
    assert "不是从本系统导出的表" in capsys.readouterr().err
