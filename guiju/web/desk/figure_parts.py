"""A part of a figure: the records of one place, of one kind, or of both, as the address asks."""

from __future__ import annotations

import dataclasses
import datetime as dt

from django.http import Http404

from guiju.exchange.outlines.api import villages_on
from guiju.kernel.indicators.api import NOWHERE, Indicator, narrowed, topic_splitting
from guiju.web.access import DeskRequest

PARTS = ("place", "kind")


def part_of(request: DeskRequest, indicator: Indicator, day: dt.date) -> Indicator:
    """The figure, or its part of the place and kind in the address; its name says which. Raises Http404.

    Figures that do not split by place and kind stay whole.
    """
    topic = topic_splitting(indicator.id)
    if topic is None or not any(name in request.GET for name in PARTS):
        return indicator
    names = {village.unit_id: village.name for village in villages_on(request.acting.town_id, day)}
    place, kind = request.GET.get("place", ""), request.GET.get("kind")
    named = {str(key): name for key, name in names.items()} | {NOWHERE: "镇级，不分村居"}
    if place and place not in named:
        raise Http404("本镇没有这个村居。")
    words = [named[place]] if place else []
    if kind is not None:
        words.append(topic.kinds.get(kind, kind) or "未写类别")
    part = narrowed(indicator, topic, list(names), place, kind)
    return dataclasses.replace(part, name=f"{indicator.name}（{'、'.join(words)}）")


def asked_parts(request: DeskRequest) -> dict[str, str]:
    """The place and kind in the address, as a link to the same part has them."""
    return {name: request.GET[name] for name in PARTS if name in request.GET}
