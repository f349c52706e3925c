"""What a figure can be split by: the unit that keeps the record, and categories that the mechanism names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Sum

from guiju.kernel.indicators.definitions import Indicator, Period
from guiju.kernel.indicators.figures import counted

UNIT = "unit"
Amount = Any  # int, or Decimal for money


@dataclass(frozen=True)
class Axis:
    """A way to split a figure: the path to the value seen from a counted record, the values' labels, other people's words for them.

    One word of others may stand for several of our values.
    """

    id: str
    label: str
    path: str
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)


def axes_of(indicator: Indicator) -> tuple[Axis, ...]:
    """The axes of a figure: the keeping unit where matters stand behind it, then those that the mechanism declares."""
    if not indicator.matter_path or indicator.is_ratio:
        return ()
    path = "unit_id" if indicator.matter_path == "id" else f"{indicator.matter_path.removesuffix('_id')}__unit_id"
    return (Axis(UNIT, "单位", path), *indicator.axes)


def split(indicator: Indicator, town_id: int, period: Period, axes: Sequence[Axis]) -> dict[tuple[Any, ...], Amount]:
    """A figure split by axes: value by the records' values on them. One statement, of the figure's own records.

    The values add up to the figure. Raises ValueError for a ratio, which cannot be added up.
    """
    if indicator.is_ratio:
        raise ValueError(f"{indicator.id} is a ratio")
    amount: Any = Sum(indicator.amount_path) if indicator.amount_path else Count("pk")
    paths = [axis.path for axis in axes]
    rows = counted(indicator, town_id, period).order_by().values_list(*paths).annotate(n=amount)
    return {row[:-1]: row[-1] or 0 for row in rows}
