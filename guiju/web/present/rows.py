"""Rows of a list of matters: five statements for a page, whatever its length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Max
from django.urls import reverse

from guiju.kernel.disclosure.api import masked_name
from guiju.kernel.ledger.api import Entry, open_values
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.mechanism.api import mechanism_of
from guiju.kernel.procedure.api import Moment, procedure_of
from guiju.kernel.terms.api import Term
from guiju.web.present.terms import list_cell
from guiju.web.present.words import short_day

COLUMNS = [
    {"label": "编号"},
    {"label": "种类"},
    {"label": "标题"},
    {"label": "当事人"},
    {"label": "阶段"},
    {"label": "单位"},
    {"label": "发生"},
    {"label": "登记", "sorted": True},
    {"label": "期限"},
    {"label": "留痕", "right": True},
]


def rows(matters: Sequence[Matter], moment: Moment, *, of_one: bool = False) -> list[dict[str, Any]]:
    """The rows of a page: parties, terms, private names and entries are read once for all of them.

    In a list `of_one` mechanism its name is not said again with each kind.
    """
    ids = [matter.id for matter in matters]
    names = _party_names(ids)
    terms = nearest_terms(ids)
    last = Entry.objects.filter(matter_id__in=ids).values_list("matter_id").annotate(last=Max("index"))
    entries: dict[int | None, int] = dict(last)
    return [
        _row(matter, moment, "、".join(names.get(matter.id, [])), terms.get(matter.id), entries.get(matter.id), of_one)
        for matter in matters
    ]


def _party_names(ids: list[int]) -> dict[int, list[str]]:
    """Names by matter: of persons surname and 某某, of organisations in full."""
    found = list(Party.objects.filter(matter_id__in=ids).order_by("ordinal", "id"))
    clear = open_values(party.name for party in found)
    names: dict[int, list[str]] = {}
    for party in found:
        names.setdefault(party.matter_id, []).append(party.organisation or masked_name(clear.get(party.name, "")))
    return {matter: [name for name in told if name] for matter, told in names.items()}


def nearest_terms(ids: list[int]) -> dict[int, dict[str, Any]]:
    """The open term of each matter that ends first; one that is suspended where no other is open. One statement."""
    open_terms = Term.objects.filter(matter_id__in=ids, state__in=[Term.State.OPEN, Term.State.SUSPENDED])
    nearest: dict[int, dict[str, Any]] = {}  # open ones before suspended ones
    for row in open_terms.order_by("state", "due_on").values():
        nearest.setdefault(row["matter_id"], row)
    return nearest


def _row(
    matter: Matter, moment: Moment, parties: str, term: dict[str, Any] | None, entry: int | None, of_one: bool
) -> dict[str, Any]:
    procedure = procedure_of(matter.mechanism, matter.kind, matter.procedure_version)
    mechanism = mechanism_of(matter.mechanism)
    stage = "已作废" if matter.voided else procedure.stage_label(matter.stage)
    look = "done" if matter.closed_on else "run"
    unit = moment.directory.unit_names.get(matter.unit_id, "")
    return {
        "id": matter.id,
        "name": matter.number or matter.title,
        "cells": [
            {"text": matter.number, "place": 3},
            {
                "kind": "icon",
                "icon": mechanism.icon,
                "text": _kind(procedure.label, mechanism.label) if of_one else procedure.label,
            },
            {"kind": "title", "text": matter.title, "url": reverse("matter", args=[matter.id]), "place": 1},
            {"kind": "quiet", "text": parties, "cut": True},
            {"kind": "status", "look": look, "text": stage, "place": 3},
            {"text": unit, "cut": True},
            {"kind": "quiet", "text": short_day(matter.event_date, moment.today)},
            {"text": short_day(matter.registered_on, moment.today), "place": 3},
            list_cell(term, moment),
            {
                "kind": "entry",
                "number": f"{entry:,}" if entry is not None else "",
                "url": reverse("entry", args=[entry]) if entry is not None else "#",
                "right": True,
            },
        ],
    }


def _kind(label: str, mechanism: str) -> str:
    """普通程序 for 行政处罚（普通程序）; a label that stands by itself stays."""
    inner = label.removeprefix(mechanism)
    return inner.strip("（）") if inner.startswith("（") else label
