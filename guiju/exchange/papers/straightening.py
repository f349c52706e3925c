"""Laying a page straight: where its codes stand in the picture tells how the sheet lay before the camera.

Both codes of a page are far apart, so that their eight corners give the whole sheet. A scan lies flat: turning and
one scale explain it, and the more freely fitted perspective would only add what the corners are imprecise by. With one
code the page is turned and nothing is cut off.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from guiju.exchange.papers.codes import SPOTS, Code

Point = tuple[float, float]
MM_PER_INCH = 25.4
SMALLEST_DOTS, LARGEST_DOTS = 100, 200
FLAT = 0.3  # millimetres by which corners may lie beside a flat sheet
HUNDRED, THOUSAND = (
    100.0,
    1000.0,
)  # millimetres and pixels are counted in these, so that the equations stay well-behaved
WHITE = (255, 255, 255)


@dataclass(frozen=True)
class Found:
    """A code in a picture: what it says, and its corners in pixels, from the upper left of the code clockwise."""

    code: Code
    corners: tuple[Point, Point, Point, Point]

    @property
    def angle(self) -> float:
        """How far the code is turned clockwise in the picture, in degrees."""
        first, second, third, fourth = self.corners
        across, down = second[0] - first[0] + third[0] - fourth[0], second[1] - first[1] + third[1] - fourth[1]
        return math.degrees(math.atan2(down, across))

    @property
    def dots(self) -> float:
        """Pixels an inch, by the longest side of the code."""
        sides = [math.dist(self.corners[n - 1], self.corners[n]) for n in range(4)]
        return max(sides) / SPOTS[self.code.spot].side * MM_PER_INCH


def straight(picture: Image.Image, found: Sequence[Found]) -> Image.Image:
    """The page lying straight and upright; as it is where no code was found."""
    if not found:
        return picture
    if len({each.code.spot for each in found}) == 1:
        return _turned(picture, found[0].angle)
    return _laid(picture, found)


def _turned(picture: Image.Image, angle: float) -> Image.Image:
    quarters = round(angle / 90) % 4
    turns = {1: Image.Transpose.ROTATE_90, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_270}
    upright = picture.transpose(turns[quarters]) if quarters else picture
    left = (angle + 45) % 90 - 45
    return upright.rotate(left, Image.Resampling.BICUBIC, expand=True, fillcolor=WHITE)


def _laid(picture: Image.Image, found: Sequence[Found]) -> Image.Image:
    """The sheet alone, as if looked at from straight above."""
    places: list[Point] = []
    seen: list[Point] = []
    for each in found:
        spot = SPOTS[each.code.spot]
        ends = ((0.0, 0.0), (spot.side, 0.0), (spot.side, spot.side), (0.0, spot.side))
        places += [((spot.left + x) / HUNDRED, (spot.top + y) / HUNDRED) for x, y in ends]
        seen += [(x / THOUSAND, y / THOUSAND) for x, y in each.corners]
    dots = min(LARGEST_DOTS, max(SMALLEST_DOTS, max(each.dots for each in found)))
    fit = _flat(places, seen)
    allowed = FLAT * max(each.dots for each in found) / MM_PER_INCH / THOUSAND
    if max(math.dist(_at(fit, place), point) for place, point in zip(places, seen, strict=True)) > allowed:
        fit = _tilted(places, seen)
    step = MM_PER_INCH / dots / HUNDRED  # from pixels of the result to hundreds of millimetres
    a, b, c, d, e, f, g, h = fit
    moves = (a * step, b * step, c, d * step, e * step, f)
    data = (*(THOUSAND * value for value in moves), g * step, h * step)
    size = tuple(round(side / MM_PER_INCH * dots) for side in SPOTS[found[0].code.spot].sheet)
    return picture.transform(
        (size[0], size[1]), Image.Transform.PERSPECTIVE, data, Image.Resampling.BILINEAR, fillcolor=WHITE
    )


def _at(fit: Sequence[float], place: Point) -> Point:
    (a, b, c, d, e, f, g, h), (x, y) = fit, place
    far = g * x + h * y + 1
    return (a * x + b * y + c) / far, (d * x + e * y + f) / far


def _flat(places: Sequence[Point], seen: Sequence[Point]) -> list[float]:
    """Turned, moved and scaled."""
    rows, wanted = [], []
    for (x, y), (u, v) in zip(places, seen, strict=True):
        rows += [[x, -y, 1.0, 0.0], [y, x, 0.0, 1.0]]
        wanted += [u, v]
    across, down, left, top = _least_squares(rows, wanted)
    return [across, -down, left, down, across, top, 0.0, 0.0]


def _tilted(places: Sequence[Point], seen: Sequence[Point]) -> list[float]:
    """Seen from the side: the eight numbers of a projection."""
    rows, wanted = [], []
    for (x, y), (u, v) in zip(places, seen, strict=True):
        rows += [[x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y], [0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y]]
        wanted += [u, v]
    return _least_squares(rows, wanted)


def _least_squares(rows: Sequence[Sequence[float]], wanted: Sequence[float]) -> list[float]:
    """The numbers that fit the equations best (normal equations, Gauss with pivots)."""
    size = len(rows[0])
    table = [
        [sum(row[i] * row[j] for row in rows) for j in range(size)]
        + [sum(row[i] * value for row, value in zip(rows, wanted, strict=True))]
        for i in range(size)
    ]
    for column in range(size):
        pivot = max(range(column, size), key=lambda line: abs(table[line][column]))
        table[column], table[pivot] = table[pivot], table[column]
        for line in range(size):
            if line != column:
                factor = table[line][column] / table[column][column]
                table[line] = [value - factor * other for value, other in zip(table[line], table[column], strict=True)]
    return [table[line][size] / table[line][line] for line in range(size)]
