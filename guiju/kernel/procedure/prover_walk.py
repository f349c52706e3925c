"""Walking a procedure: every reachable stage and set of facts, every truth of its conditions, taken and claimed."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Protocol

from guiju.kernel.procedure.prover_moves import Move, Moves, Place

State = tuple[bool, ...]
Broken = tuple[str, tuple[Move, ...]]  # the stage it began in, and the moves
Spot = tuple[Place, State]


class Watch(Protocol):
    """A monitor: it sees steps only and says when an invariant is broken."""

    @property
    def start(self) -> State: ...

    def broken(self, state: State, move: Move) -> bool: ...

    def after(self, state: State, move: Move) -> State: ...


@dataclass
class Walked:
    """What one walk saw: how many ways it looked at, and the shortest to a broken invariant if there is one."""

    looked: int = 0
    counterexample: Broken | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a monitor makes of the moves of one step: the first that breaks, and its next states with their moves."""

    broken: Move | None
    after: tuple[tuple[State, Move], ...]


def reached(moves: Moves, *, claims: bool) -> tuple[set[Place], int, set[str]]:
    """Every place that can be reached, the number of moves from all of them, and the steps of which there is one."""
    places = set(moves.starts())
    waiting = list(places)
    cases = 0
    steps: set[str] = set()
    while waiting:
        place = waiting.pop()
        for way in moves.ways(place, claims=claims):
            made = way.made[place & way.reads]
            if made:
                cases += len(made)
                steps.add(way.step.code)
                there = place & way.keeps | way.sets
                if there not in places:
                    places.add(there)
                    waiting.append(there)
    return places, cases, steps


def walk(moves: Moves, watch: Watch, *, claims: bool) -> Walked:
    """Breadth first over all places, so that the first broken invariant found is one with the fewest steps."""
    walked = Walked()
    came_from: dict[Spot, tuple[Spot, Move] | None] = {(place, watch.start): None for place in moves.starts()}
    waiting = deque(came_from)
    kept: dict[State, dict[int, _Seen]] = {}
    while waiting:
        here = waiting.popleft()
        place, state = here
        known = kept.setdefault(state, {})
        for way in moves.ways(place, claims=claims):
            made = way.made[place & way.reads]
            walked.looked += 1
            seen = known.get(id(made)) or known.setdefault(id(made), _seen(watch, state, made))
            if seen.broken is not None:
                walked.counterexample = _told(moves, came_from, here, seen.broken)
                return walked
            there = place & way.keeps | way.sets
            for after, move in seen.after:
                if (there, after) not in came_from:
                    came_from[there, after] = (here, move)
                    waiting.append((there, after))
    return walked


def _seen(watch: Watch, state: State, made: tuple[Move, ...]) -> _Seen:
    after: dict[State, Move] = {}
    for move in made:
        if watch.broken(state, move):
            return _Seen(move, ())
        after.setdefault(watch.after(state, move), move)
    return _Seen(None, tuple(after.items()))


def _told(moves: Moves, came_from: dict[Spot, tuple[Spot, Move] | None], spot: Spot, last: Move) -> Broken:
    way = [last]
    earlier = came_from[spot]
    while earlier is not None:
        spot, move = earlier
        way.append(move)
        earlier = came_from[spot]
    return moves.stage(spot[0]), tuple(reversed(way))
