"""The villages as a map: outlines drawn to the page's width, five classes of one hue, name and number in every area."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from guiju.exchange.outlines.api import Village, short_name

WIDTH, EDGE, CLASSES = 660, 6, 5
TENTH = Decimal("0.1")
DARK_FROM = 3  # the two darkest classes carry white words


def per_thousand(count: int, households: int | None) -> Decimal | None:
    """How many for each 1,000 households, to one place; None where the households are not told."""
    return (Decimal(count * 1000) / households).quantize(TENTH, ROUND_HALF_UP) if households else None


def step_of(values: Sequence[Decimal], whole: bool) -> Decimal:
    """The width of a class: five equal classes from nothing to the largest value."""
    top = max(values, default=Decimal(0))
    least = Decimal(1) if whole else TENTH
    return max((top / CLASSES / least).to_integral_value(rounding="ROUND_CEILING") * least, least)


def class_of(value: Decimal, step: Decimal) -> int:
    """The class of a value, 0 to 4; a value on the border belongs to the upper one."""
    return min(int(value / step), CLASSES - 1)


def legend(step: Decimal) -> list[dict[str, Any]]:
    """The classes in words."""
    words = [f"{step:f} 以下", *(f"{step * n:f}–{step * (n + 1):f}" for n in range(1, CLASSES - 1))]
    return [{"look": n, "text": text} for n, text in enumerate([*words, f"{step * (CLASSES - 1):f} 以上"])]


def drawn(
    villages: Sequence[Village],
    values: Mapping[int, Decimal],
    step: Decimal,
    told: Callable[[Village], Mapping[str, str]],
) -> dict[str, Any] | None:
    """The map, or None where no village has an outline. `told` gives {url, label, number} of a village."""
    placed = [village for village in villages if village.rings]
    if not placed:
        return None
    project, height = _projection([point for village in placed for ring in village.rings for point in ring])
    areas = []
    for village in placed:
        rings = [[project(point) for point in ring] for ring in village.rings]
        x, y = _middle(max(rings, key=lambda ring: abs(_area(ring))))
        look = class_of(values[village.unit_id], step) if village.unit_id in values else 0
        areas.append(
            {
                "unit": village.unit_id,
                "path": " ".join("M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in ring) + "Z" for ring in rings),
                "x": round(x, 1),
                "y": round(y - 3, 1),
                "under": round(y + 13, 1),
                "name": short_name(village.name),
                "look": look,
                "dark": look >= DARK_FROM,
                **told(village),
            }
        )
    return {"areas": areas, "width": WIDTH, "height": height}


Point = tuple[float, float]


def _projection(points: Sequence[Point]) -> tuple[Callable[[Point], Point], int]:
    """Degrees to the page, true to shape at the town's own latitude; and the height of the page."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    # Coordinates of a plane (metres) need no shortening; degrees do.
    shorter = math.cos(math.radians((min(ys) + max(ys)) / 2)) if max(map(abs, ys)) <= 90 else 1.0
    wide, high = (max(xs) - min(xs)) * shorter, max(ys) - min(ys)
    scale = (WIDTH - 2 * EDGE) / (wide or 1)
    left, top = min(xs), max(ys)

    def project(point: Point) -> Point:
        return EDGE + (point[0] - left) * shorter * scale, EDGE + (top - point[1]) * scale

    return project, round(high * scale + 2 * EDGE)


def _area(ring: Sequence[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _middle(ring: Sequence[Point]) -> Point:
    area = _area(ring)
    if not area:
        return ring[0]
    x = y = 0.0
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return x / (6 * area), y / (6 * area)
