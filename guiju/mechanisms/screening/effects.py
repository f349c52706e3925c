"""What the steps of screening change."""

from __future__ import annotations

from typing import Any

from guiju.kernel.ledger.api import Series
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.screening.forms import DISPUTE_KINDS
from guiju.mechanisms.screening.parties import add_parties

ONGOING, HANDED_OVER, RESOLVED = "ongoing", "handed_over", "resolved"
BY_HANDLING = ("measures", "resolution_way", "handled_by_unit", "handled_by", "resolve_by", "outcome_note")
OUTCOMES = {RESOLVED: "已化解", ONGOING: "化解中", HANDED_OVER: "移交"}


def title_of(draft: Draft) -> str:
    """松溪村：邻里纠纷. What the sheet calls the dispute may hold names and stays private."""
    unit = draft.moment.directory.unit_names[draft.values["unit"]]
    return f"{unit}：{DISPUTE_KINDS.get(draft.get('dispute_kind', ''), '矛盾纠纷')}"


def known_day(draft: Draft) -> Any:
    """The day of the step; None where a sheet does not tell it."""
    return None if draft.get("day_not_told") else draft.event_date


def register(draft: Draft) -> None:
    """登记不稳定因素: mediation may begin of its own accord (人民调解法 第17条)."""
    prefix = draft.moment.directory.town_prefix
    series = Series(draft.moment.town_id, "screening.factor", draft.event_date.year, f"{prefix}排查〔{{year}}〕{{n}}号")
    number = draft.number(series, draft.get("number"))
    unit = draft.values["unit"]
    draft.open_matter(unit_id=unit, title=title_of(draft), number=number, registered_on=draft.get("registered_on"))
    draft.detail(
        campaign=draft.get("campaign", ""),
        subject=draft.get("subject", ""),
        dispute_kind=draft.get("dispute_kind", ""),
        place=draft.get("place", ""),
        facts=draft.get("facts", ""),
        persons=draft.get("persons"),
        resolve_by=draft.get("resolve_by"),
        screened_by=draft.get("screened_by", ""),
        feedback=draft.get("feedback", ""),  # a sheet does not say when it was heard
        note=draft.get("note", ""),
    )
    add_parties(draft)
    campaign = draft.moment.numbers.get(draft.get("campaign_number", ""))
    if campaign is not None:
        draft.arise_from(campaign, "screened")


def assess(draft: Draft) -> None:
    """评估纠纷级别: of the dispute, with reasons (第25条)."""
    draft.detail(
        grade=draft.values["grade"],
        grade_reasons=draft.get("grade_reasons", ""),
        risk=draft.get("risk", ""),
        assessed_on=draft.event_date,
    )


def report(draft: Draft) -> None:
    """向公安机关等报告 (第25条)."""
    draft.detail(reported_on=draft.event_date, reported_to=draft.values["reported_to"])


def handle(draft: Draft) -> None:
    """采取化解措施 (第21、25条)."""
    draft.detail(**draft.given(*BY_HANDLING))
    draft.matter(outcome=ONGOING)


def hand_over(draft: Draft) -> None:
    """移交: somebody else takes it up; it stays on the list until it is settled there."""
    draft.detail(handed_over_on=known_day(draft), handed_over_to=draft.get("handed_over_to", ""))
    draft.matter(outcome=HANDED_OVER)


def take_back(draft: Draft) -> None:
    """接回: whom it was handed to gave it back; to whom it had gone stays on the timeline."""
    draft.detail(handed_over_on=None, handed_over_to="", taken_back_on=draft.event_date)
    draft.detail(take_back_reason=draft.values["take_back_reason"])
    draft.matter(outcome=ONGOING)


def resolve(draft: Draft) -> None:
    """化解 (第21条)."""
    draft.detail(resolved_on=known_day(draft), **draft.given("outcome_note"))
    draft.matter(outcome=RESOLVED)
    link(draft)


def link(draft: Draft) -> None:
    """关联调解: the mediation arises from the dispute, where it is on record here."""
    number = draft.get("mediation_number")
    if not number:
        return
    draft.detail(mediation_number=number)
    mediation = draft.moment.numbers.get(number)
    if mediation is not None:
        draft.arise_from(draft.snapshot.key, "screened", of=mediation)


def hear_feedback(draft: Draft) -> None:
    """听取群众意见."""
    draft.detail(feedback=draft.values["feedback"])


def begin_campaign(draft: Draft) -> None:
    """部署排查."""
    prefix, year = draft.moment.directory.town_prefix, draft.values["starts_on"].year
    series = Series(draft.moment.town_id, "screening.campaign", year, f"{prefix}排查批次〔{{year}}〕{{n}}号")
    number = draft.number(series, draft.get("number"))
    draft.open_matter(unit_id=draft.values["unit"], title=draft.values["name"], number=number)
    draft.detail(
        campaign_kind=draft.values["campaign_kind"],
        name=draft.values["name"],
        scope=draft.get("scope", ""),
        starts_on=draft.values["starts_on"],
        ends_on=draft.get("ends_on"),
    )


def end_campaign(draft: Draft) -> None:
    """结束排查."""
    draft.detail(ended_on=draft.event_date, summary=draft.get("summary", ""))
