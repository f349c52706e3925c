"""Charts as SVG made on the server: a line of two years, bars of two years. No script, no style; each point is a link."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

WIDTH, HEIGHT = 720, 280
LEFT, RIGHT, TOP, BOTTOM = 34, 92, 14, 28
BAR_WIDTH, BAR_LEFT, BAR_ROW, BAR_END = 384, 112, 36, 64
STEPS = 4
LABEL = 8  # characters of a kind beside its bar; the table has it in full
Number = float


def nice_step(top: Number, steps: int = STEPS) -> Number:
    """The round whole step (1, 2, 2.5 or 5 times a power of ten) with which `steps` steps reach `top`."""
    if top <= steps:
        return 1
    power = 10 ** math.floor(math.log10(top / steps))
    factors = (1, 2, 2.5, 5, 10) if power > 1 else (1, 2, 5, 10)  # nothing is counted in halves
    return next(power * factor for factor in factors if power * factor * steps >= top)


def two_years(
    now: Sequence[Number], before: Sequence[Number], year: int, unit: str, url: Callable[[int, int], str]
) -> dict[str, Any]:
    """Months of two years as lines; `url(year, month)` is where a point's records stand."""
    step = nice_step(max([*now, *before, 1]))
    top = step * math.ceil(max([*now, *before, 1]) / step)

    def line(values: Sequence[Number], of: int) -> dict[str, Any]:
        points = [
            {
                "x": _x(at),
                "y": _y(value, top),
                "url": url(of, at + 1),
                "label": f"{of}年{at + 1}月，{value:,g} {unit}",
            }
            for at, value in enumerate(values)
        ]
        end = points[-1] if points else {"x": LEFT, "y": HEIGHT - BOTTOM}
        path = " ".join(f"{point['x']},{point['y']}" for point in points)
        words = {"year": f"{of}年", "text": f"{values[-1]:,g}"} if values else {"year": "", "text": ""}
        return {
            "points": points,
            "path": path,
            "end": {"x": end["x"] + 8, "y": end["y"] + 4, **words},
        }

    lines = {"now": line(now, year), "before": line(before, year - 1)}
    _apart(lines["now"]["end"], lines["before"]["end"])
    return {
        **lines,
        "width": WIDTH,
        "height": HEIGHT,
        "left": LEFT,
        "right": WIDTH - RIGHT,
        "ticks": [{"y": _y(step * n, top), "text": f"{step * n:g}"} for n in range(round(top / step) + 1)],
        "months": [{"x": _x(at), "text": f"{at + 1}月"} for at in range(12)],
        "month_y": HEIGHT - 8,
    }


def _x(at: int) -> Number:
    return round(LEFT + 10 + at * (WIDTH - LEFT - RIGHT - 20) / 11, 1)


def _y(value: Number, top: Number) -> Number:
    return round(HEIGHT - BOTTOM - value * (HEIGHT - TOP - BOTTOM) / top, 1)


def _apart(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Keep two end labels from lying on one another."""
    if abs(one["x"] - other["x"]) < RIGHT and abs(one["y"] - other["y"]) < 14:
        higher, lower = (one, other) if one["y"] <= other["y"] else (other, one)
        middle = (higher["y"] + lower["y"]) / 2
        higher["y"], lower["y"] = round(middle - 7, 1), round(middle + 7, 1)


def bars(rows: Sequence[dict[str, Any]], unit: str) -> dict[str, Any]:
    """Bars of two years; rows {label, now, before, url, url_before}."""
    top = max([*(row["now"] for row in rows), *(row["before"] for row in rows), 1])
    room = BAR_WIDTH - BAR_LEFT - BAR_END

    def width(n: Number) -> Number:
        return round(n * room / top, 1)

    drawn = [
        {
            **row,
            "y": at * BAR_ROW + 6,
            "under": at * BAR_ROW + 20,
            "base": at * BAR_ROW + 16,
            "wide": width(row["now"]),
            "wide_before": width(row["before"]),
            "end": BAR_LEFT + width(row["now"]) + 6,
            "text": f"{row['now']:,} {unit}",
            "short": row["label"] if len(row["label"]) <= LABEL else f"{row['label'][: LABEL - 1]}…",
        }
        for at, row in enumerate(rows)
    ]
    return {
        "rows": drawn,
        "width": BAR_WIDTH,
        "height": max(len(rows), 1) * BAR_ROW + 4,
        "left": BAR_LEFT,
        "label_x": BAR_LEFT - 8,
    }
