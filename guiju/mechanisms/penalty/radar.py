"""未缴案件: of each decision that is not paid, the next lawful act with its day and article, and what has run out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.procedure.api import Moment, Snapshot
from guiju.kernel.terms.api import Term
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.late import CourtStart, counted, court_by, court_start, pay_by
from guiju.mechanisms.penalty.rows import Instalment

DAY = dt.timedelta(1)
PUBLIC_NOTICE = ("service.public_notice", "service.public_notice.urban_enforcement")
ActState = Literal["now", "waits", "over"]


@dataclass(frozen=True)
class Act:
    """The next lawful act: what it is, from which day to which (None: no bound), by which article, why.

    `state`: it may be done now, it waits for its first day or for somebody else, or its time has run out. `unsure`
    where a day rests on a rule whose text was not read (待核实).
    """

    what: str
    state: ActState
    basis: Basis
    since: dt.date | None = None
    until: dt.date | None = None
    note: str = ""
    unsure: bool = False


@dataclass(frozen=True)
class RanOut:
    """Something whose time is over: what, its last day, the article."""

    what: str
    on: dt.date
    basis: Basis


@dataclass(frozen=True)
class Share:
    """What of an instalment is still to be paid, in yuan, and by which day."""

    ordinal: int
    due_on: dt.date
    left: Decimal


def unpaid(snapshot: Snapshot) -> Decimal:
    """What is left of the fine, in yuan; late fees are not in it. Nothing of a decision that no longer stands."""
    detail = snapshot.detail
    if not detail.get("decided_on") or detail.get("revoked_on"):
        return Decimal(0)
    return max(Decimal(detail.get("fine") or 0) - Decimal(detail.get("paid") or 0), Decimal(0))


def next_act(snapshot: Snapshot, moment: Moment) -> Act | None:
    """第61、66、67、73条 and 行政强制法 第53-55条: what may lawfully come next; None where nothing is to be paid."""
    detail = snapshot.detail
    if not unpaid(snapshot):
        return None
    if not detail.get("served_on"):
        return _serving(snapshot, moment)
    if detail.get("court_result"):
        return Act("按法院的结果结案", "now", bases.COURT_PAPERS)
    if detail.get("remedy_on") and not detail.get("remedy_ended_on"):
        note = f"{detail['remedy_on'].isoformat()}起复议或者诉讼，其间不计加处罚款"
        return Act("等复议、诉讼的结果", "waits", bases.NO_STAY, note=note)
    if applied := detail.get("court_applied_on"):
        until = counted("coercion.court.accept", applied, moment)
        return Act("等法院受理和裁定", "waits", bases.COURT_PAPERS, applied, until, "法院应在这以前受理或者不予受理")
    last = pay_by(detail, moment)
    if last is not None and moment.on <= last:
        return _paying(snapshot, moment, last)
    return _enforcing(snapshot, moment)


def _serving(snapshot: Snapshot, moment: Moment) -> Act:
    """第61条: a decision binds when it is served; service by public notice counts when its time is over."""
    detail = snapshot.detail
    if detail.get("announced_on"):
        ends = max((row["due_on"] for row in _terms(snapshot, *PUBLIC_NOTICE)), default=None)
        over = ends is not None and moment.on > ends
        since = ends + DAY if ends is not None else None
        note = f"{detail['announced_on'].isoformat()}发出公告，期满视为送达"
        return Act("登记公告送达", "now" if over else "waits", bases.SERVICE, since, note=note)
    until = counted("penalty.serve", detail["decided_on"], moment)
    return Act("送达决定书", "now", bases.SERVICE, detail["decided_on"], until)


def _paying(snapshot: Snapshot, moment: Moment, last: dt.date) -> Act:
    """第66、67条: the party pays by its day; of instalments the first that is not paid."""
    share = next(iter(shares(snapshot)), None)
    if share is None:
        return Act("等当事人缴款", "waits", bases.PAYMENT, until=last)
    if share.due_on >= moment.on:
        return Act(f"等第{share.ordinal}期{share.left:,}元", "waits", bases.DEFERRED, until=share.due_on)
    note = f"这一期应在{share.due_on.isoformat()}缴，全部到{last.isoformat()}为止"
    return Act(f"催缴第{share.ordinal}期{share.left:,}元", "now", bases.DEFERRED, share.due_on + DAY, last, note)


def _enforcing(snapshot: Snapshot, moment: Moment) -> Act:
    """行政强制法 第53、54条: urging, then the court, between its first and its last day."""
    start, ends = court_start(snapshot.detail, moment), court_by(snapshot.detail, moment)
    unsure = start is not None and not start.proved
    if ends is not None and moment.on > ends:
        note = f"申请法院强制执行到{ends.isoformat()}为止，已经过期"
        return Act("写明原因后结案", "over", bases.COURT, until=ends, note=note, unsure=unsure)
    urged = snapshot.detail.get("urged_on")
    if urged is None:
        return _urging(snapshot, moment, start, ends)
    waited = counted("coercion.court.urge", urged, moment)
    days = [day for day in (waited, start.on if start is not None else None) if day is not None]
    since = max(days) + DAY if days else None
    may = since is None or moment.on >= since
    note = "" if waited is None or moment.on > waited else f"催告期到{waited.isoformat()}"
    return Act("申请法院强制执行", "now" if may else "waits", bases.COURT, since, ends, note, unsure)


def _urging(snapshot: Snapshot, moment: Moment, start: CourtStart | None, ends: dt.date | None) -> Act:
    """第54条: the court is asked only after urging, so urging has a last day of its own inside the court's window."""
    last = pay_by(snapshot.detail, moment)
    until = _last_urging(ends, moment) if ends is not None else None
    note = ""
    if start is not None and ends is not None:
        note = f"仍不缴的，{(start.on + DAY).isoformat()}至{ends.isoformat()}可以申请法院强制执行"
    since = last + DAY if last is not None else None
    return Act("催告", "now", bases.URGING, since, until, note, start is not None and not start.proved)


def _last_urging(ends: dt.date, moment: Moment) -> dt.date | None:
    """The last day on which a letter of urging may be served so that its time is over before the court's is."""
    day = ends
    while (waited := counted("coercion.court.urge", day, moment)) is not None and waited >= ends:
        day -= DAY
    return day if waited is not None else None


def shares(snapshot: Snapshot) -> Iterator[Share]:
    """第66条: instalments of the last approval that are not paid in full, the earliest first."""
    batch: list[dict[str, Any]] = []
    for row in sorted(snapshot.of(Instalment), key=lambda row: row["id"]):
        batch = [row] if row["ordinal"] == 1 else [*batch, row]
    agreed = sum((Decimal(row["amount"]) for row in batch), Decimal(0))
    fine = Decimal(snapshot.detail.get("fine") or 0)
    left = Decimal(snapshot.detail.get("paid") or 0) - (fine - agreed)  # what was paid since the approval
    for row in batch:
        due = Decimal(row["amount"])
        settled = min(max(left, Decimal(0)), due)
        left -= settled
        if settled < due:
            yield Share(row["ordinal"], row["due_on"], due - settled)


def ran_out(snapshot: Snapshot, moment: Moment) -> tuple[RanOut, ...]:
    """What has run out in an unpaid case, oldest first: service, payment, instalments, remedies, the court's window."""
    detail = snapshot.detail
    found: list[RanOut] = []

    def over(what: str, day: dt.date | None, basis: Basis) -> None:
        if day is not None and day < moment.on:
            found.append(RanOut(what, day, basis))

    if detail.get("served_on"):
        over("缴款", pay_by(detail, moment), bases.PAYMENT)
        for share in shares(snapshot):
            over(f"第{share.ordinal}期", share.due_on, bases.DEFERRED)
        if not detail.get("remedy_on"):
            for what, rule in (("申请复议", "reconsideration.apply"), ("起诉", "litigation.direct")):
                over(what, counted(rule, detail["served_on"], moment), bases.NO_STAY)
        if not detail.get("court_applied_on"):
            over("申请法院强制执行", court_by(detail, moment), bases.COURT)
    elif detail.get("decided_on") and not detail.get("announced_on"):
        over("送达", counted("penalty.serve", detail["decided_on"], moment), bases.SERVICE)
    return tuple(sorted(found, key=lambda one: one.on))


def _terms(snapshot: Snapshot, *rules: str) -> Iterator[dict[str, Any]]:
    return (row for row in snapshot.of(Term) if row["rule"] in rules)
