"""会签: what a figure's owner says of it, and what still stands in the way of the lock. Pure plans."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from guiju.kernel.ledger.api import Change, NewKey, Plan
from guiju.kernel.organisation.api import Acting
from guiju.reports.errors import ReportError
from guiju.reports.figures import FigureKey, YearFigure
from guiju.reports.models import FigureCheck, Owner
from guiju.reports.state import Check, ReportState
from guiju.reports.writers import may_write, report_row

Verdict = FigureCheck.Verdict


class Standing(Enum):
    """How a figure stands with the unit that answers for it."""

    CHECKED = "已核对"
    OPEN = "待核对"
    MOVED = "核对后有变"
    OBJECTED = "有异议"
    NOT_OURS = "不归本部门"


@dataclass(frozen=True)
class Answer:
    """What is said of figures: remark for an objection, the other unit where it is not theirs, who signed on paper."""

    verdict: str
    remark: str = ""
    passed_to: int | None = None
    said_by: str = ""


def standing(figure: YearFigure, check: Check | None) -> Standing:
    """Confirmed counts only for the records that were confirmed; a figure that moved since has to be looked at again."""
    if check is None:
        return Standing.OPEN
    if check.verdict == Verdict.OBJECTED:
        return Standing.OBJECTED
    if check.verdict == Verdict.NOT_OURS:
        return Standing.NOT_OURS if check.passed_to is None else Standing.OPEN
    return Standing.CHECKED if check.digest == figure.digest else Standing.MOVED


def owner_of(state: ReportState, key: FigureKey, section: str) -> int | None:
    """The unit that answers for a figure: to which it was passed on, else of figure or section."""
    check = state.checks.get(key)
    if check is not None and check.verdict == Verdict.NOT_OURS and check.passed_to is not None:
        return check.passed_to
    return state.owners.of(key, section)


def unchecked(state: ReportState, figures: Sequence[YearFigure], printed: Iterable[FigureKey]) -> list[YearFigure]:
    """Printed figures that nobody who answers for them has confirmed as they are now."""
    wanted = set(printed)
    return [
        figure
        for figure in figures
        if figure.key in wanted and standing(figure, state.checks.get(figure.key)) is not Standing.CHECKED
    ]


def plan_checks(
    acting: Acting, state: ReportState, told: Sequence[tuple[YearFigure, str]], answer: Answer, today: dt.date
) -> Plan:
    """One answer for one or several figures, each told with the section that prints it; one entry.

    Raises ReportError for a locked year, somebody who does not speak for the unit, or an answer without what it needs.
    """
    _answerable(acting, state, answer)
    report, changes = report_row(state)
    for figure, section in told:
        unit = owner_of(state, figure.key, section)
        _speaks(acting, state, unit, answer)
        if unit is None or answer.passed_to == unit:
            raise ReportError(f"“{figure.name}”现在就由{state.owners.name(unit)}负责，请选另一个部门。")
        values = {
            "verdict": Verdict(answer.verdict).value,
            "value": json.dumps(figure.value),
            "digest": figure.digest,
            "remark": answer.remark.strip(),
            "unit_id": unit,
            "passed_to_id": answer.passed_to,
            "said_by": answer.said_by.strip()[:32],
            "checked_by_id": acting.person_id,
            "checked_on": today,
        }
        known = state.checks.get(figure.key)
        if known is not None:
            changes.append(Change(FigureCheck, known.key, "change", values))
            continue
        place = {"town_id": state.town_id, "report_id": report, "kind": figure.kind, "indicator": figure.id}
        changes.append(Change(FigureCheck, NewKey(), "add", {**place, **values}))
    names = "、".join(figure.name for figure, _ in told[:3]) + ("等" if len(told) > 3 else "")
    reason = f"{state.year}年度报告会签：{Verdict(answer.verdict).label}{names}"
    return Plan(state.town_id, "report_check", acting.actor, acting.actor, changes=changes, reason=reason[:200])


def plan_owner(acting: Acting, state: ReportState, code: str, unit: int) -> Plan:
    """Let another unit answer for a section, or for a figure (`figure_code`). Raises ReportError."""
    may_write(acting, "定年度报告的主管部门")
    if state.locked is not None:
        raise ReportError(f"{state.year}年的数字已经锁定，主管部门不再改。")
    known = {section.code for section in state.outline.sections()} | {""}
    if code not in known and ":" not in code:
        raise ReportError(f"报告提纲里没有“{code}”这一节，请从目录里选。")
    if unit not in state.owners.units:
        raise ReportError("没有这个单位，请从本镇的单位里选。")
    report, changes = report_row(state)
    if code in state.owner_rows:
        changes.append(Change(Owner, state.owner_rows[code], "change", {"unit_id": unit}))
    else:
        values = {"town_id": state.town_id, "report_id": report, "code": code, "unit_id": unit}
        changes.append(Change(Owner, NewKey(), "add", values))
    reason = f"{state.year}年度报告：{code or '全文'}由{state.owners.name(unit)}负责"
    return Plan(state.town_id, "report_owner", acting.actor, acting.actor, changes=changes, reason=reason)


def _answerable(acting: Acting, state: ReportState, answer: Answer) -> None:
    if acting.person_id is None:
        raise ReportError("核对要由人负责，系统命令不能核对。")
    if state.locked is not None:
        raise ReportError(f"{state.year}年的数字已经锁定，不能再核对。锁定以后的变化在报告页上看。")
    if answer.verdict not in Verdict.values:
        raise ReportError("请选“确认”“有异议”或者“不归本部门”。")
    if answer.verdict == Verdict.OBJECTED and not answer.remark.strip():
        raise ReportError("有异议的，请写明是哪几条记录、为什么。")
    if answer.verdict == Verdict.NOT_OURS and answer.passed_to is None:
        raise ReportError("不归本部门的，请选归哪个部门。")
    if answer.passed_to is not None and answer.passed_to not in state.owners.units:
        raise ReportError("没有这个单位，请从本镇的单位里选。")


def _speaks(acting: Acting, state: ReportState, unit: int | None, answer: Answer) -> None:
    if state.owners.speaks(acting, unit):
        return
    name = state.owners.name(unit)
    if not answer.said_by.strip():
        raise ReportError(f"这个数字由{name}核对。收到他们签字的会签单的，写明签字人后代为登记。")
    may_write(acting, f"代{name}登记会签")
