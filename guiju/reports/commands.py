"""guiju figures and guiju report: the year's figures, and the report that is made of them."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from typing import Any

from django.utils import timezone
from rich.console import Console

from guiju.commands.errors import CommandError
from guiju.commands.towns import add_town_option, chosen_town
from guiju.kernel.terms.api import legal_today
from guiju.reports.errors import ReportError
from guiju.reports.figures_of_year import figures_json, figures_of_year
from guiju.reports.figures_table import figures_table

WIDE = 132  # columns of a table that is not shown on a screen


def add_to(subparsers: Any) -> None:
    figures = subparsers.add_parser("figures", help="一年的数字：数值、截止日、记录数、摘要")
    _add_period(figures)
    figures.add_argument("--json", action="store_true", help="打印 JSON")
    figures.set_defaults(run=_figures)


def _add_period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=int, required=True, metavar="年")
    add_town_option(parser)
    parser.add_argument("--as-of", type=_day, metavar="日期", help="数到哪一天；不写按本镇报告提纲的截止日")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，请写成 2022-10-31 这样") from None


def _figures(options: argparse.Namespace) -> int:
    town, today = chosen_town(options.town), legal_today(timezone.now())
    try:
        if options.json:
            print(json.dumps(figures_json(town, options.year, today, options.as_of), ensure_ascii=False, indent=2))
            return 0
        found = figures_of_year(town.id, options.year, today, options.as_of, compare=False)
    except ReportError as error:
        raise CommandError(str(error), 2) from error
    console = Console()
    # In a file or a pipe there is no window to fit into: the names of the figures stay whole.
    console = console if console.is_terminal else Console(width=WIDE)
    console.print(figures_table(found, f"{town.name} {options.year}年的数字"))
    return 0
