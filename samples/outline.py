"""The outline file of the invented town: cells of a plane around invented points, with a fixed seed (示例，村界为虚构)."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Sequence
from pathlib import Path

from samples.town import qinghe

SEED = 20220101
FILE = "青禾镇村界（虚构）.geojson"
ORIGIN, SPREAD = (121.2, 31.4), (0.072, 0.046)  # degrees; a place in the sea of numbers, no real town
ROUNDS = 6
Point = tuple[float, float]


def write_outline(folder: Path) -> Path:
    """Write the file of the town's villages with their households; returns its path."""
    chance = random.Random(SEED)  # noqa: S311 - invented places
    villages = qinghe().villages
    edge = _edge(chance)
    cells = _cells(chance, edge, len(villages))
    features = [
        {
            "type": "Feature",
            "properties": {"name": name, "households": chance.randint(420, 2400 if "居委会" in name else 1100)},
            "geometry": {"type": "Polygon", "coordinates": [[*map(_placed, cell), _placed(cell[0])]]},
        }
        for name, cell in zip(villages, cells, strict=True)
    ]
    told = {"type": "FeatureCollection", "note": "示例，村界和户数均为虚构", "features": features}
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return path


def _placed(point: Point) -> list[float]:
    return [round(ORIGIN[i] + point[i] * SPREAD[i], 6) for i in (0, 1)]


def _edge(chance: random.Random) -> list[Point]:
    """A round town with an uneven edge, on the plane from -1 to 1."""
    phases = [chance.uniform(0, 2 * math.pi) for _ in range(3)]
    found = []
    for at in range(72):
        angle = 2 * math.pi * at / 72
        # A rounded square, so that the page is well filled.
        radius = (abs(math.cos(angle)) ** 3.2 + abs(math.sin(angle)) ** 3.2) ** (-1 / 3.2)
        radius *= 1 + sum(0.025 * math.sin((n + 3) * angle + phase) for n, phase in enumerate(phases))
        found.append((radius * math.cos(angle), radius * math.sin(angle)))
    return found


def _cells(chance: random.Random, edge: Sequence[Point], count: int) -> list[list[Point]]:
    """Cells of about the same size: each is what lies nearer to its own point than to any other."""
    points = [(chance.uniform(-0.9, 0.9), chance.uniform(-0.9, 0.9)) for _ in range(count)]
    for _ in range(ROUNDS):
        points = [_middle(_cell(at, points, edge)) for at in range(count)]
    return [_cell(at, points, edge) for at in range(count)]


def _cell(at: int, points: Sequence[Point], edge: Sequence[Point]) -> list[Point]:
    cell = list(edge)
    x, y = points[at]
    for other, (u, v) in enumerate(points):
        if other != at:
            cell = _nearer(cell, ((x + u) / 2, (y + v) / 2), (u - x, v - y))
    return cell


def _nearer(cell: Sequence[Point], middle: Point, away: Point) -> list[Point]:
    """The part of a cell on this side of a line (Sutherland and Hodgman's cut)."""

    def beyond(point: Point) -> float:
        return (point[0] - middle[0]) * away[0] + (point[1] - middle[1]) * away[1]

    kept: list[Point] = []
    for here, there in zip(cell, [*cell[1:], cell[0]], strict=True):
        a, b = beyond(here), beyond(there)
        if a <= 0:
            kept.append(here)
        if (a < 0 < b) or (b < 0 < a):
            share = a / (a - b)
            kept.append((here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])))
    return kept


def _middle(cell: Sequence[Point]) -> Point:
    area = x = y = 0.0
    for (a, b), (c, d) in zip(cell, [*cell[1:], cell[0]], strict=True):
        cross = a * d - c * b
        area, x, y = area + cross, x + (a + c) * cross, y + (b + d) * cross
    return (x / (3 * area), y / (3 * area))
