"""guiju verify, guiju checkpoint: the record, checked and signed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.utils import timezone

from guiju.commands.errors import CommandError
from guiju.commands.towns import add_town_option, chosen_town
from guiju.kernel.ledger.api import sign_checkpoint, signer_for, towns_on_record, verify_town
from guiju.kernel.organisation.api import Town, acting_as_command
from guiju.kernel.procedure.api import apply, concerned_matters, plan_verification
from guiju.kernel.terms.api import legal_today

SHOWN = 50


def add_to(subparsers: Any) -> None:
    verify = subparsers.add_parser("verify", help="核验：条目、表里的每一行、个人信息保管库")
    add_town_option(verify)
    verify.add_argument("--checkpoint", type=Path, metavar="文件", help="在外面保存的检查点")
    verify.add_argument("--key", type=Path, metavar="文件", help="检查点的公钥；不写取检查点旁边的 .pub")
    verify.add_argument("--record", action="store_true", help="把这次核验记入留痕")
    verify.set_defaults(run=_verify)
    checkpoint = subparsers.add_parser("checkpoint", help="签一个检查点")
    add_town_option(checkpoint)
    checkpoint.add_argument("--out", type=Path, metavar="文件", help="写到文件，公钥写在旁边")
    checkpoint.set_defaults(run=_checkpoint)


def _key_beside(options: argparse.Namespace) -> str:
    path = options.key or options.checkpoint.with_suffix(".pub")
    if not path.exists():
        raise CommandError(f"找不到检查点的公钥文件 {path}；用 --key 指明。", 2)
    return str(path.read_text(encoding="utf-8"))


def _verify(options: argparse.Namespace) -> int:
    note = key = None
    if options.checkpoint:
        if not options.checkpoint.exists():
            raise CommandError(f"找不到检查点文件 {options.checkpoint}。", 2)
        note, key = options.checkpoint.read_text(encoding="utf-8"), _key_beside(options)
    towns = [chosen_town(options.town).id] if options.town or note else towns_on_record()
    known = Town.objects.in_bulk(towns)
    code = 0
    for key_of_town in towns:
        town = known.get(key_of_town)
        result = verify_town(key_of_town, note=note, verifier_key=key)
        name = town.name if town else f"机构表里没有的镇（{key_of_town}）"
        print(f"{name}：条目 {result.entries:,} 条，表里 {result.rows:,} 行，个人信息 {result.private_values:,} 项。")
        for mismatch in result.mismatches[:SHOWN]:
            print(f"  不符：{mismatch}")
        if len(result.mismatches) > SHOWN:
            print(f"  还有 {len(result.mismatches) - SHOWN:,} 处不符没有列出。")
        print(_verdict(result, note is not None))
        if options.record and town and result.tree_whole:
            now = timezone.now()
            acting, concerned = acting_as_command(town, "verify"), concerned_matters(result)
            apply([plan_verification(acting, result, concerned, legal_today(now))], now)
        code = code or (0 if result.whole else 1)
    return code


def _verdict(result: Any, with_checkpoint: bool) -> str:
    if not result.whole:
        return f"  共 {len(result.mismatches):,} 处不符。"
    if with_checkpoint:
        return f"  一致。账上条目从第 {result.checkpoint.size:,} 条的检查点接续而来。"
    return "  一致。没有对照在外保存的检查点：如果有人把最后的条目连同表里的行一起拿掉，这样看不出来。"


def _checkpoint(options: argparse.Namespace) -> int:
    town = chosen_town(options.town)
    checkpoint = sign_checkpoint(town.id, town.code, timezone.now())
    if options.out:
        write_checkpoint(town, checkpoint.note, options.out)
        print(f"检查点已写到 {options.out}，公钥在 {options.out.with_suffix('.pub')}。")
    else:
        print(checkpoint.note, end="")
    return 0


def write_checkpoint(town: Town, note: str, path: Path) -> None:
    """Write a checkpoint and, beside it, the key that signed it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".pub").write_text(signer_for(town.code).verifier_key() + "\n", encoding="utf-8")
    path.write_text(note, encoding="utf-8")
