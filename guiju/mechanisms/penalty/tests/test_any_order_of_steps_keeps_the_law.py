"""Steps in any order, taken and told from paper, through the real write path: the ledger keeps the Act's sentences.

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

from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Finding, Refused, apply, offers
from guiju.kernel.terms.api import Term
from guiju.mechanisms.penalty.procedure import ORDINARY_PROCEDURE
from guiju.mechanisms.penalty.tests.made_cases import OFFICERS, PEOPLE, STEP_VALUES, TODAY, Desk, found_town

NEW_FACTS = {"inspect", "question", "collect", "supplement"}
ENDS = {"archived", "not_filed", "transferred"}
MORE_VALUES = {
    "reject_clue": {"reason": "不属管辖（示例）"},
    "take_back": {"reason": "不构成犯罪（示例）"},
    "take_back_clue": {"reason": "不构成犯罪（示例）"},
    "withdraw_case": {"approver": PEOPLE["mayor"], "reason": "违法事实不成立（示例）"},
    "terminate": {"approver": PEOPLE["mayor"], "reason": "当事人终止（示例）"},
    "ask_hearing": {},
    "seal": {"officers": OFFICERS},
    "unseal": {},
    "ask_repair": {"organ": "示例信用平台"},
    "answer_repair": {"repair_result": "repaired"},
    "demolish": {"officers": OFFICERS},
    "withdraw_hearing": {},
    "publish": {"address": "https://example.invalid/1"},
    "take_down": {},
    "defer": {"approver": PEOPLE["mayor"], "instalments": 2, "first_due": TODAY, "reason": "困难（示例）"},
    "note_remedy": {},
    "end_remedy": {},
    "court_result": {"result": "paid"},
    "recuse": {"person": PEOPLE["o3"], "approver": PEOPLE["mayor"], "reason": "利害关系（示例）"},
    "record": {"item": "inspect", "device": "示例记录仪", "kept_at": "采集站"},
    "extend": {"extended_by": 10, "approver": PEOPLE["mayor"], "ground": "依据（示例）"},
    "pause": {"cause": "appraisal", "approver": PEOPLE["vice"]},
    "resume_investigating": {},
    "resume_concluded": {},
    "resume_noticed": {},
}
VALUES = {**STEP_VALUES, **MORE_VALUES}
del VALUES["archive"]  # else most walks end there
WARNED = dict.fromkeys(
    ("checked", "list_reviewed", "unpaid", "unpublished", "complex_unmarked", "late.publication"), "写明的理由（示例）"
)


def since(codes: list[str], marks: set[str]) -> list[str]:
    """The steps after the last of some steps; all where there is none."""
    last = max((at for at, code in enumerate(codes) if code in marks), default=-1)
    return codes[last + 1 :]


def lacking(codes: list[str]) -> set[str]:
    """What the Act wants before a decision and the steps so far do not show: names of the facts."""
    found = set()
    fresh = since(codes, NEW_FACTS)
    if "file_case" not in codes:
        found.add("filed")
    if NEW_FACTS.isdisjoint(codes):
        found.add("evidence_collected")
    if "notify" not in fresh:
        found.add("noticed")
    if "hear_defence" in codes and "review_defence" not in since(codes, {"hear_defence"}):
        found.add("defence_reviewed")
    settled = since(codes, {"ask_hearing", *NEW_FACTS})
    if "ask_hearing" in codes and not {"hold_hearing", "withdraw_hearing"} & set(settled):
        found.add("hearing_settled")
    return found


class Case(RuleBasedStateMachine):
    """One case, from its clue to wherever the steps lead."""

    desk: Desk

    @initialize()
    def begin(self) -> None:
        self.day = TODAY
        self.matter = self.desk.clue()

    def codes(self) -> list[str]:
        texts = Entry.objects.filter(matter_id=self.matter).order_by("index").values_list("steps", flat=True)
        return [step["code"] for text in texts if text for step in json.loads(text)]

    @rule(days=st.integers(1, 9))
    def days_pass(self, days: int) -> None:
        self.day += dt.timedelta(days)

    @precondition(lambda self: hasattr(self, "matter"))
    @rule(code=st.sampled_from(sorted(VALUES)), mode=st.sampled_from(["taken", "claimed"]))
    def any_step(self, code: str, mode: str) -> None:
        self.attempt(code, mode)

    @precondition(lambda self: hasattr(self, "matter"))
    @rule(pick=st.integers(0, 11))
    def step_that_is_offered(self, pick: int) -> None:
        """Mostly people do what the page offers: so the machine gets to a decision and beyond."""
        desk = self.desk.on(self.day)
        ways = [
            offer.step.code
            for offer in offers(desk.snapshot(self.matter), desk.moment)
            if offer.allowed and offer.step.code in VALUES and (pick < 2 or not offer.step.other_way)
        ]
        if ways:
            self.attempt(ways[pick % len(ways)], "taken")

    def attempt(self, code: str, mode: str) -> None:
        before, codes = Matter.objects.get(id=self.matter), self.codes()
        desk = self.desk.on(self.day)
        values = dict(VALUES[code])
        if code == "announce_hearing":
            values["set_for"] = self.day + dt.timedelta(15)
        answer = desk.answer(self.matter, code, mode, reasons=WARNED, **values)
        if isinstance(answer, Refused):
            assert all(refusal.reason for refusal in answer.refusals)
            return
        assert before.stage not in ENDS or code == "revoke"
        wanted = lacking(codes) if code == "decide" else set()
        if mode == "taken":
            assert not wanted, f"decided without {wanted}"
        left = {finding.code for finding in answer[0].findings}
        assert wanted <= left
        apply([part.plan for part in answer], desk.now)
        kept = set(Finding.objects.filter(matter_id=self.matter, step=code).values_list("code", flat=True))
        assert wanted <= kept

    @precondition(lambda self: hasattr(self, "matter"))
    @invariant()
    def ended_cases_run_no_term(self) -> None:
        if Matter.objects.get(id=self.matter).stage in ENDS:
            assert not Term.objects.filter(matter_id=self.matter, state__in=("open", "suspended")).exists()


def test_every_step_of_the_procedure_takes_part() -> None:
    assert {step.code for step in ORDINARY_PROCEDURE.steps} == {"register_clue", "archive", *VALUES}


@pytest.mark.django_db
def test_steps_in_any_order_keep_the_law() -> None:
    class Here(Case):
        desk = Desk(found_town())

    run_state_machine_as_test(Here, settings=settings(max_examples=15, stateful_step_count=30, deadline=None))
