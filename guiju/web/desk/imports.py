"""Importing a workbook at the desk."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from guiju.kernel.mechanism.api import registers
from guiju.web.access import DeskRequest, business


@business
def upload(request: DeskRequest) -> HttpResponse:
    """Choosing a workbook."""
    listed = [{"label": r.label, "layouts": [layout.label for layout in r.layouts]} for r in registers()]
    return render(request, "imports/upload.html", {"form": None, "registers": listed})


preview = carry_out = returned = result = upload
