"""An archive is made by those who keep the file, with an entry of what left and why; the same entries, the same bytes."""

from __future__ import annotations

import io
import json

import pytest

from guiju.exchange.archive.api import ArchiveError, make_archive
from guiju.exchange.archive.package import Package
from guiju.exchange.archive.tests.conftest import Matter as Mediation
from guiju.kernel.evidence.api import Evidence
from guiju.kernel.ledger.api import Entry, PrivateValue, insert_rows, verify_town
from guiju.kernel.matters.api import Label, Matter, Party
from guiju.kernel.organisation.api import ROLES, Acting, HeldPost
from guiju.kernel.procedure.api import NotAllowed, moment_for
from verifier import guiju_verify


def acting(desk, role):
    unit = desk.unit("林泉村")
    return Acting(desk.town.id, desk.town.code, "person:1", "示例某人", 1, (HeldPost(role, unit, ROLES[role].label),))


def told(opened, data, name):
    return [json.loads(line) for line in opened(data).read(name).decode().split("\n")[:-1]]


def test_entry_says_which_values_left_and_why(matter):
    matter.archive()
    entry = Entry.objects.latest("index")
    assert (entry.kind, entry.matter_id) == ("export", matter.key)
    body = json.loads(entry.body)
    assert body["reason"] == "立卷归档"
    first, second = Party.objects.filter(matter_id=matter.key).order_by("id")
    fields = body["note"]["fields"]
    assert f"matters_party.{second.id}.name" in fields
    assert f"matters_party.{first.id}.name" not in fields, "an erased value cannot leave"
    assert sum(field.startswith("documents_document.") for field in fields) == 3
    assert verify_town(matter.desk.town.id).whole


def test_package_ends_with_its_own_entry_under_its_checkpoint(matter, opened):
    data = matter.archive()
    manifest = json.loads(opened(data).read("manifest.json"))
    lines = told(opened, data, "entries.jsonl")
    assert lines[-1]["entry"]["kind"] == "export"
    assert lines[-1]["entry"]["index"] == manifest["entry"] == manifest["checkpoint"] - 1
    assert manifest["procedure"]["version"] == matter.snapshot.matter["procedure_version"]
    assert manifest["rulepacks"]["names"][0] == "cn"
    assert manifest["made_on"] == "2026-03-12"


def test_files_are_named_by_running_numbers_and_the_index_tells_the_rest(matter, opened):
    file = opened(matter.archive())
    index = json.loads(file.read("index.json"))
    titles = [item["title"] for item in index["items"]]
    assert titles[:2] == ["人民调解受理登记表", "当事人权利义务告知书"]
    assert titles[4:] == ["谷雨家门口的水沟", "签了字的协议书", "录音"]
    assert index["items"][3]["remark"] == "仅有纸件"
    assert (index["counts"]["documents"], index["counts"]["evidence"]) == (4, 3)
    assert not [name for name in file.namelist() if not name.isascii()]


def test_clear_text_stands_only_in_openings_index_and_papers(matter, opened):
    file = opened(matter.archive())
    for name in ("entries.jsonl", "findings.json", "manifest.json", "proofs.jsonl"):
        assert "夏至" not in file.read(name).decode(), name
    assert "夏至" in file.read("openings.jsonl").decode()
    assert "夏至" in file.read("documents/0001.json").decode()


def test_erased_value_is_named_with_the_entry_that_erased_it(matter, opened):
    party = Party.objects.filter(matter_id=matter.key).order_by("id")[0]
    (gone,) = [line for line in told(opened, matter.archive(), "openings.jsonl") if "erased" in line]
    erasure = Entry.objects.get(kind="erasure")
    assert (gone["key"], gone["field"], gone["commitment"]) == (party.id, "name", party.name)
    assert gone["erased"] == erasure.index


def test_same_members_are_the_same_bytes(matter):
    day = matter.desk.moment.today
    files = []
    for _ in range(2):
        target = io.BytesIO()
        with Package(target, day) as package:
            package.add_json("a.json", {"b": 1})
            package.add_lines("c.jsonl", ["1", "2"])
        files.append(target.getvalue())
    assert files[0] == files[1]


def test_archives_made_after_one_another_differ_by_their_entry_alone(matter, opened):
    first, second = opened(matter.archive()), opened(matter.archive())
    same = [name for name in first.namelist() if first.read(name) == second.read(name)]
    assert first.namelist() == second.namelist()
    assert {"documents/0001.pdf", "evidence/0005.png", "findings.json", "index.json", "openings.jsonl"} <= set(same)


@pytest.mark.parametrize("role", ["leader", "legal_adviser", "district_viewer", "system_admin"])
def test_post_that_keeps_no_files_takes_none_out(matter, role):
    moment = moment_for(acting(matter.desk, role), matter.desk.now)
    entries = Entry.objects.count()
    with pytest.raises(NotAllowed, match="您的岗位不能制作"):
        make_archive(matter.snapshot, moment, io.BytesIO(), reason="立卷归档")
    assert Entry.objects.count() == entries


def test_reason_is_asked_for(matter):
    with pytest.raises(NotAllowed, match="写明用途"):
        make_archive(matter.snapshot, matter.desk.moment, io.BytesIO(), reason=" ")


def test_work_secret_does_not_leave(matter):
    snapshot = matter.snapshot
    snapshot.matter["label"] = Label.WORK_SECRET
    with pytest.raises(NotAllowed, match="工作秘密"):
        make_archive(snapshot, matter.desk.moment, io.BytesIO(), reason="立卷归档")


def test_missing_file_is_said_before_anything_is_written(matter, settings, tmp_path):
    settings.GUIJU_EVIDENCE = tmp_path
    entries = Entry.objects.count()
    with pytest.raises(ArchiveError, match="有 3 件材料的文件不在证据文件夹里"):
        matter.archive()
    assert Entry.objects.count() == entries


def test_later_matter_of_the_same_number_series_has_its_archive(matter, tmp_path):
    later = Mediation(matter.desk, matter.desk.agreed())
    path = tmp_path / "a.zip"
    path.write_bytes(later.archive())
    assert guiju_verify.main([str(path)]) == 0


def test_entry_that_is_not_what_was_hashed_stops_it(matter):
    row = Entry.objects.filter(matter_id=matter.key).values().latest("index")
    insert_rows(Entry, [row | {"id": row["id"] + 1000, "index": row["index"] + 1000, "leaf": "0" * 64}])
    with pytest.raises(ArchiveError, match="留痕前后对不上"):
        matter.archive()


def test_value_that_is_gone_without_an_erasure_stops_it(matter):
    second = Party.objects.filter(matter_id=matter.key).order_by("id")[1]
    kept = PrivateValue.objects.filter(commitment=second.name)
    kept.update(ciphertext=None)
    with pytest.raises(ArchiveError, match="也没有删除的留痕"):
        matter.archive()


def test_rows_changed_behind_the_record_do_not_come_into_it(matter, opened):
    Evidence.objects.filter(matter_id=matter.key).update(media_type="image/jpeg")
    Matter.objects.filter(id=matter.key).update(title="改过的题目")
    file = opened(matter.archive())
    assert json.loads(file.read("manifest.json"))["matter"]["title"] == "林泉村：邻里纠纷"
    assert "evidence/0006.pdf" in file.namelist()
