"""A document as Word, PDF or page: rendered on request from its frozen content; opening one with private data is an entry."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.urls import reverse

from guiju.exchange.papers.api import step_of_paper
from guiju.kernel.documents.api import MEDIA_TYPES, Content, Document, render
from guiju.kernel.ledger.api import open_values
from guiju.kernel.procedure.api import KERNEL_ROWS, apply, plan_reveal
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_page import loaded
from guiju.web.desk.reading import read_paper
from guiju.web.desk.signing import printed

FILES = {"pdf": "PDF", "docx": "Word", "signing": "打印送签"}  # the last with a code by which it comes back


@business
def show(request: DeskRequest, matter: int, key: int, form: str) -> HttpResponse:
    """The paper in one form."""
    snapshot = loaded(request, matter, rows=KERNEL_ROWS)
    row = snapshot.rows.get(Document, {}).get(key)
    if row is None or form not in {*MEDIA_TYPES, "signing"}:
        raise Http404("这件事项没有这份文书。")
    text = open_values([row["content"]]).get(row["content"])
    if text is None:
        raise Http404("这份文书只有纸件，或者内容已按规定删除。")
    content = Content.from_json(text).numbered(row["number"])
    if form == "signing":
        step = step_of_paper(row["title"], snapshot.procedure.steps)
        return printed(snapshot, request.moment, content, title=row["title"], step=step, document=key)
    planned = plan_reveal(snapshot, request.moment, fields=[f"document.{key}"], reason="打开文书")
    apply([planned], request.moment.now)
    if form == "html":
        matter_page = (snapshot.matter["number"] or "事项", reverse("matter", args=[matter]))
        files = [(label, reverse("document", args=[matter, key, kind])) for kind, label in FILES.items()]
        response = read_paper(request, content, matter_page, files)
    else:
        response = HttpResponse(render(content, form), content_type=MEDIA_TYPES[form])  # type: ignore[arg-type, index]
        disposition = "inline" if form == "pdf" else "attachment"
        response["Content-Disposition"] = f"{disposition}; filename=document-{key}.{form}"
    response["Cache-Control"] = "no-store"
    return response
