"""The rounds that answer for a figure: those that asked for it or its register, for a period within the figure's own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet

from guiju.exchange.returns.models import Answer, AskedFigure, OwingUnit, ReturnRound
from guiju.kernel.indicators.api import Indicator, Period, ReturnedRound
from guiju.kernel.mechanism.api import registers


@dataclass
class _Round:
    """A round while its units are gathered: what it asked, who owes it, who lacks."""

    round: ReturnRound
    figures: set[str] = field(default_factory=set)
    owing: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)

    def within(self, period: Period) -> bool:
        """A month's round answers for its month and for the year; a year's round does not answer for a month."""
        return period.start <= self.round.period_from and self.round.period_to <= period.as_of

    def told(self) -> ReturnedRound:
        one = self.round
        return ReturnedRound(one.title, one.period_from, one.period_to, len(self.owing), tuple(self.lacking))


@dataclass(frozen=True)
class StillOwing:
    """A round that some units have not answered, by name; after its closing nobody is reminded."""

    key: int
    title: str
    closed: bool
    units: tuple[str, ...]


def rounds_answering(town_id: int, wanted: Sequence[tuple[Indicator, Period]]) -> list[tuple[ReturnedRound, ...]]:
    """For each figure and period the rounds of its town that answer for it, by period. Five statements at most."""
    if not wanted:
        return []
    begins, ends = min(period.start for _, period in wanted), max(period.as_of for _, period in wanted)
    found = ReturnRound.objects.filter(town_id=town_id, period_from__gte=begins, period_to__lte=ends)
    rounds = _gathered(town_id, found.order_by("period_from", "period_to", "id"))
    return [
        tuple(one.told() for one in rounds if indicator.id in one.figures and one.within(period))
        for indicator, period in wanted
    ]


def still_owing(town_id: int, figures: Collection[str], period: Period) -> list[StillOwing]:
    """Rounds for some figures that reach into a period and were not answered by all, the latest first."""
    found = ReturnRound.objects.filter(town_id=town_id, period_from__lte=period.as_of, period_to__gte=period.start)
    rounds = _gathered(town_id, found.order_by("-due_on", "-id"))
    return [
        StillOwing(one.round.id, one.round.title, one.round.closed_on is not None, tuple(one.lacking))
        for one in rounds
        if one.lacking and not one.figures.isdisjoint(figures)
    ]


def _gathered(town_id: int, found: Iterable[ReturnRound]) -> list[_Round]:
    # What the district asks is owed by the town as a whole, and says nothing of its units.
    rounds = {one.id: _Round(one) for one in found if not one.from_district}
    if not rounds:
        return []
    for key, unit, answered in _owing(town_id, rounds).values_list("round_id", "unit__name", "answered"):
        rounds[key].owing.append(unit)
        if not answered:
            rounds[key].lacking.append(unit)
    figures = {register.id: register.figures for register in registers(town_id)}
    for one in rounds.values():
        one.figures.update(figure for name in one.round.register_ids for figure in figures.get(name, ()))
    asked = AskedFigure.objects.filter(town_id=town_id, round_id__in=list(rounds)).exclude(indicator="")
    for key, indicator in asked.values_list("round_id", "indicator"):
        rounds[key].figures.add(indicator)
    return list(rounds.values())


def _owing(town_id: int, rounds: Collection[int]) -> QuerySet[OwingUnit]:
    answered = Answer.objects.filter(town_id=town_id, owing=OuterRef("pk"))
    found = OwingUnit.objects.filter(town_id=town_id, round_id__in=list(rounds))
    return found.annotate(answered=Exists(answered)).order_by("unit_id")
