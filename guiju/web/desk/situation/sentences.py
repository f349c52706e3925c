"""这个月要看的三件事: sentences that follow from the counts by fixed rules; every number in them opens its records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.web.desk.figures import shown
from guiju.web.desk.situation.asked import records_url
from guiju.web.desk.situation.counted import Counts, by_kind, by_place, place_code

LEAST_RISE = 2  # one more than last year is chance, and is not told
Part = dict[str, str]


def noteworthy(counts: Counts) -> list[dict[str, Any]]:
    """Where it rose most, which kind rose most, and whether things take longer. Each {head, parts: [{text, url}]}."""
    if not counts.has_last_year:
        return [_not_compared(counts)]
    return [_places(counts), _kinds(counts), _slowness(counts)]


def largest_rise(now: Mapping[Any, int], before: Mapping[Any, int]) -> tuple[Any, int] | None:
    """Who rose most against last year and by how much; None below LEAST_RISE. Of equals the one with more now."""
    rises = [(n - before.get(key, 0), n, str(key), key) for key, n in now.items()]
    rise, _, _, key = max(rises, default=(0, 0, "", None), key=lambda row: row[:3])
    return (key, rise) if rise >= LEAST_RISE else None


def _number(text: int | str, unit: str, url: str) -> Part:
    return {"text": f"{text} {unit}", "url": url}


def _not_compared(counts: Counts) -> dict[str, Any]:
    total = sum(counts.splits[0].values())
    number = _number(total, counts.received.unit, records_url(counts.received, counts.period))
    return {
        "head": "去年同期没有记录，不作比较。",
        "parts": [{"text": f"{counts.received.name} "}, number, {"text": "。"}],
    }


def _places(counts: Counts) -> dict[str, Any]:
    now, before = (by_place(split) for split in counts.splits)
    names = {village.unit_id: village.name for village in counts.villages}
    found = largest_rise({place: n for place, n in now.items() if place in names}, before)
    if found is None:
        return {"head": f"没有村居比去年同期多 {LEAST_RISE} {counts.received.unit}以上。", "parts": []}
    place, rise = found
    unit, code = counts.received.unit, place_code(place)
    parts = [
        _number(now[place], unit, records_url(counts.received, counts.period, code)),
        {"text": "，去年同期 "},
        _number(before[place], unit, records_url(counts.received, counts.before, code)),
    ]
    told = [(n, kind) for kind, n in by_kind(counts.splits[0], place).items() if kind]
    if told:
        n, kind = max(told)
        parts.append({"text": f"；其中{counts.kind_label(kind)} "})
        parts.append(_number(n, unit, records_url(counts.received, counts.period, code, kind)))
    parts.append({"text": "。"})
    return {"head": f"{names[place]}比去年同期多 {rise} {unit}，各村居中增加最多。", "parts": parts}


def _kinds(counts: Counts) -> dict[str, Any]:
    now, before = (by_kind(split) for split in counts.splits)
    found = largest_rise(now, before)
    unit = counts.received.unit
    if found is None:
        return {"head": f"没有哪一类比去年同期多 {LEAST_RISE} {unit}以上。", "parts": []}
    kind, rise = found
    return {
        "head": f"{counts.kind_label(kind)}比去年同期多 {rise} {unit}，各类中增加最多。",
        "parts": [
            _number(now[kind], unit, records_url(counts.received, counts.period, kind=kind)),
            {"text": "，去年同期 "},
            _number(before[kind], unit, records_url(counts.received, counts.before, kind=kind)),
            {"text": "。"},
        ],
    }


def _slowness(counts: Counts) -> dict[str, Any]:
    if counts.slowness is None:
        return _total(counts)
    now, before = counts.slowness
    if now.value is None or before.value is None:
        when = "本期" if now.value is None else "去年同期"
        return {"head": f"{when}没有可以算用时的记录。", "parts": []}
    difference = float(str(now.value)) - float(str(before.value))
    word = (
        "与去年同期一样"
        if not difference
        else f"比去年同期{'慢' if difference > 0 else '快'}了 {abs(difference):.1f} 日"
    )
    return {
        "head": f"{now.indicator.name}{word}。",
        "parts": [
            _number(shown(now.value), f"日（{now.records} 件）", records_url(now.indicator, counts.period)),
            {"text": "，去年同期 "},
            _number(shown(before.value), f"日（{before.records} 件）", records_url(now.indicator, counts.before)),
            {"text": "。"},
        ],
    }


def _total(counts: Counts) -> dict[str, Any]:
    now, before = (sum(split.values()) for split in counts.splits)
    unit = counts.received.unit
    word = "持平" if now == before else f"{'多' if now > before else '少'} {abs(now - before)} {unit}"
    return {
        "head": f"{counts.received.name}比去年同期{word}。",
        "parts": [
            _number(now, unit, records_url(counts.received, counts.period)),
            {"text": "，去年同期 "},
            _number(before, unit, records_url(counts.received, counts.before)),
            {"text": "。"},
        ],
    }
