"""guiju archive NUMBER: the whole file of one matter, as a package that the verifier checks offline."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from django.utils import timezone

from guiju.commands.errors import CommandError
from guiju.commands.towns import add_town_option, chosen_town
from guiju.exchange.archive.api import ArchiveError, archive_name, make_archive
from guiju.kernel.documents.api import ContentError
from guiju.kernel.evidence.api import EvidenceError
from guiju.kernel.matters.api import Matter, visible_to
from guiju.kernel.organisation.api import Acting, Town, acting_for_login
from guiju.kernel.procedure.api import KERNEL_ROWS, NotAllowed, Snapshot, load_snapshot, moment_for
from guiju.kernel.terms.api import legal_today

UNNUMBERED = re.compile(r"第\s*(\d{1,18})\s*件")


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("archive", help="卷宗与核验包：一件事项的全部留痕、文书、材料，离线可以核验")
    parser.add_argument("number", metavar="编号", help="事项的编号；没有编号的写“第 123 件”")
    parser.add_argument("--as", dest="user", required=True, metavar="账号", help="由谁制作，记入留痕")
    parser.add_argument("--out", type=Path, required=True, metavar="文件夹")
    parser.add_argument("--reason", default="立卷归档", metavar="用途", help="不写就是立卷归档")
    parser.add_argument("--findings", action="store_true", help="卷宗里印上补录发现及答复")
    add_town_option(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    town, now = chosen_town(options.town), timezone.now()
    acting = _acting(town, options.user)
    snapshot = _matter(acting, options.number)
    path = options.out / archive_name(snapshot)
    options.out.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("wb") as file:
            made = make_archive(
                snapshot, moment_for(acting, now), file, reason=options.reason, findings=options.findings
            )
        unfinished.replace(path)
    except (NotAllowed, ArchiveError, EvidenceError, ContentError) as error:
        raise CommandError(str(error), 2) from error
    finally:
        unfinished.unlink(missing_ok=True)
    held = f"留痕 {made.entries:,} 条，文书 {made.documents} 份，材料 {made.evidence} 件"
    print(f"核验包已写到 {path}：{held}；卷宗 CASE.pdf 也在里面，编了 {made.pages:,} 页。")
    print(
        f"制作已记入留痕 #{made.entry:,}。核验：python3 guiju_verify.pyz archive {path}（核验程序用 guiju verifier 写出）"
    )
    return 0


def _acting(town: Town, login: str) -> Acting:
    acting = acting_for_login(login, legal_today(timezone.now()))
    if acting is None or acting.town_id != town.id:
        raise CommandError(f"“{login}”不是{town.name}在岗人员的账号，不能制作卷宗。请核对账号和岗位。", 2)
    return acting


def _matter(acting: Acting, number: str) -> Snapshot:
    unnumbered = UNNUMBERED.fullmatch(number.strip())
    wanted = {"id": int(unnumbered[1])} if unnumbered else {"number": number.strip()}
    found: list[Matter] = list(visible_to(acting).filter(**wanted)[:2])
    if not found:
        raise CommandError(f"没有编号为“{number}”的事项，或者由别的单位办理，这个账号看不到。请核对编号。", 2)
    if len(found) > 1:
        which = "、".join(f"第 {matter.id} 件（{matter.title}）" for matter in visible_to(acting).filter(**wanted)[:9])
        raise CommandError(f"编号“{number}”不止一件：{which}。请写“第 … 件”指明是哪一件。", 2)
    snapshot = load_snapshot(found[0].id, rows=KERNEL_ROWS)
    assert snapshot is not None
    return snapshot
