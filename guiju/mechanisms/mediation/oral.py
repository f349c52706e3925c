"""The everyday way: an oral page, one record of one step (第28、30条), which one button turns into a full file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.kernel.matters.api import Participation, Party
from guiju.kernel.procedure.api import (
    START,
    Draft,
    Guard,
    Intent,
    Moment,
    Opens,
    Procedure,
    Refusal,
    Snapshot,
    Stage,
    Step,
)
from guiju.mechanisms.mediation import bases, effects, forms, guards, papers
from guiju.mechanisms.mediation.models import AgreementForm, MediationDetail, Performance
from guiju.mechanisms.mediation.numbers import shown
from guiju.mechanisms.mediation.posts import FROM, MEDIATORS, REGISTRARS

# What a file takes over from the oral page out of which it grows, beside parties and mediators.
PLAIN = ("mediation_kind", "source", "source_number", "dispute_kind", "workroom", "amount", "conversion", "mediated_on")
FLAGS = ("cross_committee", "death")
PRIVATE = ("place", "facts", "agreement_text", "note")
PARTY_TEXTS = ("name", "telephone", "id_number", "address")


def record_oral(draft: Draft) -> None:
    """记下口头协议 (第28条); it takes effect when it is reached (第30条)."""
    effects.beginning(draft, "oral")
    outcome, day = draft.values["outcome"], draft.event_date
    draft.detail(accepted_on=draft.get("accepted_on", day), mediated_on=day)
    if outcome == "agreement":
        performance = draft.get("performance", Performance.ONGOING.value)
        draft.detail(
            agreed_on=day,
            effective_on=day,
            agreement_form=AgreementForm.ORAL.value,
            agreement_text=draft.get("agreement_text", ""),
            performance=performance,
        )
    draft.matter(outcome=outcome)
    draft.join_named("mediator")
    if effects.made_here(draft):
        number = draft.snapshot.matter["number"]
        content = papers.oral_page(draft, shown(number))
        draft.document("oral_page", content, title="人民调解口头协议登记表", number=number)


def continue_as_file(draft: Draft) -> None:
    """转为完整卷宗: the page stays as it is and names the day; the file arises from it."""
    draft.detail(continued_on=draft.event_date)


def note_performance(draft: Draft) -> None:
    """How far what was agreed by word of mouth has been performed (第31条)."""
    state = draft.values["performance"]
    draft.detail(performance=state, performed_on=draft.event_date if state == Performance.PERFORMED else None)


def full_file(page: Snapshot, moment: Moment) -> Opens:
    """The file that grows out of an oral page, with everything that the page says. Needs its private values open."""
    detail = page.detail
    values: dict[str, Any] = {name: detail.get(name) for name in (*PLAIN, *FLAGS)}
    values |= {name: page.text(detail.get(name, "")) for name in PRIVATE}
    values |= {capacity: _people(page, moment, capacity) for capacity in effects.TAKEN_OVER}
    parties = tuple(_party(page, row) for row in page.of(Party))
    applicant = next((_called(party) for party in parties if party["role"] == "applicant"), "当事人")
    values |= {
        "unit": page.matter["unit_id"],
        "village": detail.get("village_id"),
        "applicant": applicant,
        "parties": parties,
        "oral_page": page.key,
        "registered_on": moment.today,
    }
    return Opens("file", (Intent("register", values),))


def _people(page: Snapshot, moment: Moment, capacity: str) -> str:
    named = moment.directory.person_names
    rows = [row for row in page.of(Participation) if row["capacity"] == capacity]
    return "、".join(named.get(row["person_id"], row["name"]) for row in rows)


def _party(page: Snapshot, row: Mapping[str, Any]) -> dict[str, Any]:
    texts = {name: page.text(row[name]) for name in PARTY_TEXTS}
    return {**texts, "role": row["role"], "ordinal": row["ordinal"], "organisation": row["organisation"]}


def _called(party: Mapping[str, Any]) -> str:
    return str(party["organisation"] or party["name"])


def _not_continued(snapshot: Snapshot, values: Mapping[str, Any], moment: Moment) -> Refusal | None:
    day = snapshot.detail.get("continued_on")
    if day is None:
        return None
    return Refusal("continued", f"这一页已经在{day.isoformat()}转为完整卷宗。", remedy="请到关联事项里打开那一件。")


RECORD = Step(
    "record_oral",
    "登记口头调解",
    (START,),
    "recorded",
    REGISTRARS,
    (bases.ORAL_AGREEMENT, bases.ORAL_EFFECT),
    forms.ORAL,
    guards=(
        guards.COMMITTEE_KNOWN,
        guards.dated("accepted_on"),
        guards.dated("mediated_on"),
        guards.PARTIES_NAMED,
        guards.CONTENT_WRITTEN,
    ),
    effects=record_oral,
    makes="人民调解口头协议登记表",
    button="登记这次调解",
    dated_by="mediated_on",
)
TO_FULL_FILE = Step(
    "to_full_file",
    "转为完整卷宗",
    ("recorded",),
    None,
    MEDIATORS,
    (bases.ORAL_AGREEMENT, bases.AGREEMENT),
    guards=(Guard("not_continued", _not_continued),),
    effects=continue_as_file,
    makes="一件人民调解，当事人、事实和协议内容照搬",
    reads_private=True,
    continues=full_file,
)
NOTE_PERFORMANCE = Step(
    "note_oral_performance",
    "登记履行情况",
    ("recorded",),
    None,
    REGISTRARS,
    (bases.PERFORMANCE,),
    forms.ORAL_PERFORMANCE,
    effects=note_performance,
    dated_by="seen_on",
    other_way=True,
)

ORAL_PROCEDURE = Procedure(
    mechanism="mediation",
    kind="oral",
    label="口头调解",
    version="1",
    in_force_from=FROM,
    stages=(Stage("recorded", "已登记", end=True),),
    steps=(RECORD, TO_FULL_FILE, NOTE_PERFORMANCE),
    detail=MediationDetail,
    outcomes={"agreement": "达成口头协议", "failed": "调解不成"},
    number_kind="mediation.oral",
)
