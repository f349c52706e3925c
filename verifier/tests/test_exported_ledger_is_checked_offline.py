"""The verifier against files as the program writes them: whole, and with every manner of change."""

from __future__ import annotations

import pytest

from guiju.cli import main as guiju
from guiju.kernel.ledger.api import Frontier, canonical_json, leaf_hash
from guiju.kernel.matters.api import Label, Matter
from tests.example_mechanism.towns import command_moment, found_town, opened_case, take, unit_of
from tests.verified_elsewhere import verified_elsewhere
from verifier import guiju_verify
from verifier.guiju_verify.ledger import BODY_FROM

pytestmark = pytest.mark.django_db
CASES = 6


@pytest.fixture
def town():
    town = found_town()
    moment = command_moment(town)
    cases = [opened_case(moment, unit_of(town), names=[f"示例{n}"]).matter for n in range(CASES)]
    take(cases[0], moment, "collect")
    return town


@pytest.fixture
def files(town, tmp_path, capsys):
    """Ledger, checkpoint and key as files."""
    paths = tmp_path / "ledger.jsonl", tmp_path / "checkpoint.txt", tmp_path / "checkpoint.pub"
    assert guiju(["checkpoint", "--out", str(paths[1])]) == 0
    assert guiju(["ledger", "export", "--out", str(paths[0])]) == 0
    capsys.readouterr()
    return paths


def check(files, *more):
    ledger, checkpoint, key = map(str, files)
    return guiju_verify.main(["ledger", ledger, "--checkpoint", checkpoint, "--key", key, *more])


def changed(files, edit):
    lines = files[0].read_text(encoding="utf-8").splitlines()
    files[0].write_text("\n".join(edit(lines)) + "\n", encoding="utf-8")


def test_whole_ledger_agrees_with_its_checkpoint(files, capsys):
    assert check(files) == 0
    said = capsys.readouterr().out
    assert f"guiju/qingtan：{CASES + 2} 条" in said
    assert "与 1 个检查点相符" in said


def test_without_checkpoint_it_says_what_it_cannot_see(files, capsys):
    assert guiju_verify.main(["ledger", str(files[0])]) == 0
    assert "如果有人把最后的条目拿掉" in capsys.readouterr().out


def test_it_runs_as_one_file_without_anything_installed(files):
    ledger, checkpoint, key = (path.name for path in files)
    code, said = verified_elsewhere(files[0].parent, "ledger", ledger, "--checkpoint", checkpoint, "--key", key)
    assert code == 0, said
    assert "与 1 个检查点相符" in said


def test_ledger_that_grew_still_holds_the_older_checkpoint(files, town):
    opened_case(command_moment(town), unit_of(town))
    guiju(["ledger", "export", "--out", str(files[0])])
    assert check(files) == 0


def _other_word(lines):
    return [line.replace("示例案件", "别的案件") for line in lines]


@pytest.mark.parametrize(
    "edit, said",
    [
        (_other_word, "的内容与摘要不符"),
        (lambda lines: lines[:3] + lines[4:], "的位置上是 #3：少了、多了或者换了次序"),
        (lambda lines: [*lines[:3], lines[4], lines[3], *lines[5:]], "的位置上是 #3：少了、多了或者换了次序"),
        (lambda lines: [*lines[:3], lines[3], *lines[3:]], "的位置上是 #2：少了、多了或者换了次序"),
        (lambda lines: lines[:-1], f"检查点有 {CASES + 2} 条，文件里只有 {CASES + 1} 条：尾部被去掉了"),
        (lambda lines: [lines[0].replace("guiju/qingtan", "guiju/linxi"), *lines[1:]], "检查点是“guiju/qingtan”的"),
        (lambda lines: [line.replace('"town":', '"town":1') for line in lines[:1]] + lines[1:], "是另一个镇的"),
    ],
    ids=["changed", "removed", "reordered", "doubled", "tail removed", "of another town", "entries of another town"],
)
def test_every_manner_of_change_is_named(files, capsys, edit, said):
    changed(files, edit)
    assert check(files) == 1
    assert said in capsys.readouterr().out


def test_ledger_rewritten_with_its_hashes_does_not_match_the_checkpoint(files, town, tmp_path, capsys):
    """Somebody who holds the database writes another history, in itself whole, and exports it."""
    frontier, written = Frontier(), []
    for line in files[0].read_text(encoding="utf-8").splitlines()[1:]:
        body = line[BODY_FROM:-1].replace("示例案件", "别的案件")
        leaf = leaf_hash(body.encode())
        frontier.append(leaf)
        written.append(f'{{"leaf":"{leaf.hex()}","entry":{body}}}')
    heading = {"guiju_ledger": 1, "origin": "guiju/qingtan", "root": frontier.root().hex(), "size": frontier.size}
    heading["town"] = town.id
    other = tmp_path / "other.jsonl"
    other.write_text("\n".join([canonical_json(heading), *written]) + "\n", encoding="utf-8")
    assert guiju_verify.main(["ledger", str(other)]) == 0
    assert check([other, *files[1:]]) == 1
    assert f"前 {CASES + 2} 条的根摘要与检查点的不符" in capsys.readouterr().out


def test_work_secret_matters_leave_only_their_digests(files, town, capsys):
    secret = Matter.objects.filter(town=town).order_by("id").first()
    Matter.objects.filter(id=secret.id).update(label=Label.WORK_SECRET)
    guiju(["ledger", "export", "--out", str(files[0])])
    assert f'"k":{secret.id},' not in files[0].read_text(encoding="utf-8")
    capsys.readouterr()
    assert check(files) == 0
    assert "其中 2 条只有摘要" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text, said",
    [
        ("", "首行不是"),
        ("[]\n", "首行不是"),
        ('{"origin":"a","root":"b","size":1,"town":1}\nabc\n', "第 2 行不是导出的条目"),
    ],
)
def test_file_that_is_no_ledger_is_said(tmp_path, capsys, text, said):
    path = tmp_path / "other.txt"
    path.write_text(text, encoding="utf-8")
    assert guiju_verify.main(["ledger", str(path)]) == 2
    assert said in capsys.readouterr().err


def test_missing_file_and_missing_key_are_said(files, capsys):
    for words in (["ledger", f"{files[0]}.none"], [f"{files[0]}.none"]):
        assert guiju_verify.main(words) == 2
        assert "没有这个文件" in capsys.readouterr().err
    assert guiju_verify.main(["ledger", str(files[0]), "--checkpoint", str(files[1])]) == 2
    assert "请加 --key" in capsys.readouterr().err


@pytest.mark.parametrize("at", [1, 2])
def test_edited_checkpoint_or_key_is_refused(files, capsys, at):
    text = files[at].read_text(encoding="utf-8")
    files[at].write_text(
        text.replace(f"\n{CASES + 2}\n", "\n7\n") if at == 1 else text.replace("+", "+0", 1), encoding="utf-8"
    )
    assert check(files) == 2
    assert ("签名不符" if at == 1 else "编号与公钥不符") in capsys.readouterr().err
