"""What decision, service, performance and closing change."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.documents.api import Document
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty.amounts import sentence_from
from guiju.mechanisms.penalty.effects import complete_party, join_staff
from guiju.mechanisms.penalty.effects_after import note_service
from guiju.mechanisms.penalty.late import remedies_end
from guiju.mechanisms.penalty.numbers import number
from guiju.mechanisms.penalty.papers import paper
from guiju.mechanisms.penalty.recording import missing_media, missing_records
from guiju.mechanisms.penalty.rows import Instalment, Payment, ServiceOfPaper

CENT = Decimal("0.01")


def decide(draft: Draft) -> None:
    """第57、59条: 行政处罚决定."""
    decided = sentence_from(draft.values)
    complete_party(draft)
    draft.matter(outcome="penalised")
    draft.detail(
        decided_on=draft.event_date,
        decided_kinds=decided.codes,
        heaviest_kind=decided.heaviest,
        fine=decided.fine,
        confiscation=decided.confiscation,
        decision_text=draft.get("decision_text", ""),
    )
    join_staff(draft, "decider", "decider")
    key = paper(draft, "decision", number=number(draft, "decision", draft.get("number")))
    draft.detail(decision_id=key)
    paper(draft, "decision_approval")


def decide_no_penalty(draft: Draft) -> None:
    """第33、57条: 不予行政处罚决定."""
    complete_party(draft)
    draft.matter(outcome="no_penalty")
    draft.detail(
        decided_on=draft.event_date, no_penalty=draft.get("ground", ""), decision_text=draft.get("decision_text", "")
    )
    join_staff(draft, "decider", "decider")
    key = paper(draft, "no_penalty_decision", number=number(draft, "no_penalty", draft.get("number")))
    draft.detail(decision_id=key)


def count_court(draft: Draft) -> None:
    """行政强制法 第53条: the months for the court begin when review and suit have become impossible."""
    begins = remedies_end(draft.snapshot.detail, draft.moment.as_of(draft.event_date))
    if begins is not None:
        draft.counted_from["coercion.court.apply"] = begins


def announce(draft: Draft) -> None:
    """公告送达 begins; it counts as served when its time is over."""
    draft.detail(announced_on=draft.event_date, notice_term=draft.values["term"])
    note = str(draft.get("address", ""))[:80]
    draft.add(ServiceOfPaper, paper="decision", manner="notice", sent_on=draft.event_date, note=note)


def serve(draft: Draft) -> None:
    """第61条: 送达; from this day the party's time to pay, to ask for review and to sue runs."""
    draft.detail(served_on=draft.event_date)
    note_service(draft, "decision")
    count_court(draft)
    paper(draft, "service_receipt")


def pay(draft: Draft) -> None:
    """第67、72条: 缴款, with the payment code and receipt of the 非税 system."""
    late = draft.get("late") or 0
    fine = draft.values["amount"] - late
    known = {"payment_code": str(draft.get("payment_code", ""))[:40], "receipt": str(draft.get("receipt", ""))[:40]}
    for kind, sum_ in (("fine", fine), ("late", late)):
        if sum_:
            draft.add(Payment, kind=kind, amount=sum_, paid_on=draft.event_date, **known)
    draft.detail(paid=(draft.snapshot.detail.get("paid") or 0) + fine, paid_on=draft.event_date)


def paid_in_cash(draft: Draft, fine: Decimal) -> None:
    """第68条: the whole fine was collected on the spot, with the special receipt."""
    draft.add(Payment, kind="fine", amount=fine, paid_on=draft.event_date, receipt=str(draft.get("receipt", ""))[:40])
    draft.detail(paid=fine, paid_on=draft.event_date)


def defer(draft: Draft) -> None:
    """第66条: 延期、分期缴纳, a month between instalments, the last one bears what does not divide."""
    count, first = max(int(draft.values["instalments"]), 1), draft.values["first_due"]
    left = Decimal(draft.snapshot.detail.get("fine") or 0) - Decimal(draft.snapshot.detail.get("paid") or 0)
    each = (left / count).quantize(CENT)
    day = first
    for ordinal in range(1, count + 1):
        day = _months_after(first, ordinal - 1)
        share = left - each * (count - 1) if ordinal == count else each
        draft.add(Instalment, ordinal=ordinal, due_on=day, amount=share)
    draft.detail(pay_by=day)
    join_staff(draft, "approver", "approver")
    paper(draft, "deferral_notice")


def _months_after(day: Any, months: int) -> Any:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return day.replace(year=year, month=month + 1, day=last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def note_remedy(draft: Draft) -> None:
    """第73条: reconsideration or suit does not stay the decision, but no late fee is counted meanwhile."""
    draft.detail(remedy_on=draft.event_date, remedy_ended_on=None)
    source = draft.moment.numbers.get(draft.get("source_number", ""))
    if source is not None and isinstance(draft.snapshot.key, int):
        draft.arise_from(source, "contested_by")


def end_remedy(draft: Draft) -> None:
    draft.detail(remedy_ended_on=draft.event_date)


def urge(draft: Draft) -> None:
    """行政强制法 第54条: 催告."""
    draft.detail(urged_on=draft.event_date)
    note_service(draft, "urging")
    paper(draft, "urging_letter", number=number(draft, "urging", None))


def apply_court(draft: Draft) -> None:
    """行政强制法 第53、55条: 申请法院强制执行."""
    draft.detail(court_applied_on=draft.event_date)
    join_staff(draft, "approver", "approver")
    paper(draft, "court_application")


def court_result(draft: Draft) -> None:
    draft.detail(court_result=draft.values["result"])


def publish(draft: Draft) -> None:
    """国办发〔2018〕118号 二(六): as a sheet or a superior's platform tells it; the desk uses the page's own form."""
    for row in list(draft.snapshot.of(DisclosureItem)):
        if row["state"] == DisclosureItem.State.DUE:
            told = {"published_on": draft.event_date, "address": str(draft.get("address", ""))[:200]}
            draft.change(DisclosureItem, row["id"], state=DisclosureItem.State.PUBLISHED.value, **told)


def take_down(draft: Draft) -> None:
    """第48条第2款: taken down, as a sheet or a superior's platform tells it; what never was public no longer will be."""
    told = {
        DisclosureItem.State.PUBLISHED: DisclosureItem.State.WITHDRAWN,
        DisclosureItem.State.DUE: DisclosureItem.State.DROPPED,
    }
    for row in list(draft.snapshot.of(DisclosureItem)):
        state = told.get(row["state"])
        if state is not None:
            draft.change(DisclosureItem, row["id"], state=state.value, withdrawn_on=draft.event_date)


def revoke(draft: Draft) -> None:
    """A decision changed, revoked, held unlawful or void: its number stays, as 作废 where nothing is left of it."""
    draft.detail(revoked_on=draft.event_date, revocation=draft.values["result"])
    decision = draft.snapshot.detail.get("decision_id")
    if decision is not None and draft.values["result"] in ("revoked", "void"):
        draft.change(Document, decision, state=Document.State.VOIDED.value)
    draft.matter(outcome="revoked")
    source = draft.moment.numbers.get(draft.get("source_number", ""))
    if source is not None:
        draft.arise_from(source, "revoked_by")


def close_as(outcome: str) -> Any:
    """撤销立案, 终止: the case ends without a decision."""

    def end(draft: Draft) -> None:
        join_staff(draft, "approver", "approver")
        draft.matter(outcome=outcome)
        draft.detail(case_closed_on=draft.event_date, recorded=_recorded(draft))

    return end


def _recorded(draft: Draft, *, also: str = "") -> bool:
    """第47条: whether every stage is on record, and with picture and sound what has to be."""
    moment = draft.moment.as_of(draft.event_date)
    return not missing_records(draft.snapshot, also=also) and not missing_media(draft.snapshot, moment)


def close(draft: Draft) -> None:
    """结案; whether every required record is there is fixed on this day (第47条)."""
    complete = _recorded(draft, also="close")
    draft.detail(case_closed_on=draft.event_date, recorded=complete, **draft.given("keeping_term"))
    join_staff(draft, "approver", "approver")
    paper(draft, "closing_form")


def archive(draft: Draft) -> None:
    draft.detail(archived_on=draft.event_date, **draft.given("volume_number", "pages", "keeping_term"))
    paper(draft, "handover_list")
