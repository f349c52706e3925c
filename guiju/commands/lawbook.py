"""guiju lawbook check, guiju lawbook texts DIR: the law as data, and the official texts a town obtains."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.utils import timezone

from guiju.commands.errors import CommandError
from guiju.kernel.lawbook.api import lawbook_check, lawbook_texts
from guiju.kernel.procedure.api import lawbook_in_use
from guiju.kernel.terms.api import legal_today


def add_to(subparsers: Any) -> None:
    parser: argparse.ArgumentParser = subparsers.add_parser("lawbook", help="法规规则包：检查、载入官方文本")
    actions = parser.add_subparsers(dest="action", required=True)
    check = actions.add_parser("check", help="检查规则包：重叠、空档、不认识的条文、超过核对日期")
    check.add_argument("folder", type=Path, nargs="?", help="规则包所在的文件夹；不写取本安装的")
    check.set_defaults(run=_check)
    texts = actions.add_parser("texts", help="从文件夹载入官方文本（Markdown 或 docx），按条文存入")
    texts.add_argument("folder", type=Path)
    texts.set_defaults(run=_texts)


def _check(options: argparse.Namespace) -> int:
    lines, sound = lawbook_check(legal_today(timezone.now()), options.folder)
    for line in lines:
        print(line)
    return 0 if sound else 1


def _texts(options: argparse.Namespace) -> int:
    if not options.folder.is_dir():
        raise CommandError(f"{options.folder} 不是文件夹。", 2)
    for line in lawbook_texts(options.folder, lawbook_in_use()):
        print(line)
    return 0
