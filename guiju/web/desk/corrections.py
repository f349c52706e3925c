"""Correcting recorded facts, and voiding a matter: each with its reason, each a new entry."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.ledger.api import private_columns
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.procedure.api import (
    KERNEL_ROWS,
    Input,
    NotAllowed,
    Snapshot,
    StaleMatter,
    apply,
    plan_correction,
    plan_void,
)
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_page import loaded
from guiju.web.desk.step_forms import sections
from guiju.web.inputs import InputForm
from guiju.web.present import matter as present

REASON = Input("correction_reason", "为什么更正", "text", required=True, help="哪里错了，依据什么改")
PARTY_FIELDS = {
    "name": ("姓名", "person_name"),
    "telephone": ("电话", "telephone"),
    "id_number": ("证件号", "id_number"),
}


def _asked(snapshot: Snapshot) -> dict[str, tuple[type[models.Model], int, str, Input]]:
    """What may be corrected: the title and dates, the detail's fields, the parties' data; by form field name."""
    key = snapshot.matter["id"]
    asked: dict[str, tuple[type[models.Model], int, str, Input]] = {
        "matter-title": (Matter, key, "title", Input("matter-title", "标题", "text", required=True)),
        "matter-event_date": (
            Matter,
            key,
            "event_date",
            Input("matter-event_date", "发生日", "date", required=True, past_only=True),
        ),
    }
    inputs = {item.name: item for step in snapshot.procedure.steps for item in step.inputs}
    detail = snapshot.procedure.detail
    for field in detail._meta.concrete_fields:
        item = inputs.get(field.name)
        if item is not None and field.attname in snapshot.detail:
            name = f"detail-{field.name}"
            asked[name] = (detail, key, field.attname, _renamed(item, name))
    for row in snapshot.of(Party):
        for column, (label, kind) in PARTY_FIELDS.items():
            name = f"party-{row['id']}-{column}"
            who = present.PARTY_ROLES.get(row["role"], "当事人")
            asked[name] = (Party, row["id"], column, Input(name, f"{who}{label}", kind, help="不改就留空"))  # type: ignore[arg-type]
    return asked


def _renamed(item: Input, name: str) -> Input:
    note = "不改就留空" if item.is_private else item.help
    return Input(name, item.label, item.kind, False, item.choices, item.synonyms, item.private, note, item.unit)


def _initial(asked: dict[str, Any], snapshot: Snapshot) -> dict[str, Any]:
    initial: dict[str, Any] = {"row_version": snapshot.matter["row_version"]}
    for name, (model, _, column, item) in asked.items():
        if not item.is_private:
            initial[name] = (snapshot.matter if model is Matter else snapshot.detail).get(column)
    return initial


@business
def correct(request: DeskRequest, matter: int) -> HttpResponse:
    """The correction form: what is on record, what it should be, and why."""
    snapshot = loaded(request, matter, rows=KERNEL_ROWS, private=True)
    asked = _asked(snapshot)
    inputs = (REASON, *(item for _, _, _, item in asked.values()))
    form = InputForm(inputs, request.moment, request.POST or None, initial=_initial(asked, snapshot))
    if request.method == "POST" and form.is_valid():
        try:
            if form.cleaned_data["row_version"] not in (None, snapshot.matter["row_version"]):
                raise StaleMatter(matter, snapshot.matter["row_version"])
            planned = plan_correction(
                snapshot, request.moment, _corrections(form, asked), form.cleaned_data[REASON.name]
            )
            index = apply([planned], request.moment.now)[0].index
            return HttpResponseRedirect(f"{reverse('matter', args=[matter])}?done={index}")
        except (NotAllowed, StaleMatter) as error:
            form.add_error(None, str(error))
    context = {
        "matter": present.head(snapshot, request.moment),
        "form": form,
        "sections": sections(form, claimed=False),
        "void_url": reverse("void", args=[matter]),
        "erase_url": reverse("erase", args=[matter]),
    }
    return render(request, "matters/correct.html", context)


def _corrections(form: InputForm, asked: dict[str, Any]) -> dict[tuple[type[models.Model], int], dict[str, Any]]:
    """Fields whose value was changed; an empty private field means: leave it."""
    values = form.values()
    wanted: dict[tuple[type[models.Model], int], dict[str, Any]] = {}
    for name, (model, key, column, _) in asked.items():
        value = values.get(name)
        if column in private_columns(model) and not value:
            continue
        if name in form.changed_data or column in private_columns(model):
            field = next(item for item in model._meta.concrete_fields if item.attname == column)
            empty = None if field.null else ""
            wanted.setdefault((model, key), {})[column] = empty if value in (None, "") else value
    return wanted


@business
def void(request: DeskRequest, matter: int) -> HttpResponse:
    """Void the matter: it stays on record and counts in no figure."""
    snapshot = loaded(request, matter, rows=KERNEL_ROWS)
    asked = (Input("void_reason", "为什么作废", "text", required=True, help="例如：与另一件重复登记，写明编号"),)
    form = InputForm(asked, request.moment, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            planned = plan_void(snapshot, request.moment, form.cleaned_data["void_reason"])
            index = apply([planned], request.moment.now)[0].index
            return HttpResponseRedirect(f"{reverse('matter', args=[matter])}?done={index}")
        except (NotAllowed, StaleMatter) as error:
            form.add_error(None, str(error))
    context = {
        "matter": present.head(snapshot, request.moment),
        "form": form,
        "sections": sections(form, claimed=False),
        "voiding": True,
    }
    return render(request, "matters/correct.html", context)
