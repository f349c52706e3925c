"""Checks of the steps after the decision: service, payment, court, closing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.procedure.api import Guard, Moment, Refusal, Snapshot
from guiju.kernel.terms.api import Term
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.late import court_by, court_start, late_fee, remedies_end
from guiju.mechanisms.penalty.recording import missing_media, missing_records

Values = Mapping[str, Any]
PUBLIC_NOTICE = ("service.public_notice", "service.public_notice.urban_enforcement")


def _consented(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第61条第2款: electronic service only with the party's consent."""
    if values.get("manner") != "electronic" or values.get("consent"):
        return None
    reason = "电子送达要当事人同意并签确认书。"
    return Refusal("no_consent", reason, bases.SERVICE, "先请当事人签电子送达确认书，或者换一种方式。", field="consent")


CONSENTED = Guard("no_consent", _consented)


def _notice_over(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """Service by public notice counts when its time is over (第61条 with the rules of civil procedure)."""
    if values.get("manner") != "notice":
        return None
    running = [row for row in snapshot.of(Term) if row["rule"] in PUBLIC_NOTICE]
    if not snapshot.detail.get("announced_on"):
        return Refusal("not_announced", "还没有发出送达公告。", bases.SERVICE, "先登记公告送达。", "announce")
    ends = [row["due_on"] for row in running if row["state"] == Term.State.OPEN]
    if not ends or moment.on > max(ends):
        return None
    reason = f"公告期到{max(ends).isoformat()}，期满才视为送达。"
    return Refusal("announcement_runs", reason, bases.SERVICE, "期满以后再登记送达。", field="manner")


NOTICE_OVER = Guard("announcement_runs", _notice_over)


def _not_overpaid(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    fine, paid = Decimal(snapshot.detail.get("fine") or 0), Decimal(snapshot.detail.get("paid") or 0)
    given, late = Decimal(values.get("amount") or 0), Decimal(values.get("late") or 0)
    if late > given:
        return Refusal("input", "加处罚款不能多于缴纳的总额。", field="late")
    if given - late > fine - paid:
        reason = f"罚款{fine:,}元，已缴{paid:,}元，还欠{fine - paid:,}元；这次缴了{given - late:,}元。"
        return Refusal("input", reason, field="amount")
    return None


NOT_OVERPAID = Guard("overpaid", _not_overpaid)


def _urged_long_enough(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """行政强制法 第54条: the court is asked when the time after urging has passed without performance."""
    for row in snapshot.of(Term):
        if row["rule"] == "coercion.court.urge" and row["state"] == Term.State.OPEN and moment.on <= row["due_on"]:
            reason = f"催告后要等到{row['due_on'].isoformat()}仍不履行，才可以申请。"
            return Refusal("urging_runs", reason, bases.URGING, "期满后再申请。")
    return None


URGED_LONG_ENOUGH = Guard("urging_runs", _urged_long_enough)


def _court_in_time(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """行政强制法 第53条: within its months from the day on which review and suit became impossible."""
    begins, start = remedies_end(snapshot.detail, moment), court_start(snapshot.detail, moment)
    if begins is not None and moment.on <= begins:
        reason = f"当事人到{begins.isoformat()}还可以申请复议或者起诉，这以后才可以申请强制执行。"
        return Refusal("remedy_open", reason, bases.COURT, "期满后再申请。")
    ends = court_by(snapshot.detail, moment)
    if start is not None and ends is not None and moment.on > ends:
        reason = f"申请法院强制执行到{ends.isoformat()}为止，{moment.on.isoformat()}已经超过。"
        remedy = "超过期限的不再申请，写明原因后结案。"
        return Refusal("court_late", reason, bases.COURT, remedy, hard=start.proved)
    return None


COURT_IN_TIME = Guard("court_late", _court_in_time)


def _records_complete(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第47条: every stage of the case is on record before it is closed."""
    missing = missing_records(snapshot, also="close")
    if not missing:
        return None
    reason = f"全过程记录缺：{'、'.join(missing)}。"
    return Refusal("records_missing", reason, bases.RECORDING, "补上缺的记录，再结案。")


RECORDS_COMPLETE = Guard("records_missing", _records_complete, asks="全过程记录", basis=bases.RECORDING)


def _media_complete(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第47条: what has to be recorded with picture and sound from beginning to end (国办发〔2018〕118号 三(八)) is."""
    missing = missing_media(snapshot, moment)
    if not missing:
        return None
    reason = f"应当全程音像记录的没有登记音像记录：{'、'.join(missing)}。"
    return Refusal("media_missing", reason, bases.RECORDING, "登记音像记录，写明存放处，再结案。", "record")


MEDIA_COMPLETE = Guard("media_missing", _media_complete, asks="应当全程音像记录的已登记", basis=bases.AUDIO_VIDEO)


def _performed(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """A case is closed when the decision has been carried out, or with the reason why it was not."""
    detail = snapshot.detail
    unpaid = Decimal(detail.get("fine") or 0) - Decimal(detail.get("paid") or 0)
    if unpaid <= 0 or detail.get("court_result") or detail.get("revoked_on"):
        return None
    late = late_fee(detail, moment)
    extra = f"，加处罚款{late:,}元" if late else ""
    return Refusal(
        "unpaid",
        f"罚款还有{unpaid:,}元没有缴{extra}。",
        bases.PAYMENT,
        "缴清后结案，或者写明为什么现在结案。",
        hard=False,
    )


PERFORMED = Guard("unpaid", _performed, asks="罚款缴清", basis=bases.PAYMENT)


def unpublished(snapshot: Snapshot) -> Iterator[str]:
    """Titles of what has to be published and is not."""
    return (row["title"] for row in snapshot.of(DisclosureItem) if row["state"] == DisclosureItem.State.DUE)


def _published(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """国办发〔2018〕118号 二(六): the decision is public before the case is closed."""
    waiting = list(unpublished(snapshot))
    if not waiting:
        return None
    reason = f"还没有登记公示：{'、'.join(waiting)}。"
    return Refusal("unpublished", reason, bases.PUBLISHING, "登记公示日期和地址，或者写明为什么不公示。", hard=False)


PUBLISHED = Guard("unpublished", _published, asks="公示", basis=bases.PUBLISHING)


def _published_in_time(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """国办发〔2018〕118号 二(六): public within its working days; a later publication is recorded, and says so."""
    waiting = [r["due_on"] for r in snapshot.of(DisclosureItem) if r["state"] == DisclosureItem.State.DUE]
    due = min((day for day in waiting if day is not None), default=None)
    if due is None or moment.on <= due:
        return None
    reason = f"应在{due.isoformat()}前公示，实际{moment.on.isoformat()}。"
    return Refusal("late.publication", reason, bases.PUBLISHING, "写明为什么晚了。", hard=False)


PUBLISHED_IN_TIME = Guard("late.publication", _published_in_time)


def _taken_down(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第48条第2款: what was published of a decision that no longer stands is taken down, with a public explanation."""
    still = [r["title"] for r in snapshot.of(DisclosureItem) if r["state"] == DisclosureItem.State.PUBLISHED]
    if not still:
        return None
    reason = f"决定已经变更或者撤销，公示还没有撤回：{'、'.join(still)}。"
    return Refusal("still_public", reason, bases.PUBLICATION, "撤回公示并说明理由，再结案。")


TAKEN_DOWN = Guard("still_public", _taken_down, asks="撤下公示", basis=bases.PUBLICATION)
