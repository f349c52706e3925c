"""公示平台回执 at the desk: the platform's sheet is read, what it comes to is seen, then written with one button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.receipts import AT_MOST, Answer, Receipt, answered, read_receipts
from guiju.exchange.sheets.api import UnreadableWorkbook, check_size
from guiju.kernel.procedure.api import apply
from guiju.web.access import DeskRequest, business, parsed_day

PARTED = "\t"


class ReceiptForm(forms.Form):
    """The platform's sheet."""

    file = forms.FileField(label="回执 Excel", error_messages={"empty": "这个文件是空的，请重新选择。"})


@business
def receipts(request: DeskRequest) -> HttpResponse:
    """Choosing the sheet, seeing what it comes to, writing it."""
    if not request.acting.may("imports"):
        raise PermissionDenied("导入回执由司法所和部门负责人办理。您手上有回执的，请交给他们导入。")
    if request.method == "POST" and request.POST.get("do") == "write":
        return _written(request)
    form = ReceiptForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form, "at_most": AT_MOST}
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            check_size(file.size, file.name)
            found = answered(read_receipts(file.read(), file.name), request.moment)
            context |= {"answers": [_shown(answer) for answer in found], "ready": sum(bool(one.plan) for one in found)}
        except UnreadableWorkbook as error:
            form.add_error("file", str(error))
    return render(request, "law/receipts.html", context)


def _shown(answer: Answer) -> dict[str, Any]:
    receipt = answer.receipt
    on = receipt.on.isoformat() if receipt.on is not None else ""
    return {
        "number": receipt.number,
        "on": on,
        "address": receipt.address,
        "said": answer.said,
        "look": "ok" if answer.plan is not None else "missing",
        "url": reverse("matter", args=[answer.matter_id]) if answer.matter_id is not None else "",
        "line": PARTED.join((receipt.number, on, receipt.address)) if answer.plan is not None else "",
    }


def _written(request: DeskRequest) -> HttpResponse:
    """Plan the lines anew, for others may have recorded some of them meanwhile, and write them in one go."""
    plans = [answer.plan for answer in answered(_lines(request.POST.getlist("line")), request.moment) if answer.plan]
    apply(plans, request.moment.now)
    messages.success(request, f"登记了 {len(plans)} 件公示。")
    return HttpResponseRedirect(reverse("receipts"))


def _lines(sent: Sequence[str]) -> list[Receipt]:
    parted = (line.split(PARTED) for line in sent[:AT_MOST])
    return [Receipt(parts[0], parsed_day(parts[1]), parts[2]) for parts in parted if len(parts) == 3]
