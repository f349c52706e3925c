"""The place that somebody points at: what could be filled there, and what they chose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from guiju.exchange.superiors_forms.api import (
    ORDINAL,
    PERIODS,
    TEXTS,
    Blank,
    Fill,
    FormError,
    FormMapping,
    WordBlank,
    counted_words,
    fields_of,
    headings,
    kinds_of,
    label_of,
    likely_register,
    list_at,
    matrix_at,
    matrix_head,
    with_list,
    with_matrix,
)
from guiju.kernel.indicators.api import Axis, Indicator, axes_of, town_indicators
from guiju.kernel.mechanism.api import listed_registers
from guiju.web.access import DeskRequest

MODES = {"cell": "一格：一个数字或文字", "list": "一张名册：每件一行", "matrix": "一张交叉表：单位 × 类别"}
TEN_THOUSAND = 10_000
_LIST_PERIODS = ("month", "quarter", "year")


def pointed_at(request: DeskRequest, blank: Blank, mapping: FormMapping, at: str) -> dict[str, Any]:
    """The context of forms/point.html. A place that cannot be what was asked says so."""
    data = request.POST if request.method == "POST" else request.GET
    mode = data.get("as", "")
    mode = mode if mode in MODES else "cell"
    found: dict[str, Any] = {
        "at": at,
        "cell": at.rpartition("!")[2],
        "mode": mode,
        "modes": [{"value": code, "label": label, "current": code == mode} for code, label in MODES.items()],
        "periods": [{"value": code, "label": label} for code, label in PERIODS.items()],
    }
    try:
        found["label"] = label_of(blank, at)
        if isinstance(blank, WordBlank):
            found["cell"] = found["label"]  # a person knows a place of a Word form by its words alone
        found |= {"cell": _cell, "list": _list, "matrix": _matrix}[mode](request, blank, mapping, at)
    except (FormError, ValueError, KeyError, IndexError) as error:
        found["refused"] = str(error) if isinstance(error, FormError) else "这份表里没有这个位置。请在表上重新点。"
    return found


def _cell(request: DeskRequest, blank: Blank, mapping: FormMapping, at: str) -> dict[str, Any]:
    now, words = mapping.cells.get(at), request.GET.get("q", "").strip()
    current = f"{now.kind}:{now.what[0]}" if now else ""
    groups: list[tuple[str, list[tuple[str, str]]]] = []
    listed = listed_registers().get(mapping.register)
    if mapping.rhythm == "matter" and listed is not None:
        groups.append((listed.register.label, [(f"field:{item.name}", item.label) for item in listed.fields]))
    groups.append(("单位、填表人、日期", [(f"text:{code}", label) for code, label in TEXTS.items()]))
    figures = [(f"figure:{one.id}", f"{one.name}（{one.unit}）") for one in town_indicators(request.acting.town_id)]
    groups.append(("数字", figures))
    shown = [
        {
            "title": title,
            "options": [
                {"value": value, "label": label, "chosen": value == current}
                for value, label in options
                if not words or words in label
            ],
        }
        for title, options in groups
    ]
    return {
        "q": words,
        "groups": [group for group in shown if group["options"]],
        "fixed": now.what[0] if now and now.kind == "fixed" else "",
        "period": now.period if now else "month",
        "second": now.what[1] if now and now.kind == "figure" and len(now.what) > 1 else "",
        "figures": [{"value": value.partition(":")[2], "label": label} for value, label in figures],
        "ten_thousand": now is not None and now.divide > 1,
    }


def say_cell(request: DeskRequest, blank: Blank, mapping: FormMapping) -> FormMapping:
    """One place is filled with what was chosen."""
    at, (kind, _, what) = request.POST.get("at", ""), request.POST.get("what", "").partition(":")
    label_of(blank, at)
    period = request.POST.get("period", "month")
    period = period if period in PERIODS else "month"
    if kind == "fixed" or (not kind and request.POST.get("fixed", "").strip()):
        text = request.POST.get("fixed", "").strip()
        if not text:
            raise FormError("请写要填的文字。")
        fill = Fill("fixed", (text[:200],))
    elif kind == "text" and what in TEXTS:
        fill = Fill("text", (what,))
    elif kind == "figure" and what in _figures(request):
        second = request.POST.get("second", "")
        both = (what, second) if second in _figures(request) else (what,)
        fill = Fill("figure", both, period, TEN_THOUSAND if request.POST.get("ten_thousand") else 1)
    elif kind == "field" and mapping.register in listed_registers():
        fill = Fill("field", (what,))
    else:
        raise FormError("请先选这一格填什么。")
    return replace(mapping, cells={**mapping.cells, at: fill})


def _figures(request: DeskRequest) -> dict[str, Indicator]:
    return {one.id: one for one in town_indicators(request.acting.town_id)}


def _list(request: DeskRequest, blank: Blank, mapping: FormMapping, at: str) -> dict[str, Any]:
    known, (title, row, told) = listed_registers(), headings(blank, at)
    before = next((one for one in mapping.lists if (one.where, one.heading) == (title, row)), None)
    asked = request.GET.get("register", "")
    register = asked if asked in known else before.register if before else likely_register(known, told)
    listed = known[register]
    same = before if before and before.register == register else None
    chosen = same.columns if same else fields_of(listed, told)
    options = [(ORDINAL, "序号"), *((item.name, item.label) for item in listed.fields)]
    private = {item.name for item in listed.fields if item.is_private}
    return {
        "register": register,
        "registers": [{"value": code, "label": one.register.label} for code, one in known.items()],
        "dates": [{"value": code, "label": label} for code, label in listed.dates.items()],
        "date": same.date if same else next(iter(listed.dates)),
        "period": same.period if same else "month",
        "list_periods": [{"value": code, "label": PERIODS[code]} for code in _LIST_PERIODS],
        "columns": [
            {
                "name": f"c{column}",
                "heading": text,
                "chosen": chosen.get(column, ""),
                "private": chosen.get(column) in private,
                "options": [{"value": value, "label": label} for value, label in options],
            }
            for column, text in told.items()
        ],
        "unknown": sum(1 for column in told if column not in chosen),
    }


def say_list(request: DeskRequest, blank: Blank, mapping: FormMapping) -> FormMapping:
    """The list whose heading row was pointed at, its columns as chosen."""
    at, known = request.POST.get("at", ""), listed_registers()
    listed = known.get(request.POST.get("register", ""))
    if listed is None:
        raise FormError("请先选是哪一本台账。")
    one = list_at(blank, at, listed, "month")
    fields = {ORDINAL, *(item.name for item in listed.fields)}
    _, _, told = headings(blank, at)
    columns = {column: name for column in told if (name := request.POST.get(f"c{column}", "")) in fields}
    if not columns:
        raise FormError("还没有哪一栏对应台账的内容。请至少选一栏。")
    date, period = request.POST.get("date", ""), request.POST.get("period", "")
    one = replace(
        one,
        columns=columns,
        date=date if date in listed.dates else one.date,
        period=period if period in _LIST_PERIODS else "month",
    )
    return with_list(mapping, one)


def _axes(request: DeskRequest) -> dict[str, tuple[Axis, list[Indicator]]]:
    """What matrices can be split by beside the unit, with the figures that can be split so."""
    found: dict[str, tuple[Axis, list[Indicator]]] = {}
    for one in town_indicators(request.acting.town_id):
        for axis in axes_of(one)[1:]:
            found.setdefault(axis.id, (axis, []))[1].append(one)
    return found


def _matrix(request: DeskRequest, blank: Blank, mapping: FormMapping, at: str) -> dict[str, Any]:
    head, axes = matrix_head(blank, at), _axes(request)
    axis, figures = next(iter(axes.values()))
    before = next((one for one in mapping.matrices if (one.where, one.first) == (head.where, head.first)), None)
    said = {head.columns[c][1]: one.figures for c, one in before.columns.items() if c in head.columns} if before else {}
    guessed = kinds_of(head, axis)
    uppers = {upper: codes for upper, codes in guessed.items() if codes[0] not in ("*",)}
    return {
        "axis": axis.id,
        "size": f"{len(head.rows)}行 × {len(head.columns)}列",
        "rows": "、".join(list(head.rows.values())[:4]) + ("…" if len(head.rows) > 4 else ""),
        "counted": [
            {"name": f"f{at}", "word": word, "chosen": said.get(word, ())}
            for at, word in enumerate(counted_words(head))
        ],
        "figures": [{"value": one.id, "label": f"{one.name}（{one.unit}）"} for one in figures],
        "kinds": [
            {"name": f"k{at}", "word": upper, "chosen": codes, "open": codes == ("",)}
            for at, (upper, codes) in enumerate(uppers.items())
        ],
        "labels": [{"value": code, "label": label} for code, label in axis.labels.items()],
        "period": before.period if before else "month",
    }


def say_matrix(request: DeskRequest, blank: Blank, mapping: FormMapping) -> FormMapping:
    """The matrix whose first figure was pointed at: figures by what is counted, categories by the heads."""
    at, axes = request.POST.get("at", ""), _axes(request)
    head = matrix_head(blank, at)
    axis, able = axes.get(request.POST.get("axis", ""), next(iter(axes.values())))
    known = {one.id for one in able}
    figures = {
        word: tuple(one for name in (f"f{n}", f"g{n}") if (one := request.POST.get(name, "")) in known)
        for n, word in enumerate(counted_words(head))
    }
    if not any(figures.values()):
        raise FormError("还没有选哪一列填哪个数字。请至少选一项。")
    uppers = [upper for upper, codes in kinds_of(head, axis).items() if codes[0] not in ("*",)]
    kinds = {}
    for n, upper in enumerate(uppers):
        chosen = tuple(code for code in request.POST.getlist(f"k{n}") if code in axis.labels or code == "+")
        if chosen:
            kinds[upper] = ("+",) if "+" in chosen else chosen
    period = request.POST.get("period", "")
    return with_matrix(mapping, matrix_at(head, axis, figures, kinds, period if period in PERIODS else "month"))


SAYERS: dict[str, Callable[[DeskRequest, Blank, FormMapping], FormMapping]] = {
    "cell": say_cell,
    "list": say_list,
    "matrix": say_matrix,
}
