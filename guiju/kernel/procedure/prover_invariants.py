"""The monitor of one invariant, the mutants that take its guards away, and how a counterexample is told."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from guiju.kernel.procedure.declarations import START, Before, If, Procedure, Step
from guiju.kernel.procedure.prover_moves import Move

STAGE = "stage"  # in `carried_by`: the order of the stages carries the invariant


def names_of(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """An invariant names one step or several of which any counts."""
    return (value,) if isinstance(value, str) and value else tuple(value)


@dataclass(frozen=True)
class BeforeWatch:
    """Sees steps: was `needed` done since the last `since`, was `if_` done, does a finding name what is missing.

    A warned or claimed step may pass without what the law wants; then the record has to name it, in a finding left
    since the last `since`. What passes without being named breaks the invariant.
    """

    invariant: Before
    procedure: Procedure
    start: tuple[bool, ...] = (False, False, False)

    def applies(self, given: bool, move: Move) -> bool:
        """Whether the invariant asks anything of this move: its target, where `if_` holds."""
        if move.step.code not in names_of(self.invariant.target):
            return False
        asked = self.invariant.if_
        if not asked:
            return True
        if asked in self.procedure.condition_table:
            return asked in move.true
        return given if asked in self.procedure.by_code else asked in move.facts

    def broken(self, state: tuple[bool, ...], move: Move) -> bool:
        needed, given, named = state
        if needed or named or not self.applies(given, move):
            return False
        return move.findings.isdisjoint(self.invariant.carried_by)

    def after(self, state: tuple[bool, ...], move: Move) -> tuple[bool, ...]:
        needed, given, named = state
        code = move.step.code
        if code in names_of(self.invariant.since):
            needed = named = False
        return (
            needed or code in names_of(self.invariant.needed),
            given or code == self.invariant.if_,
            named or not move.findings.isdisjoint(self.invariant.carried_by),
        )


@dataclass
class Exercised:
    """Whether the target was ever reached lawfully, with the needed step behind it, and whether past a mere warning.

    Sees both on taken steps only, and stops the walk as soon as nothing more can be learnt.
    """

    watch: BeforeWatch
    may_warn: bool  # False where it is known that no warning can be passed
    lawful: bool = False
    warned: bool = False
    start: tuple[bool, ...] = (False, False, False)

    def broken(self, state: tuple[bool, ...], move: Move) -> bool:
        needed, given, _ = state
        if self.watch.applies(given, move) and move.mode == "taken":
            self.lawful |= needed
            self.warned |= not needed
        return self.lawful and (self.warned or not self.may_warn)

    def after(self, state: tuple[bool, ...], move: Move) -> tuple[bool, ...]:
        return self.watch.after(state, move)


def without_carriers(procedure: Procedure, invariant: Before) -> Procedure:
    """The mutant: the same procedure without the guards that the invariant says carry it."""
    carriers = set(invariant.carried_by)
    open_stages = tuple(stage.code for stage in procedure.stages if not stage.end)
    targets = names_of(invariant.target)

    def mutated(step: Step) -> Step:
        kept = tuple(r for r in step.requires if (r.fact if isinstance(r, If) else r) not in carriers)
        when = tuple(name for name in step.when if name not in carriers)
        freed = STAGE in carriers and step.code in targets and START not in step.frm
        return dataclasses.replace(step, requires=kept, when=when, frm=open_stages if freed else step.frm)

    return dataclasses.replace(procedure, steps=tuple(mutated(step) for step in procedure.steps))


def sentence(procedure: Procedure, invariant: Before) -> str:
    """The invariant as a sentence: “决定”之前要有“告知”（自“补充证据”以后），在“应当审核”时."""

    def labels(value: str | tuple[str, ...]) -> str:
        return "或".join(f"“{label_of(procedure, name)}”" for name in names_of(value))

    since = f"（自最后一次{labels(invariant.since)}以后）" if invariant.since else ""
    given = f"，在“{label_of(procedure, invariant.if_)}”时" if invariant.if_ else ""
    return f"{labels(invariant.target)}之前要有{labels(invariant.needed)}{since}{given}"


def label_of(procedure: Procedure, name: str) -> str:
    """Chinese name of a step, condition or fact; an unknown name stays as it is."""
    for table in (procedure.by_code, procedure.condition_table, procedure.fact_table):
        if name in table:
            return str(table[name].label)
    return name


def told(procedure: Procedure, way: tuple[str, tuple[Move, ...]]) -> str:
    """A way through the procedure in Chinese step names: 登记 → 受理 → 〔补记〕告知 → 决定."""
    begun, moves = way
    words = []
    for move in moves:
        true = "、".join(label_of(procedure, name) for name in sorted(move.true))
        claimed = "〔补记〕" if move.mode == "claimed" else ""
        words.append(f"{claimed}{move.step.label}" + (f"（{true}）" if true else ""))
    entered = "" if begun == START else f"补录进入“{procedure.stage_label(begun)}” → "
    return entered + " → ".join(words)
