"""guiju verify: exit code and words for a whole record, for what differs, and beside a checkpoint kept outside."""

from __future__ import annotations

import pytest

from guiju.cli import main
from guiju.kernel.ledger.api import Entry, insert_rows
from guiju.kernel.matters.api import Matter, Participation
from guiju.kernel.organisation.api import Town
from tests.example_mechanism.towns import command_moment, found_town, opened_case, unit_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def towns():
    found = [found_town("qingtan"), found_town("linxi")]
    for town in found:
        opened_case(command_moment(town), unit_of(town), names=["示例甲"])
    return found


def verify(capsys, *words):
    code = main(["verify", *words])
    return code, capsys.readouterr().out


def test_whole_record_says_so_and_what_it_cannot_see(towns, capsys):
    code, said = verify(capsys)
    assert code == 0
    assert said.count("一致。没有对照在外保存的检查点") == 2
    assert said.index("青潭镇：条目 2 条") < said.index("临溪镇：条目 2 条")


def test_changed_field_is_named_with_both_values(towns, capsys):
    matter = Matter.objects.get(town=towns[1])
    Matter.objects.filter(id=matter.id).update(title="改过的题目")
    code, said = verify(capsys)
    assert code == 1
    assert f"不符：事项 {matter.id}，matters_matter {matter.id} 的 title：记录为 示例案件，现为 改过的题目" in said
    assert "共 1 处不符。" in said
    assert verify(capsys, "--town", "qingtan")[0] == 0
    assert verify(capsys, "--town", "linxi")[0] == 1


def test_town_whose_row_was_taken_away_is_still_verified(towns, capsys):
    row = Town.objects.values().get(id=towns[1].id)
    Town.objects.filter(id=towns[1].id)._raw_delete("default")
    code, said = verify(capsys)
    assert code == 1
    assert f"机构表里没有的镇（{towns[1].id}）" in said
    assert f"organisation_town {towns[1].id}：账上有，表里没有" in said
    insert_rows(Town, [row])  # the test's own end looks at references
    assert verify(capsys)[0] == 0


def test_row_of_a_town_that_never_was_is_found(towns, capsys):
    day = command_moment(towns[0]).today
    row = {"id": 5, "town_id": 777, "matter_id": 1, "capacity": "legal_adviser", "joined_on": day}
    insert_rows(Participation, [row])
    code, said = verify(capsys)
    assert code == 1
    assert "matters_participation 5：没有条目说明这一行从哪里来" in said
    Participation.objects.filter(id=5)._raw_delete("default")


def test_many_differences_are_counted_and_the_first_ones_listed(towns, capsys):
    moment = command_moment(towns[0])
    for _ in range(55):
        opened_case(moment, unit_of(towns[0]))
    Matter.objects.filter(town=towns[0]).update(title="改")
    code, said = verify(capsys, "--town", "qingtan")
    assert code == 1
    assert said.count("  不符：") == 50
    assert "还有 6 处不符没有列出。" in said
    assert "共 56 处不符。" in said


def test_checkpoint_that_was_written_out_is_extended(towns, capsys, tmp_path):
    file = tmp_path / "checkpoint.txt"
    assert main(["checkpoint", "--town", "qingtan", "--out", str(file)]) == 0
    opened_case(command_moment(towns[0]), unit_of(towns[0]))
    code, said = verify(capsys, "--town", "qingtan", "--checkpoint", str(file))
    assert code == 0
    assert "从第 2 条的检查点接续而来" in said


@pytest.mark.parametrize("missing", ["checkpoint.txt", "checkpoint.pub"])
def test_checkpoint_without_file_or_key_is_said(towns, capsys, tmp_path, missing):
    file = tmp_path / "checkpoint.txt"
    main(["checkpoint", "--town", "qingtan", "--out", str(file)])
    (tmp_path / missing).unlink()
    assert main(["verify", "--town", "qingtan", "--checkpoint", str(file)]) == 2
    assert missing in capsys.readouterr().err


def test_checkpoint_that_was_edited_does_not_open(towns, capsys, tmp_path):
    file = tmp_path / "checkpoint.txt"
    main(["checkpoint", "--town", "qingtan", "--out", str(file)])
    file.write_text(file.read_text(encoding="utf-8").replace("\n2\n", "\n1\n"), encoding="utf-8")
    code, said = verify(capsys, "--town", "qingtan", "--checkpoint", str(file))
    assert code == 1
    assert "检查点的签名不符" in said


def test_verification_is_recorded_only_when_asked_and_the_entries_are_whole(towns, capsys):
    verify(capsys, "--town", "qingtan")
    assert not Entry.objects.filter(kind="verification").exists()
    verify(capsys, "--town", "qingtan", "--record")
    assert Entry.objects.get(kind="verification").town_id == towns[0].id
    assert verify(capsys, "--town", "qingtan")[0] == 0
