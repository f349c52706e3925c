"""Which record here is which record there: an assignment in which nothing is matched twice and order does not matter.

The most alike are paired first, level by level. What is as alike to two others is paired with neither: it is asked.
Only records in one block are compared: the same number; a party in common within some days; the same day and a
similar name or the same place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from guiju.exchange.reconciling.likeness import WINDOW, Likeness, Side, likeness

Edge = tuple[Hashable, Hashable]  # a record here, a record there
SPAN = WINDOW + 1


@dataclass(frozen=True)
class Matched:
    """Pairs with their likeness, and the pairs that a person has to tell; None: somebody said that they are the same."""

    pairs: Mapping[Edge, Likeness | None]
    asked: Mapping[Edge, Likeness]


def match(
    here: Sequence[Side],
    there: Sequence[Side],
    same: Collection[Edge] = (),
    different: Collection[Edge] = (),
) -> Matched:
    """Pair the records of two sides. `same` and `different` are what people have said before; the first of them count.

    Each key occurs once in its side. The answer does not depend on the order of the rows.
    """
    one, other = {side.key: side for side in here}, {side.key: side for side in there}
    state = _State(one, other, frozenset(different))
    for mine, theirs in _once(edge for edge in same if edge[0] in one and edge[1] in other):
        state.take(mine, theirs, None)
    state.settle(_numbered)
    state.settle(_named)
    state.settle(_near)
    return Matched(state.pairs, state.asked())


def _once(edges: Iterable[Edge]) -> list[Edge]:
    """The edges whose ends stand in no other edge."""
    told = set(edges)
    mine, theirs = Counter(edge[0] for edge in told), Counter(edge[1] for edge in told)
    return [edge for edge in told if mine[edge[0]] == theirs[edge[1]] == 1]


class _State:
    def __init__(
        self, here: Mapping[Hashable, Side], there: Mapping[Hashable, Side], different: frozenset[Edge]
    ) -> None:
        self.here, self.there, self.different = dict(here), dict(there), different
        self.pairs: dict[Edge, Likeness | None] = {}
        self.known: dict[Edge, Likeness] = {}
        self.held: set[tuple[str, Hashable]] = set()

    def take(self, mine: Hashable, theirs: Hashable, how: Likeness | None) -> None:
        self.pairs[mine, theirs] = how
        del self.here[mine], self.there[theirs]

    def settle(self, block: Callable[[Iterable[Side], Iterable[Side]], Iterable[tuple[Side, Side]]]) -> None:
        """Compare what one way of blocking brings together, and pair it from the most alike downwards."""
        levels: dict[int, list[Edge]] = defaultdict(list)
        for one, other in block(self.here.values(), self.there.values()):
            edge = (one.key, other.key)
            if edge in self.known or edge in self.different:
                continue
            how = likeness(one, other)
            if how.possible:
                self.known[edge] = how
                if how.certain:
                    levels[how.rank].append(edge)
        for rank in sorted(levels, reverse=True):
            self._level(levels[rank])

    def _level(self, edges: Iterable[Edge]) -> None:
        free = [edge for edge in edges if self._free(edge)]
        mine, theirs = Counter(edge[0] for edge in free), Counter(edge[1] for edge in free)
        for edge in free:
            if mine[edge[0]] == theirs[edge[1]] == 1:
                self.take(*edge, self.known[edge])
            else:
                self.held.update((("here", edge[0]), ("there", edge[1])))

    def _free(self, edge: Edge) -> bool:
        present = edge[0] in self.here and edge[1] in self.there
        return present and ("here", edge[0]) not in self.held and ("there", edge[1]) not in self.held

    def asked(self) -> dict[Edge, Likeness]:
        return {edge: how for edge, how in self.known.items() if edge[0] in self.here and edge[1] in self.there}


def _numbered(here: Iterable[Side], there: Iterable[Side]) -> Iterable[tuple[Side, Side]]:
    return _by_keys(here, there, lambda side: side.numbers)


def _named(here: Iterable[Side], there: Iterable[Side]) -> Iterable[tuple[Side, Side]]:
    return _by_keys(here, there, _named_weeks, _named_around)


def _near(here: Iterable[Side], there: Iterable[Side]) -> Iterable[tuple[Side, Side]]:
    """Those left over that have nobody in common: such pairs are only ever asked about."""
    here, there = list(here), list(there)
    for keys in (_day_and_first, _day_and_place):
        yield from _by_keys(here, there, keys)


def _by_keys(
    here: Iterable[Side],
    there: Iterable[Side],
    of_here: Callable[[Side], Iterable[Hashable]],
    of_there: Callable[[Side], Iterable[Hashable]] | None = None,
) -> Iterable[tuple[Side, Side]]:
    """Pairs that have a key in common, each once."""
    index: dict[Hashable, list[Side]] = defaultdict(list)
    for side in here:
        for key in set(of_here(side)):
            index[key].append(side)
    for other in there:
        found = {id(one): one for key in set((of_there or of_here)(other)) for one in index.get(key, ())}
        for one in found.values():
            yield one, other


def _named_weeks(side: Side) -> Iterable[Hashable]:
    return ((name, day.toordinal() // SPAN) for name in side.names for day in set(side.days.values()))


def _named_around(side: Side) -> Iterable[Hashable]:
    return ((name, week + step) for name, week in _named_weeks(side) for step in (-1, 0, 1))  # type: ignore[misc]


def _day_and_first(side: Side) -> Iterable[Hashable]:
    return ((name[0], day) for name in side.names for day in set(side.days.values()))


def _day_and_place(side: Side) -> Iterable[Hashable]:
    return ((side.place, day) for day in set(side.days.values())) if side.place else ()
