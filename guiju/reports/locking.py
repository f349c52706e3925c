"""Writing in a report and locking its figures: pure plans, written by `apply` like everything else."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence

from guiju.kernel.indicators.api import town_indicators
from guiju.kernel.ledger.api import Change, NewKey, Plan, head_of
from guiju.kernel.organisation.api import Acting
from guiju.reports.errors import ReportError
from guiju.reports.figures import Shown, YearFigure, records_as_text
from guiju.reports.models import Lock, LockedFigure, Passage
from guiju.reports.rounds import rounds_as_text
from guiju.reports.state import ReportState
from guiju.reports.tokens import tokens_of
from guiju.reports.writers import may_write, may_write_in, report_row

TRIES = 5


def plan_passage(acting: Acting, state: ReportState, code: str, text: str, today: dt.date) -> Plan:
    """Set the text of a paragraph, or of a new one in a section; an empty text strikes it out.

    Whoever speaks for the unit of a section writes in it. Raises ReportError for others who do not write the report, an
    unknown place, or braces not understood.
    """
    may_write_in(acting, state, code)
    _known_figures(state, text)
    places = {paragraph.code for paragraph in state.outline.paragraphs()}
    in_section = any(code.startswith(f"{section.code}.") for section in state.outline.sections())
    if code not in places and not in_section:
        raise ReportError(f"报告提纲里没有“{code}”这个位置，请从目录里选一段，或者在某一节后面加一段。")
    report, changes = report_row(state)
    written = {"written_by_id": acting.person_id, "written_on": today}
    if code in state.passages:
        key, present = state.passages[code]
        if present == text:
            raise ReportError("文字没有改动，不用保存。")
        changes.append(Change(Passage, key, "change", {"text": text, **written}))
    else:
        values = {"town_id": state.town_id, "report_id": report, "code": code, "text": text, **written}
        changes.append(Change(Passage, NewKey(), "add", values))
    reason = f"{state.year}年度报告：改写 {code}"
    return Plan(state.town_id, "report_text", acting.actor, acting.actor, changes=changes, reason=reason)


def plan_lock(
    acting: Acting,
    state: ReportState,
    figures: Sequence[YearFigure],
    known_until: int,
    today: dt.date,
    as_of: dt.date | None = None,
    unchecked: Sequence[YearFigure] = (),
) -> Plan:
    """Lock every figure with its records under the town's ledger. Raises ReportError where that may not be done.

    `unchecked` are the figures of the text that the units answering for them have not confirmed as they are.
    """
    _lockable(acting, state, figures, unchecked)
    report, changes = report_row(state)
    lock = NewKey()
    values = {
        "town_id": state.town_id,
        "report_id": report,
        "as_of": as_of,
        "known_until": known_until,
        "locked_by_id": acting.person_id,
        "locked_on": today,
        "outline_text": state.outline_text,
    }
    changes.append(Change(Lock, lock, "add", values))
    changes += [
        Change(LockedFigure, NewKey(), "add", {"town_id": state.town_id, "lock_id": lock, **_row(place, figure)})
        for place, figure in enumerate(figures, start=1)
    ]
    reason = f"锁定{state.year}年度报告的{len(figures)}个数字"
    return Plan(state.town_id, "report_lock", acting.actor, acting.actor, changes=changes, reason=reason)


def _lockable(
    acting: Acting, state: ReportState, figures: Sequence[YearFigure], unchecked: Sequence[YearFigure]
) -> None:
    may_write(acting, "锁定年度报告的数字")
    if acting.person_id is None:
        raise ReportError("锁定要由人负责，系统命令不能锁定。请用 --as 写明由谁锁定。")
    if state.locked is not None:
        raise ReportError(f"{state.year}年的数字已经锁定，不能再锁一次。")
    if not figures:
        raise ReportError(f"{state.year}年没有可以锁定的数字：还没有装任何机制。")
    if unchecked:
        names = "、".join(figure.name for figure in unchecked[:5]) + ("等" if len(unchecked) > 5 else "")
        raise ReportError(f"还有{len(unchecked)}个数字没有核对完，不能锁定：{names}。请主管部门在“年度报告”里先核对。")


def counted_at_rest(town_id: int, count: Callable[[], list[YearFigure]]) -> tuple[list[YearFigure], int]:
    """Count while nobody writes: the figures, and how many entries were known. Counts anew when the ledger moved.

    Raises ReportError when the town's work does not pause long enough.
    """
    for _ in range(TRIES):
        before = head_of(town_id).size
        figures = count()
        if head_of(town_id).size == before:
            return figures, before
    raise ReportError("计算数字的时候一直有人在登记，这次没有锁定。请稍后再锁。")


def _known_figures(state: ReportState, text: str) -> None:
    """A mistyped figure would silently take its clause out of the report, so it is refused here."""
    outlined = {token.id for paragraph in state.outline.paragraphs() for token in tokens_of(paragraph.text)}
    known = outlined | {indicator.id for indicator in town_indicators(state.town_id)}
    for token in tokens_of(text):
        if token.kind == "derived" and token.id not in known:
            raise ReportError(f"没有代码为“{token.id}”的指标，写上去这句话会整句不见。请从数字清单里选。")


def _row(place: int, figure: YearFigure) -> dict[str, object]:
    returned, owed = figure.completeness or (None, None)
    return {
        "place": place,
        "indicator": figure.id,
        "kind": figure.kind,
        "name": figure.name,
        "unit": figure.unit,
        "value": _json(figure.value),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "start": figure.start,
        "as_of": figure.as_of,
        "record_list": records_as_text(figure.records),
        "digest": figure.digest,
        "definition": (f"{figure.lapsed}；{figure.definition}" if figure.lapsed else figure.definition)[:400],
        "basis": "、".join(figure.basis),
        "returned": returned,
        "owed": owed,
        "rounds": rounds_as_text(figure.rounds),
        "last_year": _json(figure.compared.last_year),
        "quarter": _json(figure.compared.quarter),
        "quarter_before": _json(figure.compared.quarter_before),
    }


def _json(value: Shown) -> str:
    return json.dumps(value)
