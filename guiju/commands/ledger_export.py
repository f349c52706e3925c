"""guiju ledger export: the whole ledger of a town as a file that the verifier checks without this program."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from guiju.commands.towns import add_town_option, chosen_town
from guiju.kernel.ledger.api import ledger_lines
from guiju.kernel.matters.api import Label, Matter


def add_to(subparsers: Any) -> None:
    ledger = subparsers.add_parser("ledger", help="留痕：整本导出，供离线核验")
    actions = ledger.add_subparsers(dest="action", required=True)
    export = actions.add_parser("export", help="每条一行写到文件；姓名等个人信息只有承诺值，工作秘密事项只有摘要")
    add_town_option(export)
    export.add_argument("--out", type=Path, required=True, metavar="文件")
    export.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    town = chosen_town(options.town)
    secret = set(Matter.objects.filter(town=town, label=Label.WORK_SECRET).values_list("id", flat=True))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = options.out.with_name(options.out.name + ".part")
    lines = -1  # the heading is no entry
    with unfinished.open("w", encoding="utf-8", newline="\n") as file:
        for line in ledger_lines(town.id, town.code, secret):
            file.write(line + "\n")
            lines += 1
    unfinished.replace(options.out)
    print(
        f"{town.name}的留痕 {lines:,} 条已写到 {options.out}。请连同检查点（guiju checkpoint）和公钥一起交给核验的人。"
    )
    return 0
