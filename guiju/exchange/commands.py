"""Importing workbooks from the command line: the same importer as at the desk, with its answer on the console."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from guiju.exchange.importing.api import (
    ChangedMeanwhile,
    NotAllowedToImport,
    Outcome,
    Preview,
    State,
    candidates_for,
    carry_out,
    in_reading_order,
    prepare,
    returned_workbook,
)
from guiju.exchange.layouts_kept import remembered_layouts
from guiju.exchange.sheets.api import UnreadableWorkbook, Workbook, read_workbook, returned_name
from guiju.kernel.mechanism.api import registers
from guiju.kernel.organisation.api import Acting, acting_for_login
from guiju.kernel.procedure.api import Moment, moment_for
from guiju.kernel.terms.api import legal_today

ALL_IN, LEFT_OVER, UNREAD = 0, 1, 2
TRIES = 3
SHOWN = 20


@dataclass(frozen=True)
class Wish:
    """What the person asked for beside the files."""

    register: str | None
    strict: bool
    bad_dir: Path | None
    console: Console


def import_files(
    paths: Sequence[Path], user: str, register_id: str | None, strict: bool, bad_dir: Path | None, console: Console
) -> int:
    """Import workbooks as a log-in account. Returns 0 if nothing is left over, 1 if rows are, 2 if a file is not read.

    Files whose rows name matters of other files come after these. Each file is one transaction.
    """
    acting = _acting(user, console)
    if acting is None:
        return UNREAD
    known = [register.id for register in registers(acting.town_id)]
    if register_id is not None and register_id not in known:
        console.print(f"没有“{escape(register_id)}”这本台账。有：{'、'.join(known)}。")
        return UNREAD
    wish = Wish(register_id, strict, bad_dir, console)
    code = ALL_IN
    books: list[Workbook] = []
    for path in paths:
        try:
            books.append(read_workbook(path))
        except UnreadableWorkbook as error:
            console.print(escape(error.message))
            code = UNREAD
        except OSError:
            console.print(f"打不开文件“{escape(str(path))}”。请核对路径和权限。")
            code = UNREAD
    for book in in_reading_order(
        books, candidates_for(register_id, acting.town_id), remembered_layouts(acting.town_id)
    ):
        code = max(code, _import_one(book, acting, wish))
    return code


def _acting(user: str, console: Console) -> Acting | None:
    acting = acting_for_login(user, legal_today(timezone.now()))
    if acting is None:
        console.print(f"没有登录名为“{escape(user)}”的账号，或者他今天没有在任的岗位。")
    return acting


def _import_one(book: Workbook, acting: Acting, wish: Wish) -> int:
    console = wish.console
    for left in range(TRIES - 1, -1, -1):
        moment = moment_for(acting, timezone.now(), medium="sheet")
        try:
            preview = _prepared(book, moment, wish)
            if wish.strict and not (preview.reconciliation.clean and not preview.unknown_tables):
                return _refused_whole(preview, wish)
            with console.status("写入") if console.is_terminal else nullcontext():
                outcome = carry_out(preview)
            return _told(preview, outcome, wish)
        except NotAllowedToImport as error:
            console.print(escape(str(error)))
            return UNREAD
        except ChangedMeanwhile as error:
            if not left:
                console.print(escape(str(error)))
    return LEFT_OVER


def _prepared(book: Workbook, moment: Moment, wish: Wish) -> Preview:
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:,.0f} 行"))
    with Progress(
        *columns, TimeElapsedColumn(), console=wish.console, transient=True, disable=not wish.console.is_terminal
    ) as shown:
        task: TaskID = shown.add_task(f"核对《{escape(book.name)}》", total=None)
        return prepare(
            book,
            moment,
            register=wish.register,
            remembered=remembered_layouts(moment.town_id),
            progress=lambda rows: shown.advance(task, rows),
        )


def _refused_whole(preview: Preview, wish: Wish) -> int:
    _tell_sheets(preview, wish)
    line = preview.reconciliation
    wish.console.print(
        f"按 --strict，整份没有导入：请确认 {line.to_confirm:,} 行，有错 {line.wrong:,} 行。", highlight=False
    )
    _give_back(preview, returned_workbook(preview), wish)
    return UNREAD if preview.unknown_tables else LEFT_OVER


def _told(preview: Preview, outcome: Outcome, wish: Wish) -> int:
    _tell_sheets(preview, wish)
    line = outcome.reconciliation
    entries = f"；留痕 #{outcome.first_entry:,} 起 {outcome.entries:,} 条" if outcome.first_entry is not None else ""
    if preview.sheets:
        wish.console.print(f"《{escape(preview.name)}》{line.sentence}{entries}", highlight=False)
    for found in preview.findings:
        basis = f"（{found.basis}）" if found.basis else ""
        wish.console.print(f"  补录发现 {found.count:,} 件：{escape(found.text)}{basis}", highlight=False)
    _give_back(preview, outcome.returned, wish)
    if preview.unknown_tables or not preview.sheets:
        return UNREAD
    return ALL_IN if line.clean else LEFT_OVER


def _tell_sheets(preview: Preview, wish: Wish) -> None:
    say = wish.console.print
    for unknown in preview.unrecognised if not preview.sheets else preview.unknown_tables:
        say(f"《{escape(preview.name)}》{escape(unknown.message)}", highlight=False)
    for sheet in preview.sheets:
        for refused in sheet.read.recognised.refused:
            say(f"  不收的列“{escape(refused.heading.text)}”：{escape(refused.reason)}", highlight=False)
        if sheet.read.recognised.unmatched:
            names = "、".join(heading.text for heading in sheet.read.recognised.unmatched)
            say(f"  工作表“{escape(sheet.read.name)}”没有读的列：{escape(names)}", highlight=False)
        for total in sheet.totals:
            verdict = "一致" if total.agrees else "不符"
            say(f"  {escape(total.sentence)}，{verdict}", highlight=False)
        lines = sheet.of(State.ASK, State.WRONG, State.DIFFERS)
        for line in lines[:SHOWN]:
            for text in line.reasons or [difference.told for difference in line.differences]:
                say(f"  “{escape(sheet.read.name)}”第{line.number}行：{escape(text)}", highlight=False)
        if len(lines) > SHOWN:
            say(f"  还有 {len(lines) - SHOWN:,} 行要处理，没有一一列出。", highlight=False)


def _give_back(preview: Preview, returned: bytes | None, wish: Wish) -> None:
    if returned is None or wish.bad_dir is None:
        return
    wish.bad_dir.mkdir(parents=True, exist_ok=True)
    path = wish.bad_dir / returned_name(preview.name)
    path.write_bytes(returned)
    wish.console.print(f"  要处理的行在 {escape(str(path))}，改好再导入即可。", highlight=False)
