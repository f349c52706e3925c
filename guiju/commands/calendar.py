"""guiju calendar: fix a working day or a free day of the town, and recompute the terms that still run."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from django.utils import timezone

from guiju.commands.errors import CommandError
from guiju.commands.towns import add_town_option, chosen_town
from guiju.kernel.disclosure.api import DisclosureItem, due_items
from guiju.kernel.organisation.api import Town, acting_as_command, plan_setting
from guiju.kernel.procedure.api import apply, forget_directory, moment_for
from guiju.kernel.terms.api import Term, moved_rows, open_terms, plan_recalculation


def add_to(subparsers: Any) -> None:
    parser: argparse.ArgumentParser = subparsers.add_parser("calendar", help="镇的工作日历：调休上班、放假；重算期限")
    add_town_option(parser)
    parser.add_argument("day", nargs="?", metavar="日期", help="例如 2027-02-06；不写只重算期限")
    parser.add_argument("kind", nargs="?", choices=["上班", "放假"])
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    town = chosen_town(options.town)
    if options.day:
        _fix(town, options.day, options.kind)
    moved = recalculate(town, f"{options.day}{options.kind}" if options.day else "按现行日历重算")
    print(f"{town.name}：{moved:,} 个正在计算的期限改了日期。" if moved else f"{town.name}：没有期限因此改变。")
    return 0


def _fix(town: Town, day: str, kind: str | None) -> None:
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        raise CommandError(f"“{day}”不是日期，请写成 2027-02-06 的样式。", 2) from None
    if kind is None:
        raise CommandError("请写明这一天是上班还是放假。", 2)
    today = timezone.localdate()
    apply([plan_setting(town.id, "system:calendar", f"calendar.{day}", kind, today)], timezone.now())
    forget_directory(town.id)


def recalculate(town: Town, reason: str) -> int:
    """Recompute the open terms and due publications of a town under its present calendar; returns how many moved."""
    now = timezone.now()
    acting = acting_as_command(town, "calendar")
    moment = moment_for(acting, now)
    law, days = moment.lawbook, moment.calendar
    moved = moved_rows(Term, open_terms(town.id), law, days) + moved_rows(DisclosureItem, due_items(town.id), law, days)
    plan = plan_recalculation(town.id, acting.actor, moved, reason)
    if plan is None:
        return 0
    apply([plan], now)
    return len(plan.changes)
