"""Steps of the simple procedure: begun and decided on the spot, reported back, paid, closed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from guiju.kernel.lawbook.api import Status
from guiju.kernel.procedure.api import (
    START,
    Draft,
    Guard,
    If,
    Intent,
    Moment,
    Opens,
    Refusal,
    Snapshot,
    Step,
)
from guiju.mechanisms.penalty import (
    bases,
    effects,
    effects_decision,
    forms_simple,
    guards,
    guards_after,
    guards_papers,
    officers,
)
from guiju.mechanisms.penalty.amounts import amount, counted_as, sentence_from
from guiju.mechanisms.penalty.guards import Values
from guiju.mechanisms.penalty.numbers import number
from guiju.mechanisms.penalty.papers import paper
from guiju.mechanisms.penalty.posts import OFFICERS, TEAM
from guiju.mechanisms.penalty.rows import RecordItem, ServedNotice, ServiceOfPaper
from guiju.mechanisms.penalty.steps_of_both import ARCHIVE, PAY, PUBLISH

CARRIED = ("item", "cause", "source", "source_number", "party_kind", "occurred_on", "safety", "inspection_code")
SPOT_LIMITS = {"person": "penalty.simple.citizen", "organisation": "penalty.simple.organisation"}
PARTY_FIELDS = {"id_number": "party_id", "telephone": "party_phone", "address": "party_address"}


def begin(draft: Draft) -> None:
    """第52条: officers, certificate shown, what was found."""
    effects.open_case(draft, "spot")
    effects.join_staff(draft, "officers", "officer")


def decide_on_spot(draft: Draft) -> None:
    """第51、52条: decided, told, heard and handed over on the spot."""
    decided = sentence_from(draft.values)
    effects.complete_party(draft)
    draft.matter(outcome="penalised")
    cash = {"cash_collected_on": draft.event_date} if draft.get("cash") else {}
    draft.detail(
        decided_on=draft.event_date,
        served_on=draft.event_date,
        decided_kinds=decided.codes,
        heaviest_kind=decided.heaviest,
        fine=decided.fine,
        defence=draft.get("defence", ""),
        **cash,
    )
    own = draft.get("number")
    given = number(draft, "spot", own) if own else draft.snapshot.matter["number"]
    draft.detail(decision_id=paper(draft, "spot_decision", number=given))
    _note_what_was_said(draft)
    effects_decision.count_court(draft)
    if cash and decided.fine:
        effects_decision.paid_in_cash(draft, decided.fine)


def _note_what_was_said(draft: Draft) -> None:
    """第44、52条: what was told before the decision, and that the decision was handed over; each only where confirmed."""
    decided = sentence_from(draft.values)
    if draft.get("told_rights"):
        draft.add(ServedNotice, served_on=draft.event_date, kinds=decided.codes, fine=decided.fine)
    if draft.get("delivered"):
        signed = forms_simple.SIGNED.get(draft.get("signed", ""), "")
        draft.add(ServiceOfPaper, paper="decision", manner="direct", served_on=draft.event_date, note=signed)


def report_back(draft: Draft) -> None:
    """第52条第3款: 报所属行政机关备案."""
    draft.detail(on_record_on=draft.event_date)


def turn(draft: Draft) -> None:
    """第51条: why it is not decided on the spot, and what had been intended and said there."""
    intended = sentence_from(draft.values)
    draft.matter(outcome="turned")
    draft.detail(
        proposal=draft.get("reason", ""),
        defence=draft.get("defence", ""),
        proposed_kinds=intended.codes,
        proposed_fine=intended.fine,
    )


def ordinary_case(page: Snapshot, moment: Moment) -> Opens:
    """The ordinary case into which it turns, with everything that was noted on the spot. Needs private values open."""
    detail = page.detail
    values = {name: detail.get(name) for name in CARRIED if detail.get(name) not in (None, "")}
    values |= {name: page.text(detail.get(name, "")) for name in ("place", "facts")}
    values |= {"unit": page.matter["unit_id"], "on_spot": page.key, "found_on": detail.get("discovered_on")}
    values |= {"kinds": detail.get("proposed_kinds"), "fine": detail.get("proposed_fine")}
    values.setdefault("source", "patrol")
    for row in sorted(effects.parties_of(page), key=lambda party: party["ordinal"])[:1]:
        values["party"] = row.get("organisation") or page.text(row.get("name"))
        values |= {field: page.text(row.get(column)) for column, field in PARTY_FIELDS.items()}
    return Opens("ordinary", (Intent("register_clue", values),))


def _within_limits(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第51条: warning, or a fine up to the limit of the party's kind; anything else goes the ordinary way."""
    decided = sentence_from(values)
    if not decided.kinds:
        return Refusal("input", "当场处罚只有警告和罚款，请填一种。", field="fine")
    limit = amount(SPOT_LIMITS[counted_as(snapshot.detail, moment)], moment)
    if limit is None or (decided.fine or Decimal(0)) <= Decimal(str(limit.value)):
        return None
    reason = f"当场处罚的罚款最多{limit.value}元，{decided.fine:,}元超过了。"
    hard = limit.status is Status.VERIFIED
    return Refusal("beyond_simple", reason, bases.ON_SPOT, "转普通程序立案，已填的内容带过去。", "turn", hard, "fine")


def _cash_allowed(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第68条: cash on the spot only for a very small fine, or where it would be hard to collect later."""
    limit = amount("penalty.cash.collect", moment)
    fine = sentence_from(values).fine or Decimal(0)
    if not values.get("cash") or limit is None or fine <= Decimal(str(limit.value)) or values.get("cash_ground"):
        return None
    reason = f"当场收缴限于{limit.value}元以下，或者不当场收缴事后难以执行的。"
    return Refusal("cash", reason, bases.CASH, "写明难以执行的理由，或者让当事人到银行缴款。", field="cash")


RIGHTS_TOLD = guards.ticked(
    "told_rights",
    "rights_untold",
    "决定前还没有告知内容、事实、理由、依据和权利。",
    bases.NOTICE,
    "告知并听取意见后勾选。",
)
DELIVERED = guards.ticked(
    "delivered", "not_delivered", "当场处罚决定书要当场交付当事人。", bases.ON_SPOT_FORM, "交付后勾选；拒签的注明。"
)
COUNTED_FROM_DECISION = (If("fined", "penalty.pay"), "reconsideration.apply", "litigation.direct")

STEPS = (
    Step(
        "begin_on_spot",
        "现场登记",
        (START,),
        "spot",
        OFFICERS,
        (bases.ON_SPOT, bases.ON_SPOT_FORM),
        forms_simple.BEGINNING,
        guards=(
            guards.dated("found_on", label="日期"),
            officers.TWO_OFFICERS,
            guards.SHOWN,
            guards.IN_CATALOGUE,
            guards.WITHIN_LIMITATION,
            guards.INSPECTION_CODE,
        ),
        effects=begin,
        button="现场登记",
        dated_by="found_on",
    ),
    Step(
        "decide_on_spot",
        "当场处罚",
        ("spot",),
        "performing",
        OFFICERS,
        (bases.ON_SPOT, bases.ON_SPOT_FORM, bases.NOTICE),
        forms_simple.DECISION,
        guards=(
            guards.dated("decided_on", label="决定日期"),
            officers.TWO_OFFICERS,
            Guard("beyond_simple", _within_limits),
            RIGHTS_TOLD,
            DELIVERED,
            Guard("cash", _cash_allowed),
            guards_papers.PARTY_NAMED,
        ),
        effects=decide_on_spot,
        opens=("penalty.simple.report", *COUNTED_FROM_DECISION, If("cash", "penalty.cash.hand_in")),
        discloses=("decision",),
        makes="当场行政处罚决定书",
        reads=(),
        reads_private=True,
        dated_by="decided_on",
    ),
    Step(
        "turn",
        "转普通程序",
        ("spot",),
        "turned",
        OFFICERS,
        (bases.FILING,),
        forms_simple.TURNING,
        guards=(guards.dated("turned_on", label="日期"),),
        effects=turn,
        reads_private=True,
        dated_by="turned_on",
        other_way=True,
        continues=ordinary_case,
    ),
    Step(
        "report_back",
        "报所属机关备案",
        ("performing",),
        None,
        OFFICERS,
        (bases.ON_SPOT_FORM,),
        forms_simple.REPORT,
        establishes=("reported",),
        guards=(guards.dated("reported_on", "decided_on", label="备案日期"),),
        effects=report_back,
        closes=("penalty.simple.report",),
        reads=(),
        dated_by="reported_on",
    ),
    Step(
        "hand_in_cash",
        "当场收缴的罚款交到机关",
        ("performing",),
        None,
        OFFICERS,
        (bases.CASH_HANDED_IN,),
        forms_simple.HANDING_IN,
        when=("cash",),
        guards=(guards.dated("handed_in_on", "decided_on", label="日期"),),
        closes=("penalty.cash.hand_in",),
        opens=("penalty.cash.bank",),
        reads=(),
        dated_by="handed_in_on",
    ),
    Step(
        "bank_cash",
        "罚款缴付银行",
        ("performing",),
        None,
        TEAM,
        (bases.CASH_HANDED_IN,),
        forms_simple.BANKING,
        when=("cash",),
        guards=(guards.dated("banked_on", "decided_on", label="日期"),),
        closes=("penalty.cash.bank",),
        reads=(),
        dated_by="banked_on",
    ),
    PAY,
    replace(PUBLISH, frm=("performing", "closed")),
    Step(
        "close",
        "结案",
        ("performing",),
        "closed",
        TEAM,
        (bases.RECORDING,),
        forms_simple.CLOSING,
        requires=("reported",),
        guards=(
            guards.dated("closed_on", "decided_on", label="结案日期"),
            guards_after.RECORDS_COMPLETE,
            guards_after.PERFORMED,
        ),
        effects=effects_decision.close,
        closes=("penalty.pay",),
        reads=(RecordItem,),
        dated_by="closed_on",
    ),
    ARCHIVE,
)
