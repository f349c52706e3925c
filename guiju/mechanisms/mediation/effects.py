"""What the steps of a file change. A step claimed from outside makes no paper of ours: the paper exists there."""

from __future__ import annotations

from typing import Any

from guiju.kernel.documents.api import Content, Document
from guiju.kernel.ledger.api import NewKey
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.mediation import papers
from guiju.mechanisms.mediation.forms import DISPUTE_KINDS
from guiju.mechanisms.mediation.models import AgreementForm, MediationKind, MediationSession, Performance
from guiju.mechanisms.mediation.numbers import committee_of, number, shown
from guiju.mechanisms.mediation.parties import add_parties

TAKEN_OVER = ("mediator", "co_mediator", "legal_adviser")


def title_of(draft: Draft, committee: int) -> str:
    """松溪村：邻里纠纷. A title never holds a private name."""
    names = draft.moment.directory.unit_names
    village = draft.get("village")
    place = names[village] if village in names else names[committee].removesuffix("人民调解委员会")
    kind = draft.get("dispute_kind", "")
    return f"{place}：{DISPUTE_KINDS.get(kind, '纠纷')}"


def made_here(draft: Draft) -> bool:
    """Whether the step is taken here, so that its paper is made here too."""
    return draft.intent.mode == "taken"


def paper(draft: Draft, kind: str, title: str, content: Content | None, **values: Any) -> NewKey | None:
    """Freeze a paper of a step that is taken here; for a claimed one nothing."""
    return draft.document(kind, content, title=title, **values) if content is not None else None


def link_source(draft: Draft) -> None:
    """Tie the matter to the order or dispute from which it arises, where that one is on record here."""
    source = draft.moment.numbers.get(draft.get("source_number", ""))
    if source is not None:
        draft.arise_from(source, "diverted")


def beginning(draft: Draft, book: str) -> None:
    """Open the matter of a file or of an oral page, with its parties and where it came from."""
    committee = committee_of(draft, draft.values["unit"])
    given = number(draft, book, draft.get("number"))
    draft.open_matter(unit_id=committee, title=title_of(draft, committee), number=given)
    draft.detail(
        mediation_kind=draft.get("mediation_kind", MediationKind.PEOPLE.value),
        source=draft.get("source", ""),
        source_number=draft.get("source_number", ""),
        dispute_kind=draft.get("dispute_kind", ""),
        village_id=draft.get("village"),
        place=draft.get("place", ""),
        facts=draft.get("facts", ""),
        amount=draft.get("amount"),
        workroom=str(draft.get("workroom", ""))[:40],
        cross_committee=bool(draft.get("cross_committee", False)),
        death=bool(draft.get("death", False)),
        conversion=draft.get("conversion", ""),
        note=draft.get("note", ""),
    )
    for party in draft.get("parties", ()):  # taken over from an oral page
        draft.party(**party)
    if not draft.get("parties"):
        add_parties(draft)
    link_source(draft)


def register(draft: Draft) -> None:
    """登记. A file that grew out of an oral page keeps what the page says and arises from it."""
    beginning(draft, "register")
    page = draft.get("oral_page")
    if page is not None:
        draft.detail(agreement_text=draft.get("agreement_text", ""), mediated_on=draft.get("mediated_on"))
        for capacity in TAKEN_OVER:
            draft.join_named(capacity)
        draft.arise_from(page, "oral_page")


def accept(draft: Draft) -> None:
    """受理: the usual month begins on this day (人民调解工作若干规定 第33条)."""
    draft.detail(accepted_on=draft.event_date)
    paper(draft, "acceptance_form", "人民调解受理登记表", papers.acceptance_form(draft) if made_here(draft) else None)


def inform(draft: Draft) -> None:
    """告知权利义务 (人民调解工作若干规定 第30条)."""
    draft.detail(informed_on=draft.event_date)
    paper(draft, "rights_notice", "当事人权利义务告知书", papers.rights_notice(draft) if made_here(draft) else None)


def appoint(draft: Draft) -> None:
    """确定调解员 (第19条)."""
    draft.join_named("mediator")
    draft.join_named("co_mediator")


def mediate(draft: Draft) -> None:
    """调解一次；第20条 lets advisers and others take part."""
    ordinal = sum(1 for _ in draft.snapshot.of(MediationSession)) + 1
    draft.add(
        MediationSession,
        ordinal=ordinal,
        held_on=draft.event_date,
        held_at=str(draft.get("held_at", ""))[:40],
        result=draft.get("session_result", ""),
        record=draft.get("record", ""),
    )
    draft.detail(mediated_on=draft.event_date)
    draft.join_named("legal_adviser")
    content = papers.session_record(draft, ordinal) if made_here(draft) else None
    paper(draft, "session_record", f"人民调解记录（第{ordinal}次）", content)


def grade(draft: Draft) -> None:
    """评估纠纷风险: of the dispute, with reasons (第25条)."""
    draft.detail(grade=draft.values["grade"], grade_reasons=draft.get("grade_reasons", ""))


def agree(draft: Draft) -> None:
    """第28、29条：制作协议书，or note an oral agreement within a file."""
    form = draft.get("agreement_form", AgreementForm.WRITTEN.value)
    given = {name: draft.get(name) for name in ("facts", "responsibility", "agreement_text", "performance_place")}
    values = {name: value for name, value in given.items() if value is not None}
    if draft.get("amount") is not None:
        values["amount"] = draft.get("amount")
    if draft.get("conversion"):
        values["conversion"] = draft.get("conversion")
    draft.detail(
        agreed_on=draft.event_date,
        agreement_form=form,
        performance_manner=str(draft.get("performance_manner", ""))[:40],
        perform_by=draft.get("perform_by"),
        **values,
    )
    _void_earlier_paper(draft)  # a new agreement takes the place of one that was made before it
    draft.detail(agreement_id=_agreement_paper(draft, form))


def _void_earlier_paper(draft: Draft) -> None:
    """The paper of the present agreement keeps its number as 作废."""
    agreement = draft.snapshot.detail.get("agreement_id")
    if agreement is not None:
        draft.change(Document, agreement, state=Document.State.VOIDED.value)


def _agreement_paper(draft: Draft, form: str) -> NewKey | None:
    """The paper of the agreement; one that exists outside is recorded with its number, without content."""
    if form != AgreementForm.WRITTEN:
        content = papers.oral_page(draft, None) if made_here(draft) else None
        return paper(draft, "oral_page", "人民调解口头协议登记表", content)
    given = draft.get("agreement_number")
    if not made_here(draft):
        # A sheet without a number tells of no paper: nothing is made up for it.
        return (
            draft.document(
                "mediation_agreement", None, title="人民调解协议书", number=number(draft, "agreement", given)
            )
            if given
            else None
        )
    numbered = number(draft, "agreement", given)
    content = papers.agreement_paper(draft, shown(numbered))
    return draft.document("mediation_agreement", content, title="人民调解协议书", number=numbered)


def reopen(draft: Draft) -> None:
    """重新调解: the agreement's paper keeps its number as 作废, its signatures fall away with it."""
    _void_earlier_paper(draft)
    draft.detail(agreed_on=None, agreement_id=None, agreement_form="", perform_by=None)


def take_effect(draft: Draft) -> None:
    """协议生效 (第29、30条); only now does the mediation count as settled."""
    performance = draft.get("performance") or Performance.ONGOING.value
    draft.detail(effective_on=draft.event_date, performance=performance)
    draft.matter(outcome="agreement")


def ask_confirmation(draft: Draft) -> None:
    """双方共同申请司法确认 (第33条)."""
    draft.detail(confirmation="asked", confirmation_on=draft.event_date)


def decline_confirmation(draft: Draft) -> None:
    """双方不申请司法确认: the term need not be watched any longer."""
    draft.detail(confirmation="declined", confirmation_on=draft.event_date)


def note_performance(draft: Draft) -> None:
    """督促履行: how far the agreement has been performed (第31条)."""
    draft.detail(performance=draft.values["performance"])


def perform(draft: Draft) -> None:
    """履行完毕. Without a told day only the state is known."""
    known = None if draft.get("day_not_told") else draft.event_date
    draft.detail(performance=Performance.PERFORMED.value, performed_on=known)


def revisit(draft: Draft) -> None:
    """回访 (第31条)."""
    draft.detail(revisited_on=draft.event_date)
    paper(draft, "revisit_record", "人民调解回访记录", papers.revisit_record(draft) if made_here(draft) else None)


def _end(draft: Draft, outcome: str) -> None:
    known = None if draft.get("day_not_told") else draft.event_date
    draft.detail(terminated_on=known, termination=draft.get("termination", ""))
    if draft.get("note"):
        draft.detail(note=draft.get("note"))
    draft.matter(outcome=outcome)


def terminate(draft: Draft) -> None:
    """终止调解并告知其他途径 (第26条)."""
    _end(draft, "failed")
    content = papers.termination_notice(draft) if made_here(draft) else None
    paper(draft, "termination_notice", "终止调解告知书", content)


def refuse(draft: Draft) -> None:
    """一方明确拒绝的，不得调解；当事人也可以撤回 (第17、23条)."""
    _end(draft, "withdrawn")


def file(draft: Draft) -> None:
    """立卷归档 (第27条)."""
    draft.detail(filed_on=draft.event_date, file_number=str(draft.get("file_number", ""))[:64])
