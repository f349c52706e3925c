"""guiju backup, guiju restore: the whole installation as a folder, its keys in another, and the proof that it is whole."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from guiju.commands.database_copy import must_be_ready, read_copy, write_copy
from guiju.commands.errors import CommandError
from guiju.commands.ledger import write_checkpoint
from guiju.kernel.ledger.api import missing_triggers, sign_checkpoint, verify_town
from guiju.kernel.organisation.api import Town
from guiju.kernel.terms.api import SHANGHAI

CONTENTS, EVIDENCE, CHECKPOINTS = "contents.json", "evidence", "checkpoints"
SESSION_KEY = "session.key"  # made by every command in a new installation; signs sessions, opens nothing
SHOWN = 10


def add_to(subparsers: Any) -> None:
    backup = subparsers.add_parser("backup", help="备份：数据库、证据文件、检查点；密钥另放一处")
    backup.add_argument("folder", type=Path, metavar="文件夹", help="新的文件夹，备份写在里面")
    backup.add_argument("--keys", type=Path, metavar="文件夹", help="另一个新的文件夹，密钥写在里面；两处分开保存")
    backup.set_defaults(run=lambda options: back_up(options.folder, options.keys))
    restore = subparsers.add_parser("restore", help="从备份恢复到空的安装，并核验恢复的是原样")
    restore.add_argument("folder", type=Path, metavar="文件夹", help="guiju backup 写出的文件夹")
    restore.add_argument("--keys", type=Path, metavar="文件夹", help="保存密钥的文件夹；不写用本安装已有的")
    restore.set_defaults(run=lambda options: restored(options.folder, options.keys))


def back_up(folder: Path, keys: Path | None) -> int:
    """Write the backup: checkpoints before the database, evidence after it, so that what rows name is there."""
    if keys is not None and (folder.resolve() in keys.resolve().parents or folder.resolve() == keys.resolve()):
        raise CommandError("密钥不能放在备份里面：两样落到同一个人手里，加密就没有用。请用 --keys 指到别处。", 2)
    for new in (folder, keys):
        if new is not None:
            _new_folder(new)
    now = timezone.now()
    for town in Town.objects.order_by("id"):
        write_checkpoint(town, sign_checkpoint(town.id, town.code, now).note, folder / CHECKPOINTS / f"{town.code}.txt")
    database = write_copy(folder)
    if Path(settings.GUIJU_EVIDENCE).is_dir():
        shutil.copytree(settings.GUIJU_EVIDENCE, folder / EVIDENCE)
    listed = {path.relative_to(folder).as_posix(): _digest(path) for path in _files(folder)}
    made = {"version": version("guiju"), "made_at": f"{now:%Y-%m-%dT%H:%M:%SZ}", "files": listed}
    (folder / CONTENTS).write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    size = sum(path.stat().st_size for path in _files(folder))
    print(f"备份在 {folder}：{database.name}，证据文件 {sum(name.startswith(EVIDENCE) for name in listed):,} 个，")
    print(f"检查点 {sum(name.endswith('.txt') for name in listed)} 个，共 {size / 1e6:,.1f} MB。")
    if keys is None:
        print("没有备份密钥。个人信息是加密的，丢了密钥就打不开：请用 --keys 另存一份，与备份分开保管。")
    else:
        for path in _files(Path(settings.GUIJU_KEYS)):
            shutil.copy2(path, keys / path.name)
        print(f"密钥在 {keys}，请与备份分开保管。")
    return 0


def _new_folder(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CommandError(f"{folder} 已经有东西了，没有动它。请换一个新的文件夹，例如以日期为名。", 2)
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def restored(folder: Path, keys: Path | None) -> int:
    """Fill an empty installation from a backup, then check triggers and every town's record; 1 where something differs."""
    made = _contents(folder)
    damaged = [name for name, digest in made["files"].items() if not _same(folder / name, digest)]
    if damaged:
        named = "、".join(damaged[:SHOWN])
        raise CommandError(f"备份里有 {len(damaged)} 个文件缺了或者变了，没有恢复：{named}。请换另一份备份。")
    must_be_ready(folder)
    evidence = Path(settings.GUIJU_EVIDENCE)
    if evidence.is_dir() and any(evidence.iterdir()):
        raise CommandError(f"{evidence} 里已经有证据文件，没有动它。请用 GUIJU_HOME 另指一处空的，再恢复。", 2)
    _place_keys(keys)
    read_copy(folder)
    if (folder / EVIDENCE).is_dir():
        shutil.copytree(folder / EVIDENCE, evidence, dirs_exist_ok=True)
    when = dt.datetime.fromisoformat(made["made_at"]).astimezone(SHANGHAI)
    print(f"已恢复 {when:%Y年%-m月%-d日 %H:%M} 的备份（程序 {made['version']} 版），证据文件的摘要都一致。")
    return _proved(folder)


def _contents(folder: Path) -> dict[str, Any]:
    if not (folder / CONTENTS).exists():
        raise CommandError(f"{folder} 不是完整的备份：没有 {CONTENTS}。请指到 guiju backup 写出的文件夹。", 2)
    contents: dict[str, Any] = json.loads((folder / CONTENTS).read_text(encoding="utf-8"))
    return contents


def _same(path: Path, digest: str) -> bool:
    return path.is_file() and _digest(path) == digest


def _place_keys(keys: Path | None) -> None:
    """Put the kept keys in their place; a key that is there and differs is never overwritten."""
    own = Path(settings.GUIJU_KEYS)
    if keys is not None:
        own.mkdir(parents=True, exist_ok=True, mode=0o700)
        for path in _files(keys):
            target = own / path.name
            if target.exists() and target.read_bytes() != path.read_bytes() and path.name != SESSION_KEY:
                raise CommandError(f"{target} 是另一个密钥，没有动它。请用 GUIJU_HOME 另指一处空的，再恢复。", 2)
            shutil.copy2(path, target)
            target.chmod(0o600)
    if not list(own.glob("private-*.key")):
        raise CommandError(f"{own} 里没有密钥，恢复了也打不开个人信息。请用 --keys 指明保存密钥的文件夹。", 2)


def _proved(folder: Path) -> int:
    missing = missing_triggers()
    if missing:
        raise CommandError(f"恢复的库里少了触发器：{'、'.join(missing)}。请换另一份备份恢复。")
    differing = 0
    for town in Town.objects.order_by("id"):
        note = folder / CHECKPOINTS / f"{town.code}.txt"
        key = note.with_suffix(".pub").read_text(encoding="utf-8")
        result = verify_town(town.id, note=note.read_text(encoding="utf-8"), verifier_key=key)
        differing += len(result.mismatches)
        said = "一致，从备份时的检查点接续而来" if result.whole else f"{len(result.mismatches):,} 处不符"
        print(f"{town.name}：条目 {result.entries:,} 条，表里 {result.rows:,} 行，{said}。")
        for mismatch in result.mismatches[:SHOWN]:
            print(f"  不符：{mismatch}")
    if differing:
        print("恢复的与备份时的记录不符，不要使用。请换另一份备份。")
    return 1 if differing else 0
