"""卷宗与核验包: the whole file of a matter leaves as one package, with an entry of what left and what for."""

from __future__ import annotations

import tempfile

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import render

from guiju.exchange.archive.api import ArchiveError, archive_name, make_archive
from guiju.kernel.documents.api import ContentError
from guiju.kernel.evidence.api import EvidenceError
from guiju.kernel.procedure.api import KERNEL_ROWS, Input, NotAllowed, Snapshot
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_page import loaded
from guiju.web.desk.steps import sections
from guiju.web.inputs import InputForm
from guiju.web.present import matter as present

ASKED = (
    Input("purpose", "用途", "text", required=True, help="立卷归档，或者送给谁、为什么；会留痕"),
    Input("findings", "印上补录发现及答复", "yes_no", help="不勾就不印；核验包里的留痕不受影响"),
)
IN_MEMORY = 4 * 1024 * 1024


@business
def archive(request: DeskRequest, matter: int) -> HttpResponseBase:
    """The form that asks what for; POST gives the file."""
    snapshot = loaded(request, matter, rows=KERNEL_ROWS)
    form = InputForm(ASKED, request.moment, request.POST or None, initial={"purpose": "立卷归档"})
    if request.method == "POST" and form.is_valid():
        try:
            return _file(request, snapshot, form)
        except (NotAllowed, ArchiveError, EvidenceError, ContentError) as error:
            form.add_error(None, str(error))
    return _form(request, snapshot, form)


def _file(request: DeskRequest, snapshot: Snapshot, form: InputForm) -> FileResponse:
    values = form.values()
    # A file without a name: nothing of it stays on the disk once it was sent.
    target = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115
    make_archive(snapshot, request.moment, target, reason=values["purpose"], findings=bool(values.get("findings")))
    target.seek(0)
    response = FileResponse(target, as_attachment=True, filename=archive_name(snapshot), content_type="application/zip")
    response["Cache-Control"] = "no-store"
    return response


def _form(request: DeskRequest, snapshot: Snapshot, form: InputForm) -> HttpResponse:
    context = {
        "matter": present.head(snapshot, request.moment),
        "form": form,
        "sections": sections(form, claimed=False),
    }
    return render(request, "matters/archive.html", context, status=400 if form.errors else 200)
