"""这个月要看的三件事: sentences that follow from the counts by fixed rules; every number in them opens its records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from guiju.exchange.returns.completeness import StillOwing
from guiju.kernel.indicators.api import Figure
from guiju.web.desk.figures import shown
from guiju.web.desk.situation.asked import records_url
from guiju.web.desk.situation.counted import Counts, by_kind, by_place, place_code

LEAST_RISE = 2  # one more than last year is chance, and is not told
NAMED = 3  # of the units that owe returns
Part = dict[str, str]


def noteworthy(counts: Counts) -> list[dict[str, Any]]:
    """Where it rose most, which kind rose most, and whether things take longer. Each {head, parts: [{text, url}]}.

    Where a topic has no places, whether it was done in time stands first.
    """
    timely = [] if counts.topic.places else [_timeliness(counts)]
    if not counts.has_last_year:
        return [*timely, _not_compared(counts)]
    return [*(timely or [_places(counts)]), _kinds(counts), _slowness(counts)]


def owing(rounds: Sequence[StillOwing]) -> dict[str, Any] | None:
    """Units whose returns of the latest round are missing in what the page counts; None where nobody owes any."""
    if not rounds:
        return None
    one, more = rounds[0], len(rounds) - 1
    names = "、".join(one.units[:NAMED]) + (f"等 {len(one.units)} 个单位" if len(one.units) > NAMED else "")
    told = {"text": "看报送情况" if one.closed else "催报", "url": reverse("return-round", args=[one.key])}
    if not one.closed:
        told["url"] += "#remind"
    others = [{"text": f"另有 {more} 轮没有收齐，在"}, {"text": "报送", "url": reverse("returns")}, {"text": "里。"}]
    return {
        "head": f"{names}没有报《{one.title}》{'，已收口' if one.closed else ''}。",
        "parts": [
            {"text": "这里只有它们已经登记的。"},
            told,
            {"text": "。" if more else ""},
            *(others if more else []),
        ],
    }


def _of(share: Figure) -> str:
    return f"%（{share.numerator:,}/{share.denominator:,}）"


def _timeliness(counts: Counts) -> dict[str, Any]:
    """What was done in its term, with both numbers, and how it was last year."""
    found = counts.of_strip(counts.topic.timeliness)
    if found is None:
        return _total(counts)
    now, before = found
    if not now.denominator or now.numerator is None:
        return {"head": f"这一期没有可以算{now.indicator.name}的。", "parts": []}
    left = now.denominator - now.numerator
    head = f"{now.denominator:,} {counts.received.unit}都{now.indicator.name}"
    if left:
        head = f"{now.denominator:,} {counts.received.unit}里有 {left:,} {counts.received.unit}没有{now.indicator.name}"
    parts = [_number(shown(now.value), _of(now), records_url(now.indicator, counts.period))]
    if before.value is not None:
        parts.append({"text": "，去年同期 "})
        parts.append(_number(shown(before.value), _of(before), records_url(now.indicator, counts.before)))
    return {"head": f"{head}。", "parts": [*parts, {"text": "。"}]}


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
    found = counts.of_strip(counts.topic.slowness)
    if found is None:
        return _total(counts)
    now, before = found
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
