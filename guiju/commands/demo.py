"""guiju demo: the invented town's year, imported as a town would import it, reported, locked, sealed and served."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.utils import timezone
from rich.console import Console

from guiju.commands.demo_forms import keep_sample_forms
from guiju.commands.demo_returns import plant_district_round, plant_returns
from guiju.commands.errors import CommandError
from guiju.commands.ledger import write_checkpoint
from guiju.commands.serve import migrated, run_together
from guiju.commands.town import found_town, keep_outlines, make_accounts
from guiju.commands.verifier import write_verifier
from guiju.exchange.commands import import_files
from guiju.exchange.outlines.api import villages_on
from guiju.kernel.ledger.api import sign_checkpoint
from guiju.kernel.organisation.api import Account, Acting, Town, acting_for_login
from guiju.kernel.procedure.api import moment_for
from guiju.kernel.terms.api import legal_today
from guiju.reports.api import (
    annual_report,
    confirm_own_figures,
    figures_of_year,
    figures_table,
    load_report,
    lock_report,
    write_report,
)
from guiju.settings.environment import ROOT

YEAR = 2022
OUTLINED = dt.date(2021, 1, 1)  # from then on the town's villages are drawn
FIRST, SECOND = "town.yaml", "second_town.yaml"
CLERK, TEAM_HEAD, DISTRICT = "zhou.sfs", "qin.zfd", "gu.qsfj"
PASSWORD = "qinghe-2022"  # noqa: S105 - shown on the demo's login page


def add_to(subparsers: Any) -> None:
    parser: argparse.ArgumentParser = subparsers.add_parser("demo", help="演示：示例镇的一年，从台账到报告")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--no-serve", action="store_true", help="做完就停，不启动网页服务")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    console = Console()
    out = ROOT / "out"
    migrated()
    town = sample_town(console)
    write_verifier(out)
    if not (out / "checkpoint.txt").exists() or load_report(town.id, YEAR).locked is None:
        _reported(town, out)
    today = legal_today(timezone.now())
    console.print(figures_table(figures_of_year(town.id, YEAR, today), f"{town.name}{YEAR}年的数字"))
    console.print(f"报告、数据附表、检查点和离线核验程序在 {out}。")
    if options.no_serve:
        return 0
    console.print(f"工作台：http://127.0.0.1:{options.port}/　示例账号在登录页上，停止按 Ctrl-C。")
    os.environ["DJANGO_SETTINGS_MODULE"] = "guiju.settings.demo"
    return run_together("127.0.0.1", options.port)


def _described(name: str) -> Any:
    return yaml.safe_load((ROOT / "samples" / name).read_text(encoding="utf-8"))


def sample_town(console: Console) -> Town:
    """The sample town with its year. Raises CommandError where the database holds other towns.

    Until its report is locked everything is done again: what was interrupted before is completed, the rest is there.
    """
    town = Town.objects.filter(code=_described(FIRST)["town"]["code"]).first()
    if town is None and Town.objects.exists():
        raise CommandError(
            "这个数据库里已经有别的镇，演示不往里写。请用 GUIJU_HOME 或 GUIJU_DATABASE_URL 另指一处，再运行 guiju demo。"
        )
    return town if town is not None and load_report(town.id, YEAR).locked is not None else _filled(console)


def founded(description: Mapping[str, Any]) -> Town:
    """The described town, with what an earlier run did not come to."""
    town = Town.objects.filter(code=description["town"]["code"]).first()
    if town is None:
        return found_town(description, PASSWORD)
    there = set(Account.objects.filter(person__town=town).values_list("user__username", flat=True))
    make_accounts(town, [listed for listed in description["users"] if listed["login"] not in there], PASSWORD)
    return town


def _filled(console: Console) -> Town:
    """Found both towns, write the sample workbooks and import the year; what is there already stays."""
    # The samples stand beside the package in the checkout and are not installed with it.
    sys.path.insert(0, str(ROOT))
    from samples.backfill import write_backfill_workbook
    from samples.exercise import write_exercise_workbook
    from samples.live import write_live_workbook
    from samples.outline import write_outline
    from samples.write import write_year_workbooks

    folder = Path(settings.GUIJU_HOME) / "samples"
    with console.status("写示例镇的台账"):
        books = write_year_workbooks(folder)
        write_backfill_workbook(folder)
        write_exercise_workbook(folder)
        live = write_live_workbook(folder, legal_today(timezone.now()))
    town, _ = (founded(_described(name)) for name in (FIRST, SECOND))
    for files in (books, [live]):
        import_files(files, CLERK, None, False, folder / "待改", console)
    now = timezone.now()
    clerk = _acting(CLERK, legal_today(now))
    plant_returns(town, clerk, now, legal_today(now))
    plant_district_round(_acting(DISTRICT, legal_today(now)), now, legal_today(now))
    keep_sample_forms(moment_for(clerk, now), folder)
    if not any(village.rings for village in villages_on(town.id, OUTLINED)):
        keep_outlines(town, write_outline(folder).read_bytes(), OUTLINED)
    return town


def _acting(login: str, today: dt.date) -> Acting:

    acting = acting_for_login(login, today)
    if acting is None:
        raise CommandError(f"示例镇的“{login}”今天没有岗位。")
    return acting


def _reported(town: Town, out: Path) -> None:
    """Have the figures confirmed, write and lock the report; the checkpoint comes last."""
    now = timezone.now()
    today = legal_today(now)
    acting = _acting(CLERK, today)
    if load_report(town.id, YEAR).locked is None:
        for login in (CLERK, TEAM_HEAD):  # the units that answer for its figures look at them first
            confirm_own_figures(town, YEAR, _acting(login, today), now, today)
        lock_report(town, YEAR, acting, now, today)
    write_report(annual_report(town, YEAR, today).papers, out)
    checkpoint = sign_checkpoint(town.id, town.code, timezone.now())
    write_checkpoint(town, checkpoint.note, out / "checkpoint.txt")
