"""Steps in any order, taken and claimed, through the real write path; then the ledger is read back and judged.

The machine knows the sentences of the invariants and nothing of facts or guards: it reads steps from the entries.
"""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from guiju.kernel.ledger.api import Entry, verify_town
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import (
    Finding,
    Intent,
    Refused,
    Snapshot,
    apply,
    load_snapshot,
    offers,
    plan,
    plan_answer,
)
from guiju.kernel.terms.api import Term
from tests.example_mechanism.procedure import CASE
from tests.example_mechanism.towns import NOW, command_moment, found_town, registration, unit_of

# For each invariant: the step that must come since the last evidence, and the fact that a finding must name.
SENTENCES = {"notify": "noticed", "hear_defence": "defence_closed", "read_out": "read_out"}
HARD = {"noticed", "defence_closed", "hearing_held", "reviewed"}
CODES = sorted(set(CASE.by_code) - {"register"})


class Case(RuleBasedStateMachine):
    """One case of a town, from its registration to wherever the steps lead."""

    town: Any = None
    unit: Any = None

    @initialize(amount=st.none() | st.sampled_from([Decimal(500), Decimal(20000)]))
    def register(self, amount):
        self.now, self.large = NOW, amount is not None and amount >= 10000
        intent = registration(self.unit, amount=amount, names=["示例甲"])
        answer = plan(Snapshot(CASE), [intent], command_moment(self.town, self.now))
        assert not isinstance(answer, Refused)
        done = apply([answer.plan], self.now)[0]
        assert done.matter is not None
        self.matter = done.matter

    def codes(self) -> list[str]:
        texts = Entry.objects.filter(matter_id=self.matter).order_by("index").values_list("steps", flat=True)
        return [step["code"] for text in texts if text for step in json.loads(text) if step["code"] in CASE.by_code]

    def missing(self) -> set[str]:
        """The facts that the law wants before a decision and the steps so far do not show."""
        codes = self.codes()
        at = max((i for i, code in enumerate(codes) if code == "collect"), default=-1)
        since = set(codes[at + 1 :])
        found = {fact for step, fact in SENTENCES.items() if step not in since}
        if "ask_hearing" in codes and "hold_hearing" not in since:
            found.add("hearing_held")
        if self.large and "review" not in since:
            found.add("reviewed")
        return found

    @rule(code=st.sampled_from(CODES), mode=st.sampled_from(["taken", "claimed"]), reason=st.booleans())
    def any_step(self, code, mode, reason):
        self.attempt(code, mode, {"read_out": "当事人不在场"} if reason else {})

    @rule(pick=st.integers(0, 99), days=st.integers(0, 30))
    def offered_step(self, pick, days):
        """Mostly people do what the page offers and is not done yet: so the machine gets to the end of the line."""
        self.now += dt.timedelta(days=days)
        snapshot = self.snapshot()
        offered = [o.step for o in offers(snapshot, command_moment(self.town, self.now)) if o.allowed]
        ways = [s for s in offered if not (s.other_way or (s.establishes and snapshot.facts.issuperset(s.establishes)))]
        if ways:
            self.attempt(ways[pick % len(ways)].code, "taken", {"read_out": "当事人不在场"})

    def snapshot(self) -> Snapshot:
        found = load_snapshot(self.matter)
        assert found is not None
        return found

    def attempt(self, code, mode, reasons):
        wanted = self.missing() if code == "decide" else set()
        before = Matter.objects.get(id=self.matter)
        intent = Intent(code, {}, mode=mode, reasons=reasons)
        answer = plan(self.snapshot(), [intent], command_moment(self.town, self.now))
        if isinstance(answer, Refused):
            assert Entry.objects.filter(matter_id=self.matter).exists()
            assert all(refusal.reason for refusal in answer.refusals)
            return
        assert before.closed_on is None, "a closed matter took a step"
        if mode == "taken":
            assert not wanted & HARD, f"{code} was taken without {wanted}"
            assert before.stage in CASE.step(code).frm
            assert wanted <= set(reasons), "a warned step passed without a written reason"
        apply([answer.plan], self.now)
        left = Finding.objects.filter(matter_id=self.matter, step=code).values_list("code", flat=True)
        assert wanted <= set(left)

    @rule()
    def findings_are_answered(self):
        rows = self.snapshot_with(Finding).rows.get(Finding, {})
        waiting = [key for key, row in rows.items() if not row["answer"] and isinstance(key, int)]
        if waiting:
            answered = plan_answer(
                self.snapshot_with(Finding), command_moment(self.town, self.now), waiting, "reason", "有纸质记录"
            )
            apply([answered], self.now)
            assert not Finding.objects.filter(id__in=waiting, answer="").exists()

    def snapshot_with(self, model) -> Snapshot:
        found = load_snapshot(self.matter, rows=(model, Term))
        assert found is not None
        return found

    @invariant()
    def closed_matters_run_no_term(self):
        matter = Matter.objects.get(id=self.matter)
        assert (matter.stage in CASE.ends) == (matter.closed_on is not None)
        if matter.closed_on is not None:
            assert not Term.objects.filter(matter=matter, state__in=("open", "suspended")).exists()

    @invariant()
    def findings_only_grow(self):
        present = set(Finding.objects.filter(matter_id=self.matter).values_list("id", flat=True))
        assert present >= getattr(self, "findings", set())
        self.findings = present

    @invariant()
    def facts_are_what_the_steps_say(self):
        assert self.snapshot().facts == CASE.facts_after(self.codes())

    def teardown(self):
        assert verify_town(self.town.id, open_private=False).whole


@pytest.mark.django_db
@pytest.mark.long
def test_steps_in_any_order_keep_the_invariants():
    class Here(Case):
        town = found_town()

    Here.unit = unit_of(Here.town)
    # Not shrunk: each step is a transaction, and the prover already gives the shortest counterexample.
    manner = settings(max_examples=40, stateful_step_count=25, phases=[Phase.reuse, Phase.generate])
    run_state_machine_as_test(Here, settings=manner)
