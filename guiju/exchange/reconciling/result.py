"""What a comparison came to: every line there and every matter here in exactly one place, and what is still open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from guiju.exchange.importing.api import Difference, Question
from guiju.exchange.reconciling.decisions import OF_OURS, OF_THEIRS, Decisions
from guiju.exchange.reconciling.likeness import Likeness
from guiju.exchange.reconciling.models import PairDecision, Verdict
from guiju.exchange.reconciling.ours import Ours
from guiju.exchange.reconciling.theirs import TheirLine, Theirs
from guiju.kernel.indicators.api import Period
from guiju.kernel.procedure.api import Moment, Register


@dataclass(frozen=True)
class Differing:
    """One field in which the two differ, in words; of private values only that they differ."""

    label: str
    ours: str
    theirs: str


@dataclass(frozen=True)
class Pair:
    """A matter and a line that are the same thing. `trouble`: what in the line cannot be read, so that it is not compared.

    `said` is a keyed hash of what differs: kept when somebody keeps ours, so that only something new is asked.
    `differences` are those of `differing` as they would be corrected; a comparison that was kept has none.
    """

    ours: Ours
    theirs: Theirs
    likeness: Likeness | None
    differing: tuple[Differing, ...] = ()
    trouble: str = ""
    said: str = ""
    differences: tuple[Difference, ...] = ()
    decision: PairDecision | None = None

    @property
    def agrees(self) -> bool:
        return not self.differing and not self.trouble

    @property
    def within(self) -> bool:
        """Whether both sides lie in the period."""
        return self.ours.within and self.theirs.within

    @property
    def settled(self) -> bool:
        """Whether it agrees, or somebody has said that ours stands."""
        kept = self.decision is not None and self.decision.verdict == Verdict.KEEP
        return self.agrees or bool(kept and self.decision and self.decision.said == self.said)


@dataclass(frozen=True)
class OnlyHere:
    """A matter that is no line there; `like` are lines that may be it."""

    ours: Ours
    decision: PairDecision | None = None
    like: tuple[tuple[Theirs, Likeness], ...] = ()

    @property
    def open(self) -> bool:
        return bool(self.like) or self.decision is None or self.decision.verdict == Verdict.PENDING


@dataclass(frozen=True)
class OnlyThere:
    """A line that is no matter here; `like` are matters that may be it."""

    theirs: Theirs
    decision: PairDecision | None = None
    like: tuple[tuple[Ours, Likeness], ...] = ()

    @property
    def open(self) -> bool:
        if self.theirs.doubled:
            return False
        return bool(self.like) or self.decision is None or self.decision.verdict == Verdict.PENDING


@dataclass
class Found:
    """What lies where, before what people say of single records: this much of a comparison is kept.

    `alike` counts the pairs within the period on both sides in which nothing differs; `pairs` are the others.
    """

    alike: int = 0
    pairs: Sequence[Pair] = ()
    here: Sequence[Ours] = ()
    there: Sequence[Theirs] = ()
    asked: Sequence[tuple[Ours, Theirs, Likeness]] = ()  # pairs that a person has to tell
    aside: Mapping[str, int] = field(default_factory=dict)
    unrecognised: Sequence[str] = ()
    kinds: Sequence[str] = ()  # of which kinds of matter, in words
    questions: Sequence[Question] = ()


@dataclass
class Reconciled:
    """One comparison with what people have said and answered. The pairs are those of which at least one side lies in the period.

    `lines` are the lines as they were read, by key; a comparison that was kept has none.
    """

    register: Register
    system: str
    period: Period
    file_name: str
    moment: Moment
    decisions: Decisions
    answers: Mapping[str, str]
    found: Found
    lines: Mapping[str, TheirLine] = field(default_factory=dict)

    @cached_property
    def pairs(self) -> list[Pair]:
        """The pairs in which something differs, or of which one side lies outside the period."""
        of = self.decisions.of
        return [replace(one, decision=of(one.theirs.key, one.ours.id)) for one in self.found.pairs]

    @cached_property
    def only_here(self) -> list[OnlyHere]:
        like: dict[int, list[tuple[Theirs, Likeness]]] = defaultdict(list)
        for ours, theirs, how in self._asked:
            like[ours.id].append((theirs, how))
        return [
            OnlyHere(
                one,
                self.decisions.of(matter=one.id),
                tuple(sorted(like[one.id], key=lambda told: (-told[1].rank, told[0].key))),
            )
            for one in self.found.here
        ]

    @cached_property
    def only_there(self) -> list[OnlyThere]:
        like: dict[str, list[tuple[Ours, Likeness]]] = defaultdict(list)
        for ours, theirs, how in self._asked:
            like[theirs.key].append((ours, how))
        return [
            OnlyThere(
                one,
                self.decisions.of(one.key),
                tuple(sorted(like[one.key], key=lambda told: (-told[1].rank, told[0].id))),
            )
            for one in self.found.there
        ]

    @property
    def _asked(self) -> list[tuple[Ours, Theirs, Likeness]]:
        """The pairs that a person has to tell; what somebody said stands alone is not asked."""
        return [edge for edge in self.found.asked if not self._alone(edge[0], edge[1])]

    def _alone(self, ours: Ours, theirs: Theirs) -> bool:
        mine, other = self.decisions.of(matter=ours.id), self.decisions.of(theirs.key)
        return bool(
            (mine and mine.verdict in OF_OURS - {Verdict.PENDING})
            or (other and other.verdict in OF_THEIRS - {Verdict.PENDING})
        )

    @cached_property
    def theirs_without(self) -> list[Pair]:
        """Ours lies in the period, theirs is dated outside."""
        return [pair for pair in self.pairs if pair.ours.within and not pair.theirs.within]

    @cached_property
    def ours_without(self) -> list[Pair]:
        """Theirs lies in the period, ours is dated outside."""
        return [pair for pair in self.pairs if not pair.ours.within]

    @cached_property
    def both(self) -> int:
        """How many pairs lie within the period on both sides."""
        return self.found.alike + sum(pair.within for pair in self.pairs)

    @property
    def here(self) -> int:
        """How many there are here in the period."""
        return self.both + len(self.theirs_without) + len(self.only_here)

    @property
    def there(self) -> int:
        """How many lines there are in the period."""
        return self.both + len(self.ours_without) + len(self.only_there)

    @property
    def paired(self) -> int:
        """How many matters are a line there, in the period on at least one side."""
        return self.found.alike + len(self.pairs)

    @cached_property
    def differing(self) -> list[Pair]:
        return [pair for pair in self.pairs if not pair.agrees]

    @property
    def agreed(self) -> int:
        return self.paired - len(self.differing)

    @property
    def open(self) -> int:
        """How much a person still has to look at."""
        return (
            sum(one.open for one in self.only_here)
            + sum(one.open for one in self.only_there)
            + sum(not pair.settled for pair in self.differing)
        )

    @property
    def sentence(self) -> str:
        """The line that closes a comparison."""
        return (
            f"这里 {self.here:,} 件，{self.system} {self.there:,} 件：对上 {self.paired:,}"
            f"（一致 {self.agreed:,}，两边不同 {len(self.differing):,}），"
            f"只在这里 {len(self.only_here):,}，只在那里 {len(self.only_there):,}；还没有定的 {self.open:,}"
        )
