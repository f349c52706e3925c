"""What is kept beside a report: materials of its paragraphs, signed papers, figures printed in earlier years. Pure plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guiju.kernel.ledger.api import Change, NewKey, Plan
from guiju.kernel.organisation.api import Acting
from guiju.reports.errors import ReportError
from guiju.reports.figures import FigureKey
from guiju.reports.models import Material, PrintedFigure, ReturnedPaper
from guiju.reports.state import ReportState
from guiju.reports.writers import may_write, may_write_in, report_row


@dataclass(frozen=True)
class KeptFile:
    """A file that lies in the folder of evidence."""

    sha256: str
    size_bytes: int
    media_type: str

    def values(self) -> dict[str, object]:
        return {"sha256": self.sha256, "size_bytes": self.size_bytes, "media_type": self.media_type[:80]}


@dataclass(frozen=True)
class Printed:
    """What an earlier report printed of a figure, and the clause in which it stands."""

    key: FigureKey
    words: str
    clause: str


def plan_material(acting: Acting, state: ReportState, code: str, title: str, file: KeptFile, today: dt.date) -> Plan:
    """Put a file behind a paragraph. Raises ReportError for a post that does not write there or a file without a name."""
    may_write_in(acting, state, code)
    if not title.strip():
        raise ReportError("请写材料的名称，例如：动员会照片。")
    report, changes = report_row(state)
    values = {"town_id": state.town_id, "report_id": report, "code": code, "title": title.strip()[:80]}
    values |= {**file.values(), "kept_by_id": acting.person_id, "kept_on": today}
    changes.append(Change(Material, NewKey(), "add", values))
    reason = f"{state.year}年度报告：材料“{title.strip()[:40]}”"
    return Plan(state.town_id, "report_material", acting.actor, acting.actor, changes=changes, reason=reason)


def plan_returned(
    acting: Acting,
    state: ReportState,
    paper: str,
    file: KeptFile,
    differences: int,
    today: dt.date,
    *,
    number: str = "",
    signed_on: dt.date | None = None,
) -> Plan:
    """A signed paper has come back. Raises ReportError before the lock, and for a post that does not write the report."""
    may_write(acting, "登记签发件")
    if state.locked is None:
        raise ReportError("数字还没有锁定，没有可以对照的定稿。先锁定，再交回签发件。")
    report, changes = report_row(state)
    values = {"town_id": state.town_id, "report_id": report, "paper": paper, "number": number.strip()[:48]}
    values |= {"signed_on": signed_on, "differences": differences, **file.values()}
    values |= {"received_by_id": acting.person_id, "received_on": today}
    changes.append(Change(ReturnedPaper, NewKey(), "add", values))
    reason = f"{state.year}年度报告签发件，{differences}处数字与锁定的不同"
    return Plan(state.town_id, "report_returned", acting.actor, acting.actor, changes=changes, reason=reason)


def plan_printed(
    acting: Acting,
    town: int,
    year: int,
    told: Sequence[Printed],
    known: Mapping[FigureKey, int],
    source: str,
    today: dt.date,
) -> Plan:
    """What the printed report of an earlier year said; `known` are rows that stand already. Raises ReportError."""
    may_write(acting, "登记往年报告所载的数字")
    if not told:
        raise ReportError("没有勾选任何数字，没有登记。")
    changes = []
    for each in told:
        values = {"words": each.words[:32], "clause": each.clause, "source": source[:80]}
        values |= {"told_by_id": acting.person_id, "told_on": today}
        if each.key in known:
            changes.append(Change(PrintedFigure, known[each.key], "change", values))
            continue
        place = {"town_id": town, "year": year, "kind": each.key[0], "indicator": each.key[1]}
        changes.append(Change(PrintedFigure, NewKey(), "add", {**place, **values}))
    reason = f"{year}年报告所载的{len(told)}个数字"
    return Plan(town, "report_printed", acting.actor, acting.actor, changes=changes, reason=reason)
