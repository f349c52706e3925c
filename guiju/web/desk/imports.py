"""Importing a workbook at the desk: upload, preview with errors and questions by cell, the button, the result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guiju.exchange.batches import AlreadyImported, answer, batches_of, carry_out_batch, preview_of, returned_of, stage
from guiju.exchange.importing.api import ChangedMeanwhile, NotAllowedToImport, returned_workbook
from guiju.exchange.models import ImportBatch
from guiju.exchange.sheets.api import UnreadableWorkbook, check_size, returned_name
from guiju.kernel.mechanism.api import own_registers, registers
from guiju.kernel.procedure.api import NotAllowed, Register
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_list import XLSX
from guiju.web.desk.sheet_forms import given_answers
from guiju.web.present.imports import previewed, totals, unknown_tables


class UploadForm(forms.Form):
    """The file, and which register it is where the person knows better."""

    file = forms.FileField(label="Excel 文件", error_messages={"empty": "这个文件是空的，请重新选择。"})
    register = forms.ChoiceField(label="是哪一本台账", required=False, help_text="不选就按表头认")

    def __init__(self, known: Sequence[Register], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["register"].choices = [  # type: ignore[attr-defined]
            ("", "按表头认"),
            *((register.id, register.label) for register in known),
        ]


def own_batch(request: DeskRequest, key: int) -> ImportBatch:
    """An upload of the person; 404 for anybody else's."""
    batch = batches_of(request.acting).filter(id=key).first()
    if batch is None:
        raise Http404("没有这次导入，或者是别人上传的。")
    return batch


@business
def upload(request: DeskRequest) -> HttpResponse:
    """Choosing a workbook."""
    if not request.acting.may("imports"):
        raise PermissionDenied("导入台账由司法所、村居干部和部门负责人办理。您手上有表格的，请交给他们导入。")
    known = registers(request.acting.town_id)
    form = UploadForm(known, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            check_size(file.size, file.name)
            batch = stage(file.read(), file.name, request.acting, request.moment.now, form.cleaned_data["register"])
            return HttpResponseRedirect(reverse("import-preview", args=[batch.pk]))
        except (UnreadableWorkbook, NotAllowedToImport) as error:
            form.add_error("file", str(error))
    context = {
        "form": form,
        "registers": [{"label": r.label, "layouts": [layout.label for layout in r.layouts]} for r in known],
        "own_url": reverse("own-registers") if own_registers() is not None else "",
        "papers_url": reverse("papers"),
        "past": [_past(batch) for batch in batches_of(request.acting)[:10]],
    }
    return render(request, "imports/upload.html", context)


def _past(batch: ImportBatch) -> dict[str, Any]:
    done = batch.state == ImportBatch.State.DONE
    text = f"导入 {batch.result['imported']:,} 行" if done else "还没有导入"
    url = reverse("import-result" if done else "import-preview", args=[batch.pk])
    return {"title": batch.name, "text": text, "when": f"{timezone.localtime(batch.made_at):%m-%d %H:%M}", "url": url}


@business
def preview(request: DeskRequest, batch: int) -> HttpResponse:
    """What the import would do; POST keeps answers. Nothing is written yet."""
    found = own_batch(request, batch)
    if request.method == "POST":
        answer(found, given_answers(request.POST))
        return HttpResponseRedirect(request.path)
    try:
        told = preview_of(found, request.acting, request.moment.now)
    except AlreadyImported:
        return HttpResponseRedirect(reverse("import-result", args=[batch]))
    except NotAllowedToImport as error:
        raise Http404(str(error)) from error
    context = previewed(told, dict(found.answers), request.GET.get("view", "open"))
    own = own_registers()
    may_define = own is not None and own.may_define(request.acting)
    context |= {
        "unknown": unknown_tables(
            told, reverse("import-define", args=[batch]) if may_define else "", reverse("import-map", args=[batch])
        ),
        "may_correct": request.acting.may("corrects"),
        "answers_action": request.path,
        "import_action": reverse("import-carry-out", args=[batch]),
        "bad_url": reverse("import-returned", args=[batch]) if told.reconciliation.rows else "",
    }
    return render(request, "imports/preview.html", context)


@require_POST
@business
def carry_out(request: DeskRequest, batch: int) -> HttpResponse:
    """The button."""
    found = own_batch(request, batch)
    try:
        carry_out_batch(found, request.acting, request.moment.now, request.POST.getlist("correct"))
    except AlreadyImported:
        return HttpResponseRedirect(reverse("import-result", args=[batch]))
    except (ChangedMeanwhile, NotAllowed, NotAllowedToImport) as error:
        messages.warning(request, str(error) or "这期间有了新的变化，请再核对一遍。")
        return HttpResponseRedirect(reverse("import-preview", args=[batch]))
    return HttpResponseRedirect(reverse("import-result", args=[batch]))


@business
def returned(request: DeskRequest, batch: int) -> HttpResponse:
    """The workbook of rows to repair, before or after the import."""
    found = own_batch(request, batch)
    if found.state == ImportBatch.State.DONE:
        data = returned_of(found)
    else:
        data = returned_workbook(preview_of(found, request.acting, request.moment.now), frozenset())
    if data is None:
        raise Http404("没有要改的行。")
    response = HttpResponse(data, content_type=XLSX)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(returned_name(found.name))}"
    response["Cache-Control"] = "no-store"
    return response


@business
def result(request: DeskRequest, batch: int) -> HttpResponse:
    """What the import did."""
    found = own_batch(request, batch)
    if found.state != ImportBatch.State.DONE:
        return HttpResponseRedirect(reverse("import-preview", args=[batch]))
    told = found.result
    line = {
        "rows": told["rows"],
        "imported": told["imported"],
        "same": told["there"],
        "ask": told["to_confirm"],
        "wrong": told["wrong"],
    }
    entries = None
    if told["first_entry"] is not None:
        url = reverse("entry", args=[told["first_entry"]])
        entries = {"first": f"{told['first_entry']:,}", "count": f"{told['entries']:,}", "url": url}
    context = {
        "register": {"label": "、".join(told["registers"])},
        "source": {"file": found.name, "sheet": "、".join(told["registers"])},
        "line": line,
        "entries": entries,
        "links": [{"label": "看事项", "url": reverse("matters")}],
        "totals": totals(told.get("totals", ())),
        "bad_url": reverse("import-returned", args=[batch]) if told["wrong"] or told["to_confirm"] else "",
    }
    return render(request, "imports/result.html", context)
