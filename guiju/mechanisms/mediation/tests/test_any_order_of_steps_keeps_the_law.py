"""Steps in any order, taken and told from paper, through the real write path: the ledger keeps the law's sentences.

The machine knows nothing of facts or guards. It reads the steps back from the entries and judges them by itself.
"""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from guiju.kernel.documents.api import Document
from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Finding, Refused, apply, offers
from guiju.kernel.terms.api import Term
from guiju.mechanisms.mediation.procedure import FILE_PROCEDURE
from guiju.mechanisms.mediation.tests.made_mediations import TODAY, found_desk

VALUES = {
    "accept": {},
    "inform": {"informed_how": "oral"},
    "appoint": {"mediator": "柏青禾"},
    "mediate": {"session_result": "again"},
    "make_agreement": {"agreed_on": TODAY, "agreement_text": "各退一步", "agreement_form": "written"},
    "sign_parties": {},
    "sign_mediator": {},
    "apply_seal": {},
    "sign_and_seal": {},
    "take_effect": {},
    "reopen": {"reason": "双方要求"},
    "ask_confirmation": {},
    "decline_confirmation": {},
    "note_performance": {"performance": "partly"},
    "perform": {},
    "revisit": {"revisit": "双方满意"},
    "file": {},
    "terminate": {"told_other_ways": True},
    "refuse": {"termination": "refused"},
    "file_ended": {},
    "grade": {"grade": "low", "grade_reasons": "只为小事"},
}
ENDS = ("filed", "terminated", "withdrawn")


def since(codes: list[str], *marks: str) -> list[str]:
    """The steps after the last of some steps; all where there is none."""
    last = max((at for at, code in enumerate(codes) if code in marks), default=-1)
    return codes[last + 1 :]


def lacking(codes: list[str], step: str) -> set[str]:
    """What the law wants before a step and the steps so far do not show: names of the facts."""
    if step == "mediate":
        return set() if "appoint" in codes else {"mediators_appointed"}
    if step != "take_effect":
        return set()
    if "make_agreement" not in since(codes, "reopen"):
        return {"agreement_made"}  # signatures on no paper say nothing either way
    signed = since(codes, "reopen", "make_agreement")
    wanted = {"sign_parties": "signed_by_parties", "sign_mediator": "signed_by_mediator", "apply_seal": "sealed"}
    return {fact for code, fact in wanted.items() if not {code, "sign_and_seal"} & set(signed)}


class Mediation(RuleBasedStateMachine):
    """One file of the committee, from registration to wherever the steps lead."""

    desk = None

    @initialize()
    def begin(self):
        self.day = TODAY
        self.matter = self.desk.register()

    def steps(self):
        texts = Entry.objects.filter(matter_id=self.matter).order_by("index").values_list("steps", flat=True)
        return [step for text in texts if text for step in json.loads(text)]

    @rule(days=st.integers(0, 20))
    def days_pass(self, days):
        self.day += dt.timedelta(days=days)

    @precondition(lambda self: hasattr(self, "matter"))
    @rule(code=st.sampled_from(sorted(VALUES)), mode=st.sampled_from(["taken", "claimed"]))
    def any_step(self, code, mode):
        self.attempt(code, mode)

    @precondition(lambda self: hasattr(self, "matter"))
    @rule(pick=st.integers(0, 9))
    def step_that_is_offered(self, pick):
        """Mostly people do what the page offers: so the machine gets to the end of the line."""
        desk = self.desk.on(self.day)
        open_ways = [
            offer.step.code
            for offer in offers(desk.snapshot(self.matter), desk.moment)
            if offer.allowed and (pick < 4 or not offer.step.other_way)
        ]
        if open_ways:
            self.attempt(open_ways[pick % len(open_ways)], "taken")

    def attempt(self, code, mode):
        codes = [step["code"] for step in self.steps()]
        before = Matter.objects.get(id=self.matter)
        desk = self.desk.on(self.day)
        values = {**VALUES[code], **({"agreed_on": self.day} if code == "make_agreement" else {})}
        answer = desk.answer(self.matter, code, mode, **values)
        wanted = lacking(codes, code)
        if isinstance(answer, Refused):
            assert all(refusal.reason for refusal in answer.refusals)
            return
        assert before.stage not in ENDS or code == "file_ended"
        if mode == "taken":
            assert not wanted, f"{code} was taken without {wanted}"
        assert wanted <= {finding.code for finding in answer[0].findings}
        apply([part.plan for part in answer], desk.now)
        found = set(Finding.objects.filter(matter_id=self.matter, step=code).values_list("code", flat=True))
        assert wanted <= found

    @precondition(lambda self: hasattr(self, "matter"))
    @invariant()
    def ended_matters_run_no_term(self):
        matter = Matter.objects.get(id=self.matter)
        assert (matter.stage in ENDS) == (matter.closed_on is not None)
        if matter.closed_on is not None:
            assert not Term.objects.filter(matter=matter, state__in=("open", "suspended")).exists()

    @precondition(lambda self: hasattr(self, "matter"))
    @invariant()
    def only_the_last_agreement_is_issued(self):
        papers = Document.objects.filter(matter_id=self.matter, kind="mediation_agreement").order_by("id")
        assert [paper.number for paper in papers] == list(dict.fromkeys(paper.number for paper in papers))
        codes = [step["code"] for step in self.steps()]
        if "make_agreement" not in since(codes, "reopen"):
            assert not papers.filter(state="issued").exists()

    @precondition(lambda self: hasattr(self, "matter"))
    @invariant()
    def outcome_follows_the_steps(self):
        codes = {step["code"] for step in self.steps()}
        said = {"take_effect": "agreement", "terminate": "failed", "refuse": "withdrawn"}
        allowed = {outcome for code, outcome in said.items() if code in codes} or {""}
        assert Matter.objects.get(id=self.matter).outcome in allowed


def test_every_step_of_the_procedure_takes_part():
    assert {step.code for step in FILE_PROCEDURE.steps} == {"register", *VALUES}


@pytest.mark.django_db
def test_steps_in_any_order_keep_the_law():
    class Here(Mediation):
        desk = found_desk()

    run_state_machine_as_test(Here, settings=settings(max_examples=15, stateful_step_count=20, deadline=None))
