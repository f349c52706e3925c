"""Reading a GeoJSON file of villages: one feature a village, its name and households among its properties."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

NAMES = ("name", "NAME", "名称", "村居", "村名")
HOUSEHOLDS = ("households", "户数", "总户数")
LARGEST = 5 * 1024 * 1024
MOST_POINTS = 40_000  # of a whole town; more makes a page that a phone cannot draw
Ring = tuple[tuple[float, float], ...]


class OutlineError(ValueError):
    """A file of outlines that cannot be taken; the text says which feature, what is wrong and what to do."""


@dataclass(frozen=True)
class ReadArea:
    """A village as the file tells it; `households` is None where it tells none."""

    name: str
    households: int | None
    rings: tuple[Ring, ...]


def read_outlines(data: bytes) -> list[ReadArea]:
    """The villages of a GeoJSON file in their order; raises OutlineError."""
    if len(data) > LARGEST:
        raise OutlineError("村界文件超过 5 MB。请先用制图软件抽稀边界，再导入。")
    try:
        told = json.loads(data)
        features = told["features"]
    except (ValueError, KeyError, TypeError):
        raise OutlineError("这不是 GeoJSON 的 FeatureCollection。请从制图软件导出为 GeoJSON（UTF-8）。") from None
    found = [_area(at, feature) for at, feature in enumerate(features, 1)]
    if sum(len(ring) for area in found for ring in area.rings) > MOST_POINTS:
        raise OutlineError(f"村界的点超过 {MOST_POINTS:,} 个，网页画不动。请先抽稀边界，再导入。")
    return found


def _area(at: int, feature: Any) -> ReadArea:
    try:
        properties, geometry = feature["properties"] or {}, feature["geometry"]
        name = next((str(properties[key]).strip() for key in NAMES if properties.get(key)), "")
        rings = tuple(_rings(geometry))
    except (KeyError, TypeError, ValueError):
        raise OutlineError(f"第 {at} 个图形读不出来：要写村居名称，图形为 Polygon 或者 MultiPolygon。") from None
    if not name:
        raise OutlineError(f"第 {at} 个图形没有村居名称。请在属性 name（或者“名称”）里写上。")
    if not rings or any(len(ring) < 4 for ring in rings):
        raise OutlineError(f"“{name}”的边界不成面：每一圈至少四个点，首尾相同。")
    return ReadArea(name, _households(name, properties), rings)


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}[geometry["type"]]
    for polygon in polygons:
        for ring in polygon:
            yield tuple((float(point[0]), float(point[1])) for point in ring)


def _households(name: str, properties: Mapping[str, Any]) -> int | None:
    told = next((properties[key] for key in HOUSEHOLDS if properties.get(key) not in (None, "")), None)
    if told is None:
        return None
    try:
        count = int(str(told))
    except ValueError:
        count = 0
    if count <= 0:
        raise OutlineError(f"“{name}”的户数“{told}”不是大于零的整数。请改成户数，或者留空。")
    return count
