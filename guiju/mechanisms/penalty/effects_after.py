"""What notice, defence, hearing, review and discussion change."""

from __future__ import annotations

from typing import Any

from guiju.kernel.lawbook.api import LawbookError
from guiju.kernel.procedure.api import Draft, names_told
from guiju.kernel.terms.api import due_date
from guiju.mechanisms.penalty.amounts import sentence_from, sentence_of
from guiju.mechanisms.penalty.effects import complete_party, join_staff
from guiju.mechanisms.penalty.numbers import number
from guiju.mechanisms.penalty.papers import paper
from guiju.mechanisms.penalty.rows import CaseOpinion, ServedNotice, ServiceOfPaper


def _last_day(draft: Draft, rule_id: str) -> Any:
    """The last day of a period that begins on the day of the step; None where no rulepack has it."""
    try:
        rule = draft.moment.lawbook.term_rule(rule_id, draft.event_date)
    except LawbookError:
        return None
    return due_date(rule, draft.event_date, draft.moment.calendar).on


def note_service(draft: Draft, what: str) -> None:
    """第61条: one paper more was served, in some manner."""
    draft.add(
        ServiceOfPaper,
        paper=what,
        manner=draft.get("manner", ""),
        served_on=draft.event_date,
        note=str(draft.get("note", ""))[:80],
    )


def notify(draft: Draft) -> None:
    """第44条: what is intended, why, and which rights there are; a later notice takes the place of an earlier one."""
    complete_party(draft)
    told = sentence_from(draft.values)
    if not told.kinds:
        told = sentence_of(draft.snapshot.detail, "proposed")
    until = draft.get("defence_until") or _last_day(draft, "penalty.defence")
    hearing_told = bool(draft.get("hearing_told"))
    values = {"kinds": told.codes, "fine": told.fine, "confiscation": told.confiscation, "hearing_told": hearing_told}
    ordinal = sum(1 for _ in draft.snapshot.of(ServedNotice)) + 1
    draft.add(ServedNotice, ordinal=ordinal, served_on=draft.event_date, defence_until=until, **values)
    draft.detail(
        notified_on=draft.event_date,
        told_kinds=told.codes,
        told_fine=told.fine,
        told_confiscation=told.confiscation,
        hearing_told=hearing_told,
        defence_until=until,
        hearing_until=_last_day(draft, "penalty.hearing.ask") if hearing_told else None,
        waived_on=None,
    )
    note_service(draft, "notice")
    paper(draft, "prior_notice", number=number(draft, "notice", None))
    if hearing_told:
        paper(draft, "hearing_right_notice", number=number(draft, "notice", None))
    if draft.get("consent"):
        paper(draft, "address_confirmation")


def waive(draft: Draft) -> None:
    """第62条: the party clearly gave up its say."""
    values: dict[str, Any] = {"waived_on": draft.event_date}
    if draft.get("hearing_waived"):
        values["hearing_until"] = None
    draft.detail(**values)


def hear_defence(draft: Draft) -> None:
    """第45条: 听取陈述、申辩."""
    draft.detail(defence_on=draft.event_date, defence=draft.get("defence", ""), defence_adopted="")
    paper(draft, "defence_record")


def review_defence(draft: Draft) -> None:
    """第45条: 复核; what holds is adopted."""
    draft.detail(defence_adopted=draft.values["adopted"])


def ask_hearing(draft: Draft) -> None:
    """第64条第1项."""
    draft.detail(hearing_asked_on=draft.event_date)
    paper(draft, "hearing_request")


def announce_hearing(draft: Draft) -> None:
    """第64条第2项."""
    draft.detail(hearing_set_for=draft.get("set_for"))
    join_staff(draft, "host", "host")
    paper(draft, "hearing_notice")
    if draft.get("open"):
        paper(draft, "hearing_announcement")


def hold_hearing(draft: Draft) -> None:
    """第64、65条: the decision rests on the record of the hearing."""
    draft.detail(hearing_held_on=draft.event_date, hearing_opinion=draft.get("opinion", ""))
    join_staff(draft, "host", "host")
    paper(draft, "hearing_record")
    paper(draft, "hearing_report")


def withdraw_hearing(draft: Draft) -> None:
    draft.detail(hearing_set_for=None)


def _opinion(draft: Draft, kind: CaseOpinion.Kind, name: str, **values: Any) -> None:
    name = next(iter(names_told(name)), "")
    person = draft.moment.directory.person(name)
    ordinal = sum(1 for row in draft.snapshot.of(CaseOpinion) if row["kind"] == kind) + 1
    draft.add(
        CaseOpinion,
        kind=kind.value,
        ordinal=ordinal,
        given_on=draft.event_date,
        person_id=person,
        name="" if person else name[:32],
        **values,
    )


def check_file(draft: Draft) -> None:
    """The team's own legal officer has looked through the file."""
    join_staff(draft, "checker", "checker")
    _opinion(draft, CaseOpinion.Kind.CHECK, str(draft.get("checker", "")), text=draft.get("opinion", ""))
    draft.detail(checked_on=draft.event_date)


def _reviewed(draft: Draft, agrees: bool) -> None:
    join_staff(draft, "reviewer", "reviewer")
    name, text = str(draft.get("reviewer", "")), draft.get("opinion", "")
    _opinion(draft, CaseOpinion.Kind.REVIEW, name, agrees=agrees, text=text)
    paper(draft, "review_opinion")


def pass_review(draft: Draft) -> None:
    """第58条: 审核通过."""
    _reviewed(draft, agrees=True)
    draft.detail(reviewed_on=draft.event_date)


def object_review(draft: Draft) -> None:
    """第58条: 审核提出问题; the team acts on it and sends the case again."""
    _reviewed(draft, agrees=False)
    draft.detail(reviewed_on=None)


def answer_review(draft: Draft) -> None:
    """国办发〔2018〕118号 四(十三): what was adopted, and why the rest was not."""
    open_ones = [r for r in draft.snapshot.of(CaseOpinion) if r["kind"] == CaseOpinion.Kind.REVIEW]
    if open_ones:
        answered = {"adopted": bool(draft.get("adopted")), "answer": draft.get("answer", "")}
        draft.change(CaseOpinion, open_ones[-1]["id"], **answered)


def discuss(draft: Draft) -> None:
    """第57条第2款: the organ's leaders decide together; dissent stays on record."""
    dissenting = set(names_told(draft.get("dissenter")))
    for name in names_told(draft.get("members")):
        draft.join("discussant", name)
        agrees = name not in dissenting
        text = draft.get("conclusion" if agrees else "dissent", "")
        _opinion(draft, CaseOpinion.Kind.DISCUSSION, name, agrees=agrees, text=text)
    for name in names_told(draft.get("attending")):
        _opinion(draft, CaseOpinion.Kind.DISCUSSION, name, attends_only=True)
    draft.detail(discussed_on=draft.event_date)
    paper(draft, "discussion_record")
