"""Figures of several towns in one sheet: values beside one another, and where towns do not count the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guiju.kernel.organisation.api import Town
from guiju.reports.figures import FigureKey, YearFigure


@dataclass(frozen=True)
class SideBySide:
    """One figure across towns, in the order of the towns; None where a town has no such figure."""

    key: FigureKey
    name: str
    unit: str
    figures: tuple[YearFigure | None, ...]

    @property
    def definitions(self) -> tuple[str, ...]:
        """The different ways of counting, each once. More than one: the values are not comparable as they stand."""
        return tuple(
            dict.fromkeys(figure.definition for figure in self.figures if figure is not None and self._derived)
        )

    @property
    def same_cutoff(self) -> bool:
        """Whether all towns count until the same day."""
        return len({figure.as_of for figure in self.figures if figure is not None}) <= 1

    @property
    def _derived(self) -> bool:
        # A platform's figure names platform, query and person in its definition: those always differ, and are shown.
        return self.key[0] == "derived"


def towns_of_district(town_id: int) -> list[Town]:
    """The towns of the installation that lie in the same district, by code; the town alone where no district is known."""
    own = Town.objects.get(id=town_id)
    towns = Town.objects.filter(district=own.district) if own.district else Town.objects.filter(id=town_id)
    return list(towns.order_by("code"))


def side_by_side(figures: Sequence[Mapping[FigureKey, YearFigure]]) -> list[SideBySide]:
    """The figures that any of the towns has, in the order of the first town that has it."""
    keys = list(dict.fromkeys(key for one in figures for key in one))
    rows = []
    for key in keys:
        told = tuple(one.get(key) for one in figures)
        first = next(figure for figure in told if figure is not None)
        rows.append(SideBySide(key, first.name, first.unit, told))
    return rows
