"""加处罚款 and the days from which the organ may go to court: computed from the case, never typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from guiju.kernel.lawbook.api import LawbookError
from guiju.kernel.procedure.api import Moment
from guiju.kernel.terms.api import due_date
from guiju.mechanisms.penalty.amounts import amount

Detail = Mapping[str, Any]
CENT = Decimal("0.01")


def pay_by(detail: Detail, moment: Moment) -> dt.date | None:
    """第66、67条: the last day to pay: of the approved deferral, else counted from service. None before service."""
    deferred: dt.date | None = detail.get("pay_by")
    served = detail.get("served_on")
    if deferred is not None or served is None:
        return deferred
    return counted("penalty.pay", served, moment)


def late_fee(detail: Detail, moment: Moment, on: dt.date | None = None) -> Decimal:
    """第72条: so many per cent of what is unpaid for each day past the last one, never above the fine; in yuan.

    Days of a reconsideration or suit do not count (第73条第3款). Zero where a rulepack has no rate.
    """
    due, day = pay_by(detail, moment), on or moment.on
    rate, cap = amount("penalty.late.daily_percent", moment), amount("penalty.late.cap_percent", moment)
    fine = Decimal(detail.get("fine") or 0)
    unpaid = fine - Decimal(detail.get("paid") or 0)
    if due is None or rate is None or cap is None or unpaid <= 0 or day <= due:
        return Decimal(0)
    days = (day - due).days - _rested(detail, due, day)
    fee = unpaid * Decimal(str(rate.value)) / 100 * max(days, 0)
    return min(fee, fine * Decimal(str(cap.value)) / 100).quantize(CENT)


def _rested(detail: Detail, due: dt.date, day: dt.date) -> int:
    """Days past the last one that fall into a reconsideration or suit, first and last included."""
    begun: dt.date | None = detail.get("remedy_on")
    if begun is None:
        return 0
    first = max(begun, due + dt.timedelta(1))
    ended: dt.date = detail.get("remedy_ended_on") or day
    last = min(ended, day)
    return max((last - first).days + 1, 0)


def remedies_end(detail: Detail, moment: Moment) -> dt.date | None:
    """The day on which both reconsideration and direct suit have become impossible; None before service."""
    served = detail.get("served_on")
    if served is None:
        return None
    found = [counted(rule, served, moment) for rule in ("reconsideration.apply", "litigation.direct")]
    days = [day for day in found if day is not None]
    return max(days) if days else None


@dataclass(frozen=True)
class CourtStart:
    """The day on which the months for the court begin to count, and whether its rule was read in the Act's text."""

    on: dt.date
    proved: bool


def court_start(detail: Detail, moment: Moment) -> CourtStart | None:
    """行政强制法 第53条: when the party can no longer ask for review or sue; None before service.

    After a deferral the months are said to count from its end (行政处罚法 第72条第2款), and after a reconsideration
    that left the decision as it was from the end of the time to sue against it (行政诉讼法 第45条): both 待核实.
    """
    begins = remedies_end(detail, moment)
    if begins is None:
        return None
    later = [detail.get("pay_by")]
    if ended := detail.get("remedy_ended_on"):
        later.append(counted("litigation.after_reconsideration", ended, moment))
    last = max((day for day in later if day is not None), default=begins)
    return CourtStart(last, False) if last > begins else CourtStart(begins, True)


def court_by(detail: Detail, moment: Moment) -> dt.date | None:
    """行政强制法 第53条: the last day on which the organ may apply to the court."""
    start = court_start(detail, moment)
    return counted("coercion.court.apply", start.on, moment) if start is not None else None


def counted(rule_id: str, start: dt.date, moment: Moment) -> dt.date | None:
    """The last day of a term that began on a day; None where no rulepack of that day has the rule."""
    try:
        rule = moment.lawbook.term_rule(rule_id, start)
    except LawbookError:
        return None
    return due_date(rule, start, moment.calendar).on
