"""guiju figures and guiju report: the year's figures, and the report that is made of them."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import Any

from django.utils import timezone
from rich.console import Console

from guiju.commands.errors import CommandError
from guiju.commands.towns import add_town_option, chosen_town
from guiju.kernel.documents.api import ContentError
from guiju.kernel.organisation.api import Acting, Town, acting_for_login
from guiju.kernel.terms.api import legal_today
from guiju.reports.annual import annual_report, lock_report
from guiju.reports.errors import ReportError
from guiju.reports.figures_of_year import figures_json, figures_of_year
from guiju.reports.figures_table import figures_table
from guiju.reports.files import write_report
from guiju.reports.state import load_report
from guiju.reports.summary import report_lines

WIDE = 132  # columns of a table that is not shown on a screen


def add_to(subparsers: Any) -> None:
    figures = subparsers.add_parser("figures", help="一年的数字：数值、截止日、记录数、摘要")
    _add_period(figures)
    figures.add_argument("--json", action="store_true", help="打印 JSON")
    figures.set_defaults(run=_figures)
    report = subparsers.add_parser("report", help="年度报告：Word、PDF、网页和数据附表；锁定数字")
    _add_period(report)
    report.add_argument("--out", type=Path, required=True, metavar="文件夹")
    report.add_argument("--lock", action="store_true", help="锁定这一年的数字")
    report.add_argument("--as", dest="user", metavar="账号", help="由谁锁定")
    report.set_defaults(run=_report)


def _add_period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=int, required=True, metavar="年")
    add_town_option(parser)
    parser.add_argument("--as-of", type=_day, metavar="日期", help="数到哪一天；不写按本镇报告提纲的截止日")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，请写成 2022-10-31 这样") from None


def _report(options: argparse.Namespace) -> int:
    town, now = chosen_town(options.town), timezone.now()
    today, console = legal_today(now), Console(stderr=True)
    try:
        with console.status(f"正在生成{town.name}{options.year}年度报告"):
            before = load_report(town.id, options.year).locked
            if options.lock and before is None:
                acting = _acting(town, options.user, today)
                lock_report(town, options.year, acting, now, today, options.as_of)
            report = annual_report(town, options.year, today, options.as_of)
            written = write_report(report.papers, options.out)
    except (ReportError, ContentError) as error:
        raise CommandError(str(error), 2) from error
    for line in report_lines(report, written, options.as_of):
        print(line)
    if options.lock and before is not None:
        if report.changes:
            raise CommandError(
                "数字已经锁定，现在数出来与锁定的不一致，不能再锁。以上逐条列出了变化；报告仍用锁定的数字。"
            )
        print("same：与锁定的一致，没有新增任何条目。")
    return 0


def _acting(town: Town, login: str | None, today: dt.date) -> Acting:
    if not login:
        raise CommandError("锁定要写明由谁锁定：加上 --as 账号。", 2)
    acting = acting_for_login(login, today)
    if acting is None or acting.town_id != town.id:
        raise CommandError(f"“{login}”不是{town.name}在岗人员的账号，不能由其锁定。请核对账号和岗位。", 2)
    return acting


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
