"""对数说明 as Word and PDF: as the comparison stands, and as it was kept."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.reconciling.api import ReconciliationNote, note_of, plan_note, up_to_date
from guiju.kernel.documents.api import MEDIA_TYPES, Content, render
from guiju.kernel.procedure.api import NotAllowed, apply
from guiju.web.access import DeskRequest, business
from guiju.web.desk.reconciling.page import asked_of


def _file(content: Content, form: str, name: str) -> HttpResponse:
    if form not in ("pdf", "docx"):
        raise Http404("说明有 PDF 和 Word 两种。")
    response = HttpResponse(render(content, form), content_type=MEDIA_TYPES[form])  # type: ignore[arg-type,index]
    response["Content-Disposition"] = f"{'inline' if form == 'pdf' else 'attachment'}; filename={name}.{form}"
    response["Cache-Control"] = "no-store"
    return response


@business
def note(request: DeskRequest, key: int, form: str) -> HttpResponse:
    """The note as the records stand now."""
    _, result = asked_of(up_to_date, request, key)
    return _file(note_of(result), form, f"reconciliation-{key}")


@require_POST
@business
def close(request: DeskRequest, key: int) -> HttpResponse:
    """Keep the note as it reads now."""
    export, result = asked_of(up_to_date, request, key)
    try:
        apply([plan_note(result, export)], request.moment.now)
    except NotAllowed as error:
        messages.warning(request, str(error))
        return HttpResponseRedirect(reverse("reconciliation", args=[key]))
    left = f"还有 {result.open:,} 件没有定，说明里写着。" if result.open else "每一件都有着落。"
    messages.success(request, f"说明存下了。{left}")
    return HttpResponseRedirect(reverse("reconciliations"))


@business
def kept(request: DeskRequest, key: int, form: str) -> HttpResponse:
    """A note that was kept, word for word."""
    rows = ReconciliationNote.objects.filter(town_id=request.acting.town_id, id=key)
    if not request.acting.sees_town:
        rows = rows.filter(made_by_id=request.acting.person_id)
    found = rows.first()
    if found is None:
        raise Http404("没有这份对数说明。")
    return _file(Content.from_json(found.content), form, f"reconciliation-note-{key}")
