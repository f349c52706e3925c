"""The usual month runs from acceptance to the agreement in force; the parties' thirty days run from there."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.procedure.api import Finding
from guiju.kernel.terms.api import Term
from guiju.mechanisms.mediation.rows import tells_mediation
from guiju.mechanisms.mediation.tests.made_mediations import TODAY

MONTH, CONFIRMATION = "mediation.complete", "mediation.confirmation.apply"


def states(matter):
    return {term.rule: term.state for term in Term.objects.filter(matter=matter)}


def test_month_opens_at_acceptance_and_never_turns_red(desk):
    matter = desk.register()
    assert states(matter) == {}
    desk.take(matter, "accept")
    term = Term.objects.get(matter=matter)
    assert (term.rule, term.due_on, term.red, term.force) == (MONTH, dt.date(2026, 4, 12), False, "法律提倡")
    assert "2026年4月12日" in term.explanation or "4月12日" in term.explanation


def test_month_ends_when_the_agreement_takes_effect(desk):
    matter = desk.agreed()
    assert states(matter) == {MONTH: "open"}
    desk.take(matter, "sign_and_seal")
    desk.take(matter, "take_effect")
    assert states(matter) == {MONTH: "met", CONFIRMATION: "open"}
    assert Term.objects.get(matter=matter, rule=CONFIRMATION).due_on == TODAY + dt.timedelta(
        days=32
    )  # 30 days: Saturday


def test_term_of_the_parties_is_never_called_overdue(desk):
    matter = desk.agreed()
    desk.take(matter, "sign_and_seal")
    desk.take(matter, "take_effect")
    assert Term.objects.get(matter=matter, rule=CONFIRMATION).red is False


def test_asking_or_declining_ends_the_thirty_days(desk):
    for step in ("ask_confirmation", "decline_confirmation"):
        matter = desk.agreed()
        desk.take(matter, "sign_and_seal")
        desk.take(matter, "take_effect")
        desk.take(matter, step)
        assert states(matter)[CONFIRMATION] == "met"


def test_confirmation_asked_too_late_is_refused_by_its_article(desk):
    matter = desk.agreed()
    desk.take(matter, "sign_and_seal")
    desk.take(matter, "take_effect")
    late = desk.on(TODAY + dt.timedelta(days=40))
    assert late.refusal_codes(matter, "ask_confirmation") == ["confirmation_over"]


def test_termination_ends_the_month_and_needs_the_other_ways_told(desk):
    matter = desk.in_mediation()
    assert desk.refusal_codes(matter, "terminate", termination="no_agreement") == ["told_other_ways"]
    desk.take(matter, "terminate", termination="no_agreement", told_other_ways=True)
    assert states(matter) == {MONTH: "met"}


def test_agreement_told_after_the_month_leaves_a_finding_and_no_term(desk):
    row = {
        "number": "林人调〔2022〕7号",
        "accepted_on": dt.date(2022, 3, 1),
        "informed_on": dt.date(2022, 3, 1),
        "applicant": "谷雨",
        "mediator": "柏青禾",
        "mediated_on": dt.date(2022, 4, 8),
        "outcome": "agreement",
        "agreement_number": "林人调协〔2022〕5号",
        "performance": "ongoing",
    }
    planned = desk.told(tells_mediation, row)
    assert [finding.code for finding in planned.findings] == [f"late.{MONTH}"]
    # The parties' thirty days were over long ago: no term is opened for them.
    assert not [change for change in planned.plan.changes if change.model is Term]
    assert [change for change in planned.plan.changes if change.model is Finding]
