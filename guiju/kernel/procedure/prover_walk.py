"""Walking a procedure: every reachable stage and set of facts, every truth of its conditions, taken and claimed.

The moves come from the very guards that stop a person (`checks.refusals`, `planning.weigh`); only the conditions are
replaced, for they depend on the matter and the clock: here each of them may be true or false at any time.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, Protocol

from guiju.kernel.lawbook.api import Lawbook
from guiju.kernel.organisation.api import Acting, Directory
from guiju.kernel.procedure.checks import refusals
from guiju.kernel.procedure.declarations import START, Condition, If, Procedure, Step
from guiju.kernel.procedure.drafting import Intent
from guiju.kernel.procedure.planning import weigh
from guiju.kernel.procedure.snapshot import Moment, Snapshot
from guiju.kernel.terms.api import Calendar

Facts = frozenset[str]
Mode = Literal["taken", "claimed"]


@dataclass(frozen=True, slots=True)
class Move:
    """One step that can be made from a place: which conditions were true, what finding it leaves, where it leads."""

    step: Step
    mode: Mode
    true: Facts
    findings: Facts
    facts_before: Facts
    stage: str
    facts: Facts


class Watch(Protocol):
    """A monitor: it sees steps only and says when an invariant is broken. Its states must be hashable."""

    @property
    def start(self) -> tuple[bool, ...]: ...

    def broken(self, state: tuple[bool, ...], move: Move) -> bool: ...

    def after(self, state: tuple[bool, ...], move: Move) -> tuple[bool, ...]: ...


class Blind:
    """A monitor that sees nothing: for counting what can be reached."""

    start: tuple[bool, ...] = ()

    def broken(self, state: tuple[bool, ...], move: Move) -> bool:
        return False

    def after(self, state: tuple[bool, ...], move: Move) -> tuple[bool, ...]:
        return ()


Place = tuple[str, Facts, tuple[bool, ...]]


@dataclass
class Walked:
    """What one walk saw: all places, the moves made, and the shortest way to a broken invariant if there is one."""

    places: set[Place] = field(default_factory=set)
    cases: int = 0
    counterexample: tuple[str, tuple[Move, ...]] | None = None  # the stage it began in, and the moves


def _read_conditions(step: Step) -> set[str]:
    given = {requirement.given for requirement in step.requires if isinstance(requirement, If)}
    return given | set(step.when)


class Moves:
    """The moves of one procedure under one law and day; what was computed once for a place is kept."""

    def __init__(self, procedure: Procedure, lawbook: Lawbook, on: dt.date, watched: dict[str, set[str]]) -> None:
        """`watched` names further conditions that a monitor reads at a step."""
        self.true: Facts = frozenset()
        self.procedure = dataclasses.replace(
            procedure, conditions=tuple(self._assumed(condition) for condition in procedure.conditions)
        )
        known = set(procedure.condition_table)
        self.reads = {
            step.code: tuple(sorted((_read_conditions(step) | watched.get(step.code, set())) & known))
            for step in procedure.steps
        }
        acting = Acting(0, "", "system:prover", "")
        noon = dt.datetime.combine(on, dt.time(12), dt.UTC)
        self.moment = Moment(noon, on, acting, lawbook, Calendar({}), Directory(0, "", ""))
        self._kept: dict[tuple[str, Facts, bool], tuple[Move, ...]] = {}

    def _assumed(self, condition: Condition) -> Condition:
        return dataclasses.replace(condition, test=lambda snapshot, moment: condition.code in self.true)

    def starts(self) -> list[str]:
        """Before registration, and every stage that a sheet row may enter without its earlier steps."""
        return [START, *self.procedure.backfill_stages]

    def from_place(self, stage: str, facts: Facts, claims: bool) -> tuple[Move, ...]:
        """Every move from here, taken ones first; with `claims` also the steps that are only recorded afterwards."""
        key = (stage, facts, claims)
        if key not in self._kept:
            modes: tuple[Mode, ...] = ("taken", "claimed") if claims else ("taken",)
            self._kept[key] = tuple(move for mode in modes for move in self._moves(stage, facts, mode))
        return self._kept[key]

    def _moves(self, stage: str, facts: Facts, mode: Mode) -> Iterator[Move]:
        for step in self.procedure.steps:
            if mode == "taken" and stage not in step.frm:
                continue
            names = self.reads[step.code]
            for truth in itertools.product((False, True), repeat=len(names)):
                self.true = frozenset(itertools.compress(names, truth))
                move = self._move(step, stage, facts, mode)
                if move is not None:
                    yield move

    def _move(self, step: Step, stage: str, facts: Facts, mode: Mode) -> Move | None:
        matter = {} if stage == START else {"stage": stage}
        snapshot = Snapshot(self.procedure, matter=matter, facts=facts)
        against = refusals(step, snapshot, self.moment)
        intent = Intent(step.code, mode=mode, reasons={r.code: "理由" for r in against if not r.hard})
        stopping, remarks = weigh(step, intent, against, snapshot, self.moment)
        if stopping:
            return None
        after = (facts - set(step.voids)) | set(step.establishes)
        left = frozenset(remark.code for remark in remarks)
        return Move(step, mode, self.true, left, facts, stage if step.to is None else step.to, after)


def walk(moves: Moves, watch: Watch, *, claims: bool, seen: Callable[[Move], None] | None = None) -> Walked:
    """Breadth first over all places, so that the first broken invariant found is one with the fewest steps."""
    walked = Walked()
    came_from: dict[Place, tuple[Place, Move] | None] = {}
    waiting: deque[Place] = deque()
    for stage in moves.starts():
        place: Place = (stage, frozenset(), watch.start)
        if place not in came_from:
            came_from[place] = None
            waiting.append(place)
    while waiting:
        place = waiting.popleft()
        for move in moves.from_place(place[0], place[1], claims):
            walked.cases += 1
            if seen is not None:
                seen(move)
            if watch.broken(place[2], move):
                walked.counterexample = _way(came_from, place, move)
                walked.places = set(came_from)
                return walked
            there: Place = (move.stage, move.facts, watch.after(place[2], move))
            if there not in came_from:
                came_from[there] = (place, move)
                waiting.append(there)
    walked.places = set(came_from)
    return walked


def _way(came_from: dict[Place, tuple[Place, Move] | None], place: Place, last: Move) -> tuple[str, tuple[Move, ...]]:
    way = [last]
    earlier = came_from[place]
    while earlier is not None:
        place, move = earlier
        way.append(move)
        earlier = came_from[place]
    return place[0], tuple(reversed(way))
