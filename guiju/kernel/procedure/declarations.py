"""A procedure as a declaration that reads like a table of the law: stages, facts, conditions, steps, invariants."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db import models

from guiju.kernel.disclosure.api import DisclosureRule, PublicText
from guiju.kernel.lawbook.api import Basis
from guiju.kernel.procedure.inputs import Input
from guiju.kernel.procedure.showing import Milestone, OffSight, RecordLine, Right, Shown

if TYPE_CHECKING:
    from guiju.kernel.procedure.drafting import Draft
    from guiju.kernel.procedure.registers import Opens
    from guiju.kernel.procedure.snapshot import Moment, Snapshot

START = "start"  # where a matter is before its registration


@dataclass(frozen=True)
class Refusal:
    """Why a step may not be taken now: what is lacking, the article, and the remedy or the day.

    `unsure` marks what rests on an amount or rule whose text was not read (待核实).
    """

    code: str
    reason: str
    basis: Basis | None = None
    remedy: str = ""
    remedy_step: str = ""
    hard: bool = True
    field: str = ""
    see: str = ""  # a page that tells more: catalogue
    unsure: bool = False


@dataclass(frozen=True)
class Fact:
    """A fact that steps establish and void: 已告知, 协议已生效. `missing` is the sentence when it is not there."""

    code: str
    label: str
    missing: str
    basis: Basis
    remedy: str = ""
    remedy_step: str = ""


@dataclass(frozen=True)
class Condition:
    """Something computed from matter and clock: 期限已满, 应当审核. `unmet` is the sentence when a step needs it."""

    code: str
    label: str
    test: Callable[[Snapshot, Moment], bool]
    basis: Basis
    unmet: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class If:
    """A requirement that holds only under a condition or fact: If("review_due", "reviewed").

    Among the terms that a step opens, `fact` is the term rule: If("simplified", "reconsideration.answer.simplified");
    among what it discloses, the disclosure rule.
    """

    given: str
    fact: str


def spoken(names: Iterable[str | If]) -> tuple[str, ...]:
    """The names themselves, always meant or under a condition."""
    return tuple(name.fact if isinstance(name, If) else name for name in names)


@dataclass(frozen=True)
class Guard:
    """A further check: a pure function of snapshot, input and moment that returns nothing or a refusal.

    One that is `taken_only` asks for what the paper of the step needs: a step claimed from outside has its paper already.
    `asks` is what a guard wants, as the list before a signature names it. With a `basis` it stands there as kept where
    the guard finds nothing amiss; one that looks at what is typed has none, for where nothing is typed it never does.
    """

    code: str
    check: Callable[[Snapshot, Mapping[str, Any], Moment], Refusal | None]
    taken_only: bool = False
    asks: str = ""
    basis: Basis | None = None


@dataclass(frozen=True)
class Step:
    """One step of a procedure: who may take it, from which stages, on which basis, and what it does.

    `to` None means the matter stays where it is. `requires`, `establishes`, `voids` are facts; `when` conditions.
    `effects` draws the row changes. `opens` and `closes` are term rules of the rulepack, counted from the event date
    or from the day that the effects name (`Draft.counted_from`); one opened under a condition asks the matter as the
    effects leave it. `suspends` stops their counting from the event
    date on, `resumes` lets them count again from the event date on; `extends` adds the input `extended_by` within what
    the rule allows. `discloses` are disclosure rules of the procedure: something has to be made public.
    """

    code: str
    label: str
    frm: tuple[str, ...]
    to: str | None
    roles: tuple[str, ...]
    basis: tuple[Basis, ...]
    inputs: tuple[Input, ...] = ()
    requires: tuple[str | If, ...] = ()
    establishes: tuple[str, ...] = ()
    voids: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    guards: tuple[Guard, ...] = ()
    effects: Callable[[Draft], None] | None = None
    opens: tuple[str | If, ...] = ()
    closes: tuple[str, ...] = ()
    suspends: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    extends: tuple[str, ...] = ()
    discloses: tuple[str | If, ...] = ()
    makes: str = ""  # what paper it makes, for the next-step panel
    button: str = ""  # verb and object
    reads_private: bool = False
    reads: tuple[type[models.Model], ...] | None = None  # child tables that guards and effects look at; None is all
    dated_by: str = ""  # the input that holds the day it happened; without one the day is asked for beside the step
    other_way: bool = False  # a way out beside the main line (终止)
    hidden: bool = False  # not offered in the next-step panel
    continues: Callable[[Snapshot, Moment], Opens] | None = None  # a further matter it begins; see plan_continued

    @property
    def may_open(self) -> tuple[str, ...]:
        """The term rules that it opens, always or under a condition."""
        return spoken(self.opens)

    @property
    def may_disclose(self) -> tuple[str, ...]:
        """The disclosure rules that it calls for, always or under a condition."""
        return spoken(self.discloses)

    @cached_property
    def citations(self) -> tuple[str, ...]:
        """The articles as users read them."""
        return tuple(basis.label for basis in self.basis)

    @property
    def action(self) -> str:
        return self.button or self.label


@dataclass(frozen=True)
class Before:
    """Invariant: no `target` without `needed` before it (after the last `since`), where `if_` holds.

    The first three are steps; of several in a tuple any counts. `if_` is a condition, a fact, or a step once taken.
    `carried_by` names the guards that carry it: facts or conditions that steps require, or "stage" where the order of
    the stages does. The prover takes them away and must then find a counterexample.
    """

    target: str | tuple[str, ...]
    needed: str | tuple[str, ...]
    since: str | tuple[str, ...] = ""
    if_: str = ""
    carried_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """A stage: code, Chinese name; an end closes the matter and its terms."""

    code: str
    label: str
    end: bool = False


@dataclass(frozen=True)
class Searched:
    """Columns by which matters are found beside title, number and parties.

    A public column is found by its words (a JSON column by the texts in it); a private one, where it is no longer than
    a name or an address, by keyed tokens only.
    """

    public: Mapping[type[models.Model], tuple[str, ...]] = field(default_factory=dict)
    private: Mapping[type[models.Model], tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Procedure:
    """The procedure of one mechanism (or of one kind of matter in it), in force from a day on."""

    mechanism: str
    kind: str
    label: str
    version: str
    in_force_from: dt.date
    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]
    detail: type[models.Model]
    children: tuple[type[models.Model], ...] = ()
    facts: tuple[Fact, ...] = ()
    conditions: tuple[Condition, ...] = ()
    invariants: tuple[Before, ...] = ()
    outcomes: Mapping[str, str] = field(default_factory=dict)
    number_kind: str = ""
    backfill_stages: tuple[str, ...] = ()  # stages that a sheet row may enter without its earlier steps
    open_terms_closed: bool = True
    milestones: tuple[Milestone, ...] = ()  # of a long procedure, instead of a drawing of its stages
    rights: Callable[[Snapshot, Moment], Sequence[Right]] | None = None  # of the party, as the page lists them
    shown: Callable[[Snapshot, Moment], Shown] | None = None  # facts and tables of its page; else the detail's fields
    records: Callable[[Snapshot, Moment], Sequence[RecordLine]] | None = None  # of the whole process, step by step
    off_sight: Callable[[Snapshot, Mapping[str, Any], Moment], OffSight | None] | None = None  # of a published item
    public_text: Callable[[Snapshot, Moment], PublicText] | None = None  # redacted by rule, for what it publishes
    disclosures: tuple[DisclosureRule, ...] = ()  # what its steps disclose; the mechanism names them too
    searched: Searched | None = None
    expects: Callable[[Snapshot], Mapping[str, Any]] | None = None  # input that the record lets expect next
    kept_elsewhere: Callable[[Snapshot, Moment], Refusal | None] | None = None  # why its steps are not taken here now

    @cached_property
    def by_code(self) -> Mapping[str, Step]:
        return {step.code: step for step in self.steps}

    @cached_property
    def fact_table(self) -> Mapping[str, Fact]:
        return {fact.code: fact for fact in self.facts}

    @cached_property
    def condition_table(self) -> Mapping[str, Condition]:
        return {condition.code: condition for condition in self.conditions}

    @cached_property
    def disclosure_table(self) -> Mapping[str, DisclosureRule]:
        return {rule.code: rule for rule in self.disclosures}

    def input_label(self, name: str) -> str:
        """What the forms of its steps call an input; empty for one that none of them asks for."""
        return next((item.label for step in self.steps for item in step.inputs if item.name == name), "")

    @cached_property
    def stage_table(self) -> Mapping[str, Stage]:
        return {stage.code: stage for stage in self.stages}

    @cached_property
    def ends(self) -> frozenset[str]:
        return frozenset(stage.code for stage in self.stages if stage.end)

    def step(self, code: str) -> Step:
        """The step of this code; raises KeyError."""
        return self.by_code[code]

    def stage_label(self, code: str) -> str:
        return self.stage_table[code].label if code in self.stage_table else code

    def label_of(self, name: str) -> str:
        """Chinese name of a condition or fact; raises KeyError."""
        return self.condition_table[name].label if name in self.condition_table else self.fact_table[name].label

    @property
    def registration(self) -> Step:
        """The step by which a matter begins."""
        return next(step for step in self.steps if START in step.frm)

    def facts_after(self, steps: Sequence[str]) -> frozenset[str]:
        """Facts folded from step codes in order; a step first voids, then establishes."""
        facts: set[str] = set()
        for code in steps:
            step = self.by_code.get(code)
            if step is not None:
                facts.difference_update(step.voids)
                facts.update(step.establishes)
        return frozenset(facts)
