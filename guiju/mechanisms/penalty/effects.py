"""What the steps up to the notice change. A step claimed from outside makes no paper of ours: it exists there."""

from __future__ import annotations

from typing import Any

from guiju.kernel.matters.api import Party, is_organisation, names_in
from guiju.kernel.procedure.api import Draft, Snapshot, names_told
from guiju.mechanisms.penalty.amounts import sentence_from
from guiju.mechanisms.penalty.models import PartyKind
from guiju.mechanisms.penalty.numbers import number
from guiju.mechanisms.penalty.papers import paper
from guiju.mechanisms.penalty.rows import CaseEvidence, CaseGood, RecordItem

SAMPLED = "抽样"  # a manner of obtaining evidence that has a paper of its own (第56条)
RESTS_ON = ("violated_rule", "penalty_basis")  # told by a sheet at once; at the desk the conclusion tells it


def item_label(draft: Draft, code: str) -> str:
    """What the catalogue calls an item; the code itself where it holds none such."""
    history = draft.moment.lawbook.item_history(code) if code else ()
    return history[-1].label if history else code


def join_staff(draft: Draft, field: str, capacity: str) -> None:
    """Record who took part, as the input names them."""
    for name in names_told(draft.get(field)):
        draft.join(capacity, name, unit_id=draft.snapshot.matter["unit_id"])


def add_party(draft: Draft) -> None:
    """The party of the case, once; a later step may add what the clue did not know."""
    if parties_of(draft.snapshot):
        return
    for ordinal, name in enumerate(names_in(draft.get("party")), 1):
        known = {"telephone": "party_phone", "id_number": "party_id", "address": "party_address"}
        own = {column: draft.get(field, "") for column, field in known.items()} if ordinal == 1 else {}
        if is_organisation(name) or draft.get("party_kind") in (PartyKind.ORGANISATION, PartyKind.BUSINESS):
            draft.party("party", organisation=name[:80], ordinal=ordinal, **own)
        else:
            draft.party("party", name, ordinal=ordinal, **own)


def parties_of(snapshot: Snapshot) -> list[dict[str, Any]]:
    """The party rows of a case."""
    return [row for row in snapshot.of(Party) if row["role"] == "party"]


def complete_party(draft: Draft) -> None:
    """第59条: the address of the first party where an earlier step did not know it; the party itself if need be."""
    rows = sorted(parties_of(draft.snapshot), key=lambda row: row["ordinal"])
    if not rows:
        add_party(draft)
    elif draft.get("party_address") and not rows[0].get("address"):
        draft.change(Party, rows[0]["id"], address=draft.get("party_address"))


def open_case(draft: Draft, book: str) -> None:
    """Open the matter. Its title names the item, never the party."""
    code = str(draft.get("item", ""))
    label = str(draft.get("cause") or item_label(draft, code) or "案件")
    draft.open_matter(
        unit_id=draft.values["unit"],
        title=f"{label}案" if not label.endswith("案") else label,
        number=number(draft, book, draft.get("number")),
        master=str(draft.get("master", ""))[:32],
        master_number=str(draft.get("master_number", ""))[:64],
    )
    draft.detail(
        item=code,
        cause=label[:80],
        discovered_on=draft.event_date,
        **draft.given("source", "party_kind", "place", "facts", "occurred_on", "safety", "inspection_code", *RESTS_ON),
        source_number=str(draft.get("source_number", ""))[:64],
    )
    add_party(draft)
    source = draft.moment.numbers.get(draft.get("source_number", ""))
    if source is not None:
        draft.arise_from(source, draft.get("source", "") or "clue")


def register_clue(draft: Draft) -> None:
    """登记线索. A case carried over from an on-spot one brings its facts along, and what was intended there."""
    open_case(draft, "clue")
    page = draft.get("on_spot")
    if page is not None:
        draft.arise_from(page, "on_spot")
        intended = sentence_from(draft.values)
        draft.detail(proposed_kinds=intended.codes, proposed_fine=intended.fine)


def reject(draft: Draft) -> None:
    """不予立案."""
    draft.matter(outcome="rejected")


def file_case(draft: Draft) -> None:
    """第54条: 立案; from this day the term of the decision runs (第60条)."""
    draft.matter(number=number(draft, "filing", draft.get("number")), number_imported=bool(draft.get("number")))
    draft.detail(filed_on=draft.event_date, **draft.given("occurred_on", "safety"))
    join_staff(draft, "officers", "officer")
    join_staff(draft, "approver", "approver")
    taken = draft.intent.mode == "taken"
    paper(draft, "filing_form", number=draft.snapshot.matter["number"] if taken else "")


def _evidence(draft: Draft, kind: str, title: str, manner: str = "") -> None:
    ordinal = sum(1 for _ in draft.snapshot.of(CaseEvidence)) + 1
    draft.add(
        CaseEvidence,
        ordinal=ordinal,
        kind=kind,
        title=title,
        obtained_on=draft.event_date,
        manner=manner[:40],
        audited={"yes": True, "no": False}.get(draft.get("audited", "")),
    )


def inspect(draft: Draft) -> None:
    """第55条: 现场检查（勘验）笔录."""
    _evidence(draft, "site_record", "现场检查（勘验）笔录", "现场检查")
    draft.detail(**draft.given("inspection_code"))
    join_staff(draft, "officers", "officer")
    paper(draft, "inspection_record")


def question(draft: Draft) -> None:
    """第55条: 询问笔录."""
    _evidence(draft, "statement", "询问笔录", "询问")
    join_staff(draft, "officers", "officer")
    paper(draft, "questioning_record")


def collect(draft: Draft) -> None:
    """第46条: one piece of evidence more; whatever was told before it is stale."""
    manner = str(draft.get("manner", ""))
    _evidence(draft, draft.get("kind", "documents"), draft.get("title", "证据"), manner)
    if SAMPLED in manner:
        paper(draft, "sampling_notice")


def preserve(draft: Draft) -> None:
    """第56条: 先行登记保存, to be handled within its working days."""
    draft.add(
        CaseGood,
        name=str(draft.values["goods"])[:80],
        quantity=str(draft.get("quantity", ""))[:24],
        keeper=str(draft.get("keeper", ""))[:40],
        kept_on=draft.event_date,
    )
    join_staff(draft, "approver", "approver")
    paper(draft, "preservation_notice", number=number(draft, "preservation", None))


def dispose(draft: Draft) -> None:
    """第56条: what becomes of the goods that were kept."""
    for row in list(draft.snapshot.of(CaseGood)):
        if not row.get("disposed_on"):
            draft.change(CaseGood, row["id"], disposal=draft.values["disposal"], disposed_on=draft.event_date)
    paper(draft, "goods_handling")


def order_correction(draft: Draft) -> None:
    """第28条: 责令改正."""
    draft.detail(**draft.given("correct_by"))
    paper(draft, "correction_order", number=number(draft, "correction", None))


def recheck(draft: Draft) -> None:
    """复查: whether the act was put right."""
    if draft.get("corrected") == "yes":
        draft.detail(corrected_on=draft.event_date)


def recuse(draft: Draft) -> None:
    """第43条: somebody takes no further part."""
    join_staff(draft, "person", "recused")


def pause(draft: Draft) -> None:
    """The case rests; whether its term rests too is for the rule to say."""
    draft.detail(paused_in=draft.snapshot.stage)


def resume(draft: Draft) -> None:
    draft.detail(paused_in="")


def extend(draft: Draft) -> None:
    """第60条: a longer term for the decision, approved with its ground."""
    join_staff(draft, "approver", "approver")
    paper(draft, "extension_form")


def conclude(draft: Draft) -> None:
    """第57条: the investigation is over; what is proposed, and why."""
    proposed = sentence_from(draft.values)
    draft.detail(
        concluded_on=draft.event_date,
        proposed_kinds=proposed.codes,
        proposed_fine=proposed.fine,
        proposed_confiscation=proposed.confiscation,
        **draft.given("facts", "proposal", "circumstances", "violated_rule", "penalty_basis"),
        **{name: bool(draft.get(name)) for name in ("complex", "public_interest", "several_relations")},
    )
    complete_party(draft)
    paper(draft, "investigation_report")


def transfer(draft: Draft) -> None:
    """第27条 for a crime; another organ's case goes to that organ."""
    draft.detail(transferred_to=str(draft.values["receiver"])[:64], transferred_on=draft.event_date)
    draft.detail(crime=bool(draft.get("crime")))
    join_staff(draft, "approver", "approver")
    paper(draft, "transfer_letter")


def receipt(draft: Draft) -> None:
    draft.detail(receipt_on=draft.event_date)
    draft.matter(outcome="transferred")


def returned(draft: Draft) -> None:
    draft.detail(transferred_to="", transferred_on=None)


def record(draft: Draft) -> None:
    """第47条: an audio-video record; the media stay where they are."""
    draft.add(
        RecordItem,
        item=draft.values["item"],
        device=str(draft.get("device", ""))[:40],
        file_name=str(draft.get("file_name", ""))[:120],
        began_at=draft.get("began_at"),
        ended_at=draft.get("ended_at"),
        kept_at=str(draft.get("kept_at", ""))[:80],
        keep_until=draft.get("keep_until"),
        sha256=str(draft.get("sha256", ""))[:64],
        recorded_on=draft.event_date,
    )
    paper(draft, "recording_register")
