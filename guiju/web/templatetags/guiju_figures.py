"""Figures on a page: the figure block, the line of twelve months, the bar of shares."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template

register = template.Library()

Data = Mapping[str, Any]
SPARK_MARGIN = 3.0


def _points(values: Sequence[float], width: float, height: float, top: float) -> list[tuple[float, float]]:
    """Places of monthly values: twelve columns over the width, zero at the bottom, `top` at the upper edge."""
    step = (width - 2 * SPARK_MARGIN) / 11
    rise = (height - 2 * SPARK_MARGIN) / (top or 1)
    return [
        (round(SPARK_MARGIN + index * step, 1), round(height - SPARK_MARGIN - value * rise, 1))
        for index, value in enumerate(values)
    ]


@register.inclusion_tag("components/sparkline.html")
def sparkline(
    this_year: Sequence[float], last_year: Sequence[float], label: str, width: int = 96, height: int = 28
) -> dict[str, Any]:
    """Months of this year (accent, dot at the end) over last year's (grey); label tells in words what the line shows."""
    top = max([*this_year, *last_year, 0])
    now = _points(this_year, width, height, top)
    before = _points(last_year, width, height, top)
    return {
        "width": width,
        "height": height,
        "label": label,
        "now": " ".join(f"{x},{y}" for x, y in now),
        "before": " ".join(f"{x},{y}" for x, y in before),
        "end": {"x": now[-1][0], "y": now[-1][1]} if now else None,
    }


@register.inclusion_tag("components/figure.html")
def figure(figure: Data) -> dict[str, Any]:
    """A figure that opens: {name, value, unit, last_year, delta, as_of, url, kind: "derived"|"attested", completeness, months, months_before}."""
    return {"figure": figure}


@register.inclusion_tag("components/shares.html")
def shares(parts: Sequence[Data], label: str) -> dict[str, Any]:
    """A bar of parts of a whole: [{count, look: "good"|"ask"|"wrong"|"same"}]; label says the numbers in words."""
    total = sum(part["count"] for part in parts) or 1
    drawn, left = [], 0.0
    for part in parts:
        width = 1000 * part["count"] / total
        drawn.append({"x": round(left, 1), "width": round(max(width - 2, 0), 1), "look": part["look"]})
        left += width
    return {"parts": drawn, "label": label}
