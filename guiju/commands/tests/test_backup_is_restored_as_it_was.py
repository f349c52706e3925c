"""guiju backup and restore: another installation holds the same record and opens what was private; damage is told."""

from __future__ import annotations

import shutil

import pytest

from guiju.cli import main
from guiju.kernel.evidence.api import keep
from guiju.kernel.ledger.api import PrivateValue, open_values
from tests.example_mechanism.towns import command_moment, found_town, opened_case, unit_of
from tools.database_copies import default_connection_to

NAME = "示例甲"


@pytest.fixture
def kept(committed_db, tmp_path):
    """A backup of a town with a case and a file, and the keys apart from it."""
    if committed_db.vendor == "postgresql" and shutil.which("pg_dump") is None:
        pytest.skip("pg_dump is not on this machine")
    town = found_town("qingtan")
    opened_case(command_moment(town), unit_of(town), names=[NAME])
    keep(b"%PDF-1.4 a scan")
    backup, keys = tmp_path / "backup", tmp_path / "keys"
    assert main(["backup", str(backup), "--keys", str(keys)]) == 0
    assert not [path for path in backup.rglob("*") if path.suffix == ".key"]
    return backup, keys


@pytest.fixture
def elsewhere(kept, committed_db, database_template, tmp_path, settings):
    """An empty installation: a folder and a database of its own, to which commands go from now on."""
    settings.GUIJU_HOME = tmp_path / "elsewhere"
    settings.GUIJU_KEYS, settings.GUIJU_EVIDENCE = settings.GUIJU_HOME / "keys", settings.GUIJU_HOME / "evidence"
    if committed_db.vendor == "sqlite":
        with default_connection_to(str(settings.GUIJU_HOME / "guiju.sqlite3")):
            yield settings.GUIJU_HOME
        return
    name = f"{committed_db.name}_restored"
    database_template.create(name, source="template0")
    with default_connection_to(name):
        yield settings.GUIJU_HOME
    database_template.drop(name)


def files_in(folder):
    """The files below a folder with their bytes; other tests of the run keep theirs in the same store."""
    return [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]


def test_backup_is_restored_proved_and_opened_elsewhere(kept, elsewhere, capsys):
    backup, keys = kept
    assert main(["restore", str(backup)]) == 2
    assert "恢复了也打不开个人信息" in capsys.readouterr().err
    assert main(["restore", str(backup), "--keys", str(keys)]) == 0
    said = capsys.readouterr().out
    assert "青潭镇：条目 2 条" in said
    assert "一致，从备份时的检查点接续而来" in said
    assert NAME in open_values(PrivateValue.objects.values_list("pk", flat=True)).values()
    assert files_in(elsewhere / "evidence") == files_in(backup / "evidence") != []
    assert main(["restore", str(backup), "--keys", str(keys)]) == 2
    assert "不是空的，没有动它" in capsys.readouterr().err


def test_damaged_backup_is_named_and_not_restored(kept, capsys):
    backup, keys = kept
    next((backup / "checkpoints").glob("*.pub")).write_text("changed", encoding="utf-8")
    assert main(["restore", str(backup), "--keys", str(keys)]) == 1
    assert "1 个文件缺了或者变了，没有恢复：checkpoints/qingtan.pub" in capsys.readouterr().err
    (backup / "contents.json").unlink()
    assert main(["restore", str(backup)]) == 2
    assert main(["backup", str(backup)]) == 2
    assert "已经有东西了，没有动它" in capsys.readouterr().err


def test_keys_are_not_put_into_the_backup(committed_db, tmp_path, capsys):
    assert main(["backup", str(tmp_path / "new"), "--keys", str(tmp_path / "new" / "keys")]) == 2
    assert "密钥不能放在备份里面" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
