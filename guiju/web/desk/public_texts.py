"""公开稿: the text of a decision that may be public, redacted by rule, to be read and carried to the platform."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from guiju.kernel.procedure.api import KERNEL_ROWS
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_page import loaded
from guiju.web.present import matter as present


@business
def show(request: DeskRequest, matter: int) -> HttpResponse:
    """The text, or why nothing of the decision is public; nothing private of a person stands in it."""
    snapshot = loaded(request, matter, rows=KERNEL_ROWS, private=True)
    if snapshot.procedure.public_text is None:
        raise Http404("这一类事项没有公开稿。")
    context = {
        "matter": present.head(snapshot, request.moment),
        "text": snapshot.procedure.public_text(snapshot, request.moment),
    }
    return render(request, "matters/public_text.html", context)
