"""guiju table NAME: what a superior asks for, filled from the records of a year."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from django.utils import timezone

from guiju.commands.errors import CommandError
from guiju.commands.towns import add_town_option, chosen_town
from guiju.exchange.tables import make_table
from guiju.kernel.indicators.api import year_until
from guiju.kernel.mechanism.api import superior_tables
from guiju.kernel.organisation.api import acting_as_command
from guiju.kernel.procedure.api import moment_for


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("table", help="上级要的表：按一年的记录填好，写成Excel")
    parser.add_argument("name", nargs="?", metavar="表", help="表的代号；不写就列出有哪些表")
    parser.add_argument("--year", type=int, metavar="年份", help="不写取上一年")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="文件夹")
    add_town_option(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    known = {table.id: table for table in superior_tables()}
    if options.name is None:
        for table in known.values():
            print(f"{table.id}　{table.label}")
        return 0
    table = known.get(options.name)
    if table is None:
        raise CommandError(f"没有“{options.name}”这张表。有：{'、'.join(known)}。", 2)
    town = chosen_town(options.town)
    moment = moment_for(acting_as_command(town, "table"), timezone.now())
    year = options.year or moment.today.year - 1
    made = make_table(table, moment, year_until(min(dt.date(year, 12, 31), moment.today)))
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / f"{table.label}-{year}.xlsx"
    path.write_bytes(made.data)
    print(f"{table.label}已写到 {path}：{made.rows:,} 行。")
    for named, lacking in made.gaps:
        print(f"  没有写入 {named}：缺{'、'.join(lacking)}。补登以后再做一次。")
    return 1 if made.gaps else 0
