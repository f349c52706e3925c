"""Steps in any order, taken and told from paper, through the real write path: the ledger keeps the Act's sentences.

The monitor knows nothing of facts or guards: it reads the steps back from the entries, and from the rows what was told
and until when, and judges by itself. Only the walk, to get anywhere, does what the page offers. What the walks came to
is counted: some walks are laid out so that none of the decisions that matter is missed, the others are random.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from decimal import Decimal
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Finding, Refused, Step, apply, offers
from guiju.kernel.terms.api import Term
from guiju.mechanisms.penalty.models import PenaltyDetail
from guiju.mechanisms.penalty.procedure import ORDINARY_PROCEDURE
from guiju.mechanisms.penalty.rows import ServedNotice
from guiju.mechanisms.penalty.tests.made_cases import TODAY, Desk, found_town
from guiju.mechanisms.penalty.tests.walked_steps import VALUES, WARNED

NEW_FACTS = {"inspect", "question", "collect", "supplement"}
ENDS = {"archived", "not_filed", "transferred"}
SMALL, LARGE = Decimal(3000), Decimal(80000)  # before the larger one the party may ask for a hearing
LEAVING = {"reject_clue", "transfer", "withdraw_case", "terminate", "decide_no_penalty"}  # no decision comes after
# What the party or the team does while others are at their step.
BETWEEN = ("hear_defence", "waive", "object_review")
KINDS = ("small", "difficult", "large", "large, asks for a hearing", "large, difficult, asks for a hearing")
STRAIGHT = st.lists(st.integers(0, 7), min_size=3, max_size=9)
EAGER = [7] * 9  # straight on, step by step, and the days that have to pass
# What a run has to come to.
MUST_REACH = {
    "decided",
    "decided after a second notice",
    "decided after a hearing",
    "decided after a review that was due",
    "decision refused: noticed",
    "decision refused: waived",
    "decision refused: hearing_settled",
    "decision refused: reviewed",
    "decision refused: discussed",
    "decision refused: heavier than told",
    "decision told from paper with findings",
    "closed",
}


def since(codes: list[str], marks: set[str]) -> list[str]:
    """The steps after the last of some steps; all where there is none."""
    last = max((at for at, code in enumerate(codes) if code in marks), default=-1)
    return codes[last + 1 :]


class Case(RuleBasedStateMachine):
    """One case, from its clue to wherever the steps lead."""

    desk: ClassVar[Desk]
    reached: ClassVar[Counter[str]]

    @initialize(kind=st.sampled_from(KINDS), picks=STRAIGHT)
    def begin(self, kind: str, picks: list[int]) -> None:
        """A clue, and often a case on its way to the notice."""
        self.large, self.difficult, self.asks = "large" in kind, "difficult" in kind, "asks" in kind
        self.fine = LARGE if self.large else SMALL
        self.day = TODAY
        self.matter = self.desk.clue()
        self.what_is_next(picks)

    def codes(self) -> list[str]:
        texts = Entry.objects.filter(matter_id=self.matter).order_by("index").values_list("steps", flat=True)
        return [step["code"] for text in texts if text for step in json.loads(text)]

    # what the Act wants before a decision

    def lacking(self, codes: list[str]) -> set[str]:
        """What must be there and the steps so far do not show: names of the facts."""
        fresh, reviewed = since(codes, NEW_FACTS), since(codes, {*NEW_FACTS, "hold_hearing", "object_review"})
        settled = {"hold_hearing", "withdraw_hearing"} & set(since(codes, {"ask_hearing", *NEW_FACTS}))
        concluded = "conclude" in codes
        wanted = {
            "filed": "file_case" not in codes,
            "evidence_collected": NEW_FACTS.isdisjoint(codes),
            "noticed": "notify" not in fresh,
            "waived": self.window_open() and "waive" not in since(codes, {"notify", *NEW_FACTS}),
            "defence_reviewed": "hear_defence" in codes and "review_defence" not in since(codes, {"hear_defence"}),
            "hearing_settled": "ask_hearing" in codes and not settled,
            "reviewed": concluded and self.review_due(codes) and "pass_review" not in reviewed,
            "discussed": concluded and self.difficult and "discuss" not in fresh,
        }
        return {name for name, lacks in wanted.items() if lacks}

    def window_open(self) -> bool:
        """第62条: the days that the notice named have not passed."""
        told = PenaltyDetail.objects.get(matter_id=self.matter)
        until = max(filter(None, (told.defence_until, told.hearing_until)), default=None)
        return told.notified_on is not None and until is not None and self.day <= until

    def review_due(self, codes: list[str]) -> bool:
        """第58条: several legal relations, or weighty rights after a hearing."""
        return self.difficult or (self.large and "hold_hearing" in codes)

    def beyond_what_was_told(self, fine: Decimal) -> bool:
        """第44、45条: heavier than the last notice said."""
        told = ServedNotice.objects.filter(matter_id=self.matter).order_by("ordinal").last()
        return told is not None and fine > (told.fine or 0)

    # how a walk goes on

    @rule(picks=STRAIGHT)
    def advance(self, picks: list[int]) -> None:
        self.what_is_next(picks)

    @rule(days=st.integers(1, 9), picks=STRAIGHT)
    def advance_later(self, days: int, picks: list[int]) -> None:
        self.day += dt.timedelta(days)
        self.what_is_next(picks)

    def what_is_next(self, picks: list[int]) -> None:
        """People mostly do what leads on, a few steps one after another: so a walk gets to a decision and beyond."""
        for pick in picks:
            ways, noticed = self.onward(), self.stage() == "noticed"
            if noticed and pick < 2:  # impatient, and then also for more than was told
                self.attempt("decide", "taken", self.fine * (1 + pick))
            if "ask_hearing" in ways:
                self.attempt("ask_hearing", "taken")  # there are only days for it
                self.attempt("decide", "taken")  # and somebody decides as if nobody had asked
            elif not ways:
                self.day += dt.timedelta(6)  # they wait for the end of a term
            else:
                self.attempt(ways[pick % len(ways)], "taken")
            if self.stage() in ("closed", "noticed") and not noticed:
                return  # others have their say before it goes on

    def onward(self) -> list[str]:
        """Steps that are offered and bring the case further; in this case's manner a hearing is asked for or not."""
        desk = self.desk.on(self.day)
        snapshot = desk.snapshot(self.matter)
        stages = list(ORDINARY_PROCEDURE.stage_table)

        def leads_on(step: Step) -> bool:
            if step.code in ("ask_hearing", "withdraw_hearing", "hear_defence"):
                return step.code == "ask_hearing" and self.asks and not {"hearing_asked"} & snapshot.facts
            if snapshot.stage == "paused":
                return step.code.startswith("resume")
            if step.code in VALUES and step.to is not None and step.to != snapshot.stage:
                return not step.other_way and stages.index(step.to) > stages.index(snapshot.stage)
            return step.code in VALUES and bool(set(step.establishes) - snapshot.facts) and step.code != "waive"

        return [offer.step.code for offer in offers(snapshot, desk.moment) if offer.allowed and leads_on(offer.step)]

    @rule(code=st.sampled_from(sorted(VALUES)), mode=st.sampled_from(["taken", "claimed"]), seldom=st.integers(0, 5))
    def any_step(self, code: str, mode: str, seldom: int) -> None:
        """Whatever somebody tries; few cases are given up, or told to their end from paper."""
        away = code in LEAVING or (mode == "claimed" and ORDINARY_PROCEDURE.step(code).to is not None)
        if not away or seldom == 0:
            self.attempt(code, mode)

    @rule(code=st.sampled_from(BETWEEN))
    def something_comes_between(self, code: str) -> None:
        self.attempt(code, "taken")

    @rule(picks=STRAIGHT, further=STRAIGHT)
    def new_evidence_leads_back(self, picks: list[int], further: list[int]) -> None:
        """To the investigation, and from there forward again to a second notice and beyond."""
        self.attempt("supplement", "taken")
        self.what_is_next(picks)
        self.what_is_next(further)

    @rule(code=st.sampled_from(["collect", "question"]), mode=st.sampled_from(["taken", "taken", "taken", "claimed"]))
    def new_facts_come_from_paper(self, code: str, mode: str) -> None:
        """What was found outside is told, and somebody decides as if nothing were new."""
        self.attempt(code, "claimed")
        self.attempt("decide", mode)

    @rule(heavier=st.booleans(), seldom=st.integers(0, 5))
    def decide_now(self, heavier: bool, seldom: int) -> None:
        """Somebody wants the decision now, whatever is there, or tells one from paper."""
        self.attempt("decide", "claimed" if seldom == 0 else "taken", self.fine * (2 if heavier else 1))

    def stage(self) -> str:
        return Matter.objects.get(id=self.matter).stage

    def note(self, what: str) -> None:
        self.reached[what] += 1

    def values_of(self, code: str, fine: Decimal | None) -> dict[str, object]:
        told: dict[str, object] = dict(VALUES[code])
        if code in ("conclude", "notify", "decide"):
            told["fine"] = fine or self.fine
        more: dict[str, dict[str, object]] = {
            "announce_hearing": {"set_for": self.day + dt.timedelta(15)},
            "conclude": {"several_relations": self.difficult, "complex": self.difficult},
            "notify": {"hearing_told": self.large},
            "waive": {"hearing_waived": self.large},
            "pay": {"amount": self.fine},
        }
        return told | more.get(code, {})

    def attempt(self, code: str, mode: str, fine: Decimal | None = None) -> bool:
        """Whether it was written; what the Act forbids must have been refused, or found where it is told from paper."""
        before, codes = self.stage(), self.codes()
        desk, values = self.desk.on(self.day), self.values_of(code, fine)
        lacks = self.lacking(codes) if code == "decide" else set()
        heavier = code == "decide" and self.beyond_what_was_told(fine or self.fine)
        answer = desk.answer(self.matter, code, mode, reasons=WARNED, **values)
        if isinstance(answer, Refused):
            assert all(refusal.reason for refusal in answer.refusals)
            if code == "decide" and before == "noticed":
                self.note_refusal({refusal.code for refusal in answer.refusals}, lacks, heavier)
            return False
        assert before not in ENDS or code == "revoke"
        if mode == "taken":
            assert not lacks, f"decided without {lacks}"
            assert not heavier, "decided heavier than told"
        apply([part.plan for part in answer], desk.now)
        kept = set(Finding.objects.filter(matter_id=self.matter, step=code).values_list("code", flat=True))
        assert lacks <= kept
        assert not heavier or {"heavier", "beyond_notice"} & kept
        self.note_written(code, mode, codes, lacks)
        return True

    def note_refusal(self, said: set[str], lacks: set[str], heavier: bool) -> None:
        assert lacks <= said  # every one of them is told at once
        for name in lacks:
            self.note(f"decision refused: {name}")
        if heavier:
            assert {"heavier", "beyond_notice"} & said
            self.note("decision refused: heavier than told")

    def note_written(self, code: str, mode: str, codes: list[str], lacks: set[str]) -> None:
        if code == "close":
            self.note("closed")
        if code != "decide":
            return
        if mode == "claimed":
            self.note("decision told from paper with findings" if lacks else "decision told from paper")
            return
        self.note("decided")
        if codes.count("notify") > 1:
            self.note("decided after a second notice")
        if "hold_hearing" in codes:
            self.note("decided after a hearing")
        if self.review_due(codes):
            self.note("decided after a review that was due")

    @invariant()
    def ended_cases_run_no_term(self) -> None:
        if hasattr(self, "matter") and self.stage() in ENDS:
            assert not Term.objects.filter(matter_id=self.matter, state__in=("open", "suspended")).exists()


def test_every_step_of_the_procedure_takes_part() -> None:
    assert {step.code for step in ORDINARY_PROCEDURE.steps} == {"register_clue", "archive", *VALUES}


def walk_through(case: Case, kind: str) -> None:
    """The walk that comes to everything: too early, too heavy, new facts, back and told again, decided, closed."""
    case.begin(kind, EAGER)
    case.decide_now(heavier=True, seldom=1)
    case.new_facts_come_from_paper("collect", "taken")
    case.new_evidence_leads_back(EAGER, EAGER)
    case.new_evidence_leads_back(EAGER, EAGER)
    case.advance_later(9, EAGER)
    case.advance_later(9, EAGER)
    assert case.stage() == "closed", (kind, case.codes())


@pytest.mark.django_db
@pytest.mark.long
def test_steps_in_any_order_keep_the_law() -> None:
    class Here(Case):
        desk = Desk(found_town())
        reached = Counter()

    for kind in KINDS:
        walk_through(Here(), kind)
    told = Here()
    told.begin("difficult", EAGER)
    told.decide_now(heavier=False, seldom=0)
    run_state_machine_as_test(Here, settings=settings(max_examples=8, stateful_step_count=12, deadline=None))
    print("walks came to:", dict(Here.reached))
    assert not MUST_REACH - set(Here.reached), dict(Here.reached)
