"""What a comparison came to: every line there and every matter here in exactly one place, and what is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from guiju.exchange.importing.api import Difference
from guiju.exchange.reconciling.decisions import Decisions
from guiju.exchange.reconciling.likeness import Likeness
from guiju.exchange.reconciling.models import PairDecision, Verdict
from guiju.exchange.reconciling.ours import Ours
from guiju.exchange.reconciling.theirs import Theirs
from guiju.kernel.indicators.api import Period
from guiju.kernel.ledger.api import vault
from guiju.kernel.procedure.api import Moment, Register


@dataclass(frozen=True)
class Differing:
    """One field in which the two differ, in words; of private values only that they differ."""

    label: str
    ours: str
    theirs: str
    difference: Difference

    @property
    def private(self) -> bool:
        return self.difference.private


@dataclass(frozen=True)
class Pair:
    """A matter and a line that are the same thing. `trouble`: what in the line cannot be read, so that it is not compared."""

    ours: Ours
    theirs: Theirs
    likeness: Likeness | None
    differing: tuple[Differing, ...] = ()
    trouble: str = ""
    decision: PairDecision | None = None

    @property
    def said(self) -> str:
        """A keyed hash of what differs: kept when somebody keeps ours, so that only something new is asked."""
        told = sorted(f"{one.label}\t{one.difference.new}" for one in self.differing)
        return vault().search_hash("differs\n" + "\n".join([*told, self.trouble]))

    @property
    def agrees(self) -> bool:
        return not self.differing and not self.trouble

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
class Reconciled:
    """One comparison. The pairs are those of which at least one side lies in the period."""

    register: Register
    system: str
    period: Period
    file_name: str
    moment: Moment
    decisions: Decisions
    pairs: Sequence[Pair] = ()
    only_here: Sequence[OnlyHere] = ()
    only_there: Sequence[OnlyThere] = ()
    aside: Counter[str] = field(default_factory=Counter)
    unrecognised: Sequence[str] = ()
    kinds: Sequence[str] = ()  # of which kinds of matter, in words

    @cached_property
    def both(self) -> list[Pair]:
        """Pairs within the period on both sides."""
        return [pair for pair in self.pairs if pair.ours.within and pair.theirs.within]

    @cached_property
    def theirs_without(self) -> list[Pair]:
        """Ours lies in the period, theirs is dated outside."""
        return [pair for pair in self.pairs if pair.ours.within and not pair.theirs.within]

    @cached_property
    def ours_without(self) -> list[Pair]:
        """Theirs lies in the period, ours is dated outside."""
        return [pair for pair in self.pairs if not pair.ours.within]

    @property
    def here(self) -> int:
        """How many there are here in the period."""
        return len(self.both) + len(self.theirs_without) + len(self.only_here)

    @property
    def there(self) -> int:
        """How many lines there are in the period."""
        return len(self.both) + len(self.ours_without) + len(self.only_there)

    @cached_property
    def differing(self) -> list[Pair]:
        return [pair for pair in self.pairs if not pair.agrees]

    @property
    def agreed(self) -> int:
        return len(self.pairs) - len(self.differing)

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
            f"这里 {self.here:,} 件，{self.system} {self.there:,} 件：对上 {len(self.pairs):,}"
            f"（一致 {self.agreed:,}，两边不同 {len(self.differing):,}），"
            f"只在这里 {len(self.only_here):,}，只在那里 {len(self.only_there):,}；还没有定的 {self.open:,}"
        )
