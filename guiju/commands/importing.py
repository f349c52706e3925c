"""guiju import FILE…: the same importer as at the desk."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rich.console import Console

from guiju.exchange.commands import import_files


def add_to(subparsers: Any) -> None:
    parser: argparse.ArgumentParser = subparsers.add_parser("import", help="导入 Excel 台账")
    parser.add_argument("files", type=Path, nargs="+", metavar="文件")
    parser.add_argument("--as", dest="user", required=True, metavar="账号", help="以谁的名义导入")
    parser.add_argument("--register", metavar="台账", help="只按这一本台账认")
    parser.add_argument("--strict", action="store_true", help="有一行不对就整本不导入")
    parser.add_argument("--bad", type=Path, metavar="文件夹", help="有错和待确认的行写到这里")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    return import_files(options.files, options.user, options.register, options.strict, options.bad, Console())
