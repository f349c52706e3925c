"""An ordinary case from clue to archive, with what each step opens, makes and leaves."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.documents.api import Document
from guiju.kernel.terms.api import Term
from guiju.mechanisms.penalty.models import PenaltyDetail
from guiju.mechanisms.penalty.tests.made_cases import Desk


def test_case_goes_from_clue_to_archive(desk: Desk) -> None:
    matter = desk.decided()
    desk.take(matter, "serve")
    later = desk.after(3)
    later.take(matter, "pay")
    later.take(matter, "publish", address="https://example.invalid/1")
    later.take(matter, "close")
    later.take(matter, "archive")
    snapshot = later.snapshot(matter)
    assert snapshot.stage == "archived"
    assert snapshot.detail["recorded"] is True
    assert snapshot.detail["heaviest_kind"] == "fine"
    assert not [row for row in snapshot.of(Term) if row["state"] in (Term.State.OPEN, Term.State.SUSPENDED)]
    kinds = set(Document.objects.filter(matter_id=matter).values_list("kind", flat=True))
    assert {"filing_form", "inspection_record", "investigation_report", "prior_notice", "decision"} <= kinds
    item = DisclosureItem.objects.get(matter_id=matter)
    assert item.state == DisclosureItem.State.PUBLISHED and item.published_on <= item.due_on


def test_number_of_the_case_is_that_of_its_filing(desk: Desk) -> None:
    matter = desk.investigated()
    assert desk.snapshot(matter).matter["number"] == "远综执罚立〔2026〕1号"


def test_ninety_days_run_from_filing(desk: Desk) -> None:
    matter = desk.investigated()
    term = Term.objects.get(matter_id=matter, rule="penalty.decide")
    assert term.due_on == desk.today + dt.timedelta(90)


def test_decision_is_numbered_and_what_was_decided_is_kept(desk: Desk) -> None:
    matter = desk.decided()
    detail = PenaltyDetail.objects.get(matter_id=matter)
    assert detail.decision is not None
    assert detail.decision.number == "远综执罚决〔2026〕1号"
    assert (detail.decided_kinds, detail.fine) == ("fine", 3000)
