"""guiju archive: the package by number, in somebody's name; what is wrong is one sentence."""

from __future__ import annotations

import pytest
from django.utils import timezone

from guiju.cli import main
from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter
from tests.staffed_towns import CLERK, LEADER, MEDIATOR, found_staffed_town, matter_of, send, signed_in, unit_id
from verifier import guiju_verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def matter():
    town, client = found_staffed_town(), signed_in(CLERK)
    values = {"unit": unit_id(town), "applicant": "示例甲", "respondent": "示例乙"}
    key = matter_of(send(client, "/register/mediation/file/", **values))
    matter_of(send(client, f"/matters/{key}/steps/accept/", accepted_on=timezone.localdate().isoformat()))
    return Matter.objects.get(id=key)


def archive(out, number, user, *words):
    return main(["archive", number, "--as", user, "--out", str(out), *words])


def test_package_is_written_under_the_number(matter, tmp_path, capsys):
    assert archive(tmp_path / "out", matter.number, MEDIATOR, "--reason", "送人民法院") == 0
    assert f"{matter.number}.zip" in capsys.readouterr().out
    path = tmp_path / "out" / f"{matter.number}.zip"
    assert guiju_verify.main([str(path)]) == 0
    assert '"reason":"送人民法院"' in Entry.objects.latest("index").body
    assert [found.suffix for found in path.parent.iterdir() if found.suffix == ".part"] == []


def test_matter_is_also_found_by_its_key(matter, tmp_path):
    assert archive(tmp_path, f"第 {matter.id} 件", CLERK) == 0
    assert (tmp_path / f"{matter.number}.zip").exists()


@pytest.mark.parametrize(
    ("number", "user", "said"),
    [
        ("无此编号", CLERK, "没有编号为“无此编号”的事项"),
        ("", "nobody", "“nobody”不是"),
        ("", LEADER, "您的岗位不能制作"),
        ("", "dongpu", "由别的单位办理"),
    ],
)
def test_what_is_wrong_is_said_and_leaves_nothing(matter, tmp_path, capsys, number, user, said):
    entries = Entry.objects.count()
    assert archive(tmp_path, number or matter.number, user) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    assert Entry.objects.count() == entries
