"""A workbook on its way to being an answer: seen first, its questions answered, then imported and told with one button."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.batches import AlreadyImported, answer, preview_of
from guiju.exchange.importing.api import ChangedMeanwhile, NotAllowedToImport
from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.models import UnitUpload
from guiju.exchange.returns.uploading import asked_figures, carry_out_answer
from guiju.kernel.procedure.api import NotAllowed
from guiju.web.access import DeskRequest, business
from guiju.web.desk.returning.given import given_figures
from guiju.web.desk.returning.round import shown_figure
from guiju.web.present.imports import previewed


def own_upload(request: DeskRequest, key: int) -> UnitUpload:
    """An upload of the person; 404 for anybody else's, and once it has been told."""
    own = UnitUpload.objects.filter(batch__town_id=request.acting.town_id, batch__person_id=request.acting.person_id)
    found = own.filter(id=key).select_related("batch", "owing__round", "owing__unit").first()
    if found is None:
        raise Http404("没有这份上传，或者已经报过了。")
    return found


@business
def upload(request: DeskRequest, key: int) -> HttpResponse:
    """What the import would do; POST keeps answers."""
    found = own_upload(request, key)
    if request.method == "POST":
        given = {name[2:]: value.strip() for name, value in request.POST.items() if name[:2] in ("a.", "t.")}
        typed = {name[2:]: value.strip() for name, value in request.POST.items() if name.startswith("t.")}
        answer(found.batch, given | {name: text for name, text in typed.items() if text})
        return HttpResponseRedirect(request.path)
    try:
        told = preview_of(found.batch, request.acting, request.moment.now)
    except (AlreadyImported, NotAllowedToImport):
        return HttpResponseRedirect(reverse("return-unit", args=[found.owing_id]))
    context: dict[str, Any] = previewed(told, dict(found.batch.answers), request.GET.get("view", "open"))
    context |= {
        "answers_action": request.path,
        "import_action": reverse("return-import", args=[key]),
        "bad_url": reverse("import-returned", args=[found.batch_id]) if told.reconciliation.rows else "",
        "owing": found.owing,
        "unit_url": reverse("return-unit", args=[found.owing_id]),
        "figures": _figures(request, found),
        "only_there": not told.reconciliation.imported and bool(told.reconciliation.there),
    }
    return render(request, "returns/upload.html", context)


def _figures(request: DeskRequest, found: UnitUpload) -> list[dict[str, str]]:
    """The figures that are told with the upload: as the records give them now, else as they were typed."""
    asked = asked_figures(found.owing)
    given = given_figures(request, found.owing, asked) if asked else {}
    return [
        {
            "label": each.name,
            "value": shown_figure(given[each.id].value) if each.id in given else found.figures.get(str(each.id), ""),
            "measure": each.measure,
        }
        for each in asked
    ]


@require_POST
@business
def bring(request: DeskRequest, key: int) -> HttpResponse:
    """The button: import, and record the answer."""
    found = own_upload(request, key)
    owing = found.owing
    moment = request.moment
    try:
        batch = carry_out_answer(
            found,
            request.acting,
            moment.now,
            moment.today,
            moment.directory,
            lambda: given_figures(request, owing, asked_figures(owing)),
        )
    except (ReturnError, ChangedMeanwhile, NotAllowed, NotAllowedToImport) as error:
        messages.warning(request, str(error))
        return HttpResponseRedirect(reverse("return-upload", args=[key]))
    told = batch.result
    left = told["to_confirm"] + told["wrong"]
    said = f"{owing.unit.name}已报：导入 {told['imported']} 行，已有 {told['there']} 行"
    messages.success(request, f"{said}{f'，还有 {left} 行要改，改好再传' if left else ''}。")
    return HttpResponseRedirect(reverse("return-unit", args=[owing.id]))
