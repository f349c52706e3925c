"""Erasing private values of a matter (个人信息保护法 第47条): which ones, why; the record keeps that they were there."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.documents.api import Document
from guiju.kernel.ledger.api import Plan, open_values, told_commitments
from guiju.kernel.matters.api import Party
from guiju.kernel.procedure.api import (
    KERNEL_ROWS,
    NotAllowed,
    Snapshot,
    StaleMatter,
    apply,
    plan_erasure,
    private_values,
)
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_page import loaded
from guiju.web.desk.reveal import FIELDS
from guiju.web.present import matter as present
from guiju.web.present.sealed import sealed_texts


@dataclass(frozen=True)
class Erasable:
    """A private value that is still there: its place, what it is, its commitment."""

    code: str
    label: str
    commitment: str


class ErasureForm(forms.Form):
    """What is to be erased, and why."""

    field = forms.MultipleChoiceField(
        label="删除哪些",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选要删除哪几项。"},
    )
    earlier = forms.BooleanField(label="更正以前的旧内容也一起删除", required=False, initial=True)
    reason = forms.CharField(
        label="为什么删除",
        max_length=200,
        help_text="例如：本人要求删除，保存期限已满；写明依据",
        error_messages={"required": "请写明为什么删除。"},
    )


@business
def erase(request: DeskRequest, matter: int) -> HttpResponse:
    """GET asks what and why; POST erases it, and the entry says so."""
    snapshot = loaded(request, matter, rows=KERNEL_ROWS, private=True)
    if not request.acting.may("corrects"):
        raise PermissionDenied("删除个人信息由司法所内勤或所长办理，您的岗位不能删除。")
    found = erasable(snapshot)
    if not found:
        raise Http404("这件事项没有可以删除的个人信息。")
    form = ErasureForm(request.POST or None)
    form.fields["field"].choices = [(each.code, each.label) for each in found]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        try:
            index = apply([_plan(request, snapshot, found, form)], request.moment.now)[0].index
            return HttpResponseRedirect(f"{reverse('matter', args=[matter])}?done={index}")
        except (NotAllowed, StaleMatter) as error:
            form.add_error(None, str(error))
    context = {"matter": present.head(snapshot, request.moment), "form": form}
    return render(request, "matters/erase.html", context)


def erasable(snapshot: Snapshot) -> list[Erasable]:
    """Private values of parties and of the matter's texts that have not been erased yet."""
    found = [
        Erasable(
            f"party.{row['id']}.{column}", f"{present.PARTY_ROLES.get(row['role'], '当事人')}的{label}", row[column]
        )
        for row in snapshot.of(Party)
        for column, label in FIELDS.items()
        if row.get(column)
    ]
    found += [
        Erasable(f"document.{row['id']}", f"文书《{row['title']}》的内容", row["content"])
        for row in snapshot.of(Document)
        if row["content"]
    ]
    found += [Erasable(text.code, text.label, text.commitment) for text in sealed_texts(snapshot)]
    kept = open_values([each.commitment for each in found])  # only to learn which are still there
    return [each for each in found if each.commitment in kept]


def _plan(request: DeskRequest, snapshot: Snapshot, found: list[Erasable], form: ErasureForm) -> Plan:
    told = form.cleaned_data
    chosen = [each.commitment for each in found if each.code in told["field"]]
    earlier: set[str] = set()
    if told["earlier"]:  # what a correction replaced: told once, and no row's value any more
        earlier = set(open_values(told_commitments(int(snapshot.matter["id"])) - private_values(snapshot)))
    return plan_erasure(snapshot, request.moment, [*chosen, *sorted(earlier)], told["reason"], earlier=earlier)
