"""guiju reconcile FILE: a superior's export beside what is recorded, told on the console; nothing is written."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from django.utils import timezone

from guiju.commands.errors import CommandError
from guiju.exchange.importing.api import NotAllowedToImport
from guiju.exchange.layouts_kept import remembered_layouts
from guiju.exchange.reconciling.api import Reconciled, platform_totals, reconcile, their_name
from guiju.exchange.sheets.api import UnreadableWorkbook, read_workbook
from guiju.kernel.indicators.api import Period
from guiju.kernel.mechanism.api import registers
from guiju.kernel.organisation.api import Acting, acting_for_login
from guiju.kernel.procedure.api import moment_for
from guiju.kernel.terms.api import legal_today

SHOWN = 20


def add_to(subparsers: Any) -> None:
    parser: argparse.ArgumentParser = subparsers.add_parser("reconcile", help="与上级系统的导出对数，只看不写")
    parser.add_argument("file", type=Path, metavar="文件")
    parser.add_argument("--as", dest="user", required=True, metavar="账号", help="以谁的名义看")
    parser.add_argument("--register", required=True, metavar="台账", help="与哪一本台账对")
    parser.add_argument("--system", required=True, metavar="系统", help="哪个系统导出的")
    parser.add_argument("--period", required=True, metavar="期间", help="2022、2022-06 或 2022-01-01..2022-06-30")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    acting, period = _acting(options.user), _period(options.period)
    known = [register.id for register in registers(acting.town_id)]
    if options.register not in known:
        raise CommandError(f"没有“{options.register}”这本台账。有：{'、'.join(known)}。", 2)
    try:
        book = read_workbook(options.file)
        found = reconcile(
            book,
            moment_for(acting, timezone.now(), medium="sheet"),
            register=options.register,
            system=options.system,
            period=period,
            remembered=remembered_layouts(acting.town_id),
        )
    except (UnreadableWorkbook, NotAllowedToImport) as error:
        raise CommandError(str(error), 2) from None
    except OSError:
        raise CommandError(f"打不开文件“{options.file}”。请核对路径和权限。", 2) from None
    return _told(found)


def _acting(user: str) -> Acting:
    acting = acting_for_login(user, legal_today(timezone.now()))
    if acting is None:
        raise CommandError(f"没有登录名为“{user}”的账号，或者他今天没有在任的岗位。", 2)
    return acting


def _period(text: str) -> Period:
    """A year, a month, or two days with .. between them. Raises CommandError."""
    try:
        first, _, last = text.partition("..")
        if last:
            period = Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
        elif len(text) == 4:
            period = Period(dt.date(int(text), 1, 1), dt.date(int(text), 12, 31))
        else:
            start = dt.date.fromisoformat(f"{text}-01")
            following = (start + dt.timedelta(days=31)).replace(day=1)
            period = Period(start, following - dt.timedelta(days=1))
    except ValueError:
        raise CommandError(f"看不懂期间“{text}”。请写 2022、2022-06 或 2022-01-01..2022-06-30。", 2) from None
    if period.start > period.as_of:
        raise CommandError("期间的结束早于开始。请改正。", 2)
    return period


def _told(found: Reconciled) -> int:
    for name in found.found.unrecognised:
        print(f"工作表“{name}”的表头不认识，没有比。请先在“对数”页面逐列对应一次。")
    print(found.sentence)
    _list("只在这里", [one.ours.number or one.ours.title for one in found.only_here if one.open])
    _list("只在那里", [their_name(one.theirs) for one in found.only_there if one.open])
    _list("两边不同", [pair.ours.number or pair.ours.title for pair in found.differing if not pair.settled])
    for question in found.found.questions:
        print(f"  {question.where}：{question.text}请在“对数”页面上答一次。")
    for why, count in sorted(found.found.aside.items()):
        print(f"  另有 {count:,} 行没有比：{why}")
    for total in platform_totals(found):
        print(f"  {total}")
    if found.found.unrecognised:
        return 2
    return 1 if found.open else 0


def _list(label: str, names: list[str]) -> None:
    if names:
        more = f" 等 {len(names):,} 件" if len(names) > SHOWN else ""
        print(f"  {label}，还没有定：{'、'.join(names[:SHOWN])}{more}")
