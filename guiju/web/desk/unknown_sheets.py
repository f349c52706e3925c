"""A sheet whose heading nothing recognises: make a register of it, or say which register it is, column by column."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.batches import AlreadyImported, look_at_every_register, map_by_hand, sheet_of
from guiju.exchange.models import ImportBatch
from guiju.exchange.sheets.api import Head, Sheet, Suggested, find_head, suggest_columns, title_of
from guiju.kernel.mechanism.api import CannotDefine, OwnRegisters, own_registers, register_of, registers
from guiju.kernel.procedure.api import Register, apply
from guiju.web.access import DeskRequest, business
from guiju.web.desk.imports import own_batch
from guiju.web.desk.sheet_forms import DefineForm, MapForm

_CHINESE = re.compile("[\u4e00-\u9fff]")
_TABLE = re.compile(r"^20\d{2}年度?|(?:一览|汇总|统计|明细)?表$")


class Unknown(NamedTuple):
    """The sheet of an upload that is looked at, with a guess for each column. Refused ones have no field."""

    batch: ImportBatch
    sheet: Sheet
    head: Head
    columns: tuple[Suggested, ...]

    @property
    def open_columns(self) -> list[Suggested]:
        return [column for column in self.columns if not column.refused]

    @property
    def refused(self) -> list[dict[str, str]]:
        return [{"heading": item.heading.text, "reason": item.refused} for item in self.columns if item.refused]


def _unknown(request: DeskRequest, batch: int) -> Unknown:
    found = own_batch(request, batch)
    try:
        sheet = sheet_of(found, request.GET.get("sheet", ""))
    except AlreadyImported as error:
        raise Http404(str(error)) from error
    head = find_head(sheet) if sheet is not None else None
    if sheet is None or head is None:
        raise Http404("这份表里没有这一张工作表，或者它没有表头。")
    directory = request.moment.directory
    columns = suggest_columns(sheet, head, lambda text: directory.unit(text) is not None)
    return Unknown(found, sheet, head, columns)


@business
def define(request: DeskRequest, batch: int) -> HttpResponse:
    """Making a register of the sheet: POST writes its definition; then the import goes on."""
    own = own_registers()
    if own is None:
        raise Http404("没有装自定义台账。")
    if not own.may_define(request.acting):
        raise PermissionDenied("自定义台账由司法所内勤或所长设立。请把这张表交给他们。")
    unknown = _unknown(request, batch)
    initial = {"name": _name(unknown)}
    units = request.moment.directory.unit_names
    form = DefineForm(own, unknown.open_columns, units, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and _defined(own, form, request):
        look_at_every_register(unknown.batch)
        return HttpResponseRedirect(reverse("import-preview", args=[batch]))
    context = {
        "form": form,
        "source": {"file": unknown.batch.name, "sheet": unknown.sheet.name},
        "refused": unknown.refused,
        "back_url": reverse("import-preview", args=[batch]),
    }
    return render(request, "imports/define.html", context)


def _name(unknown: Unknown) -> str:
    """The title of the sheet, else the name of its file or of the sheet where it is Chinese, without its year and the
    word for a table; empty where none says what it is (new1.xlsx, Sheet1).

    2022年发放登记表 is 发放登记: the register goes on in the years that follow.
    """
    names = (PurePath(unknown.batch.name).stem, unknown.sheet.name)
    title = title_of(unknown.sheet, unknown.head) or next(filter(_CHINESE.search, names), "")
    return _TABLE.sub("", title.translate(str.maketrans("", "", "{}〔〕")))[:30]


def _defined(own: OwnRegisters, form: DefineForm, request: DeskRequest) -> bool:
    try:
        plan, _ = own.define(form.wish(), request.moment)
    except CannotDefine as error:
        form.add_error(None, str(error))
        return False
    try:
        apply([plan], request.moment.now)
    except IntegrityError:
        form.add_error(None, "刚刚有人设立了另一本台账。请再按一次“设立台账”。")
        return False
    return True


@business
def map_columns(request: DeskRequest, batch: int) -> HttpResponse:
    """Saying which register the sheet is and which heading holds which field; remembered for the next sheet."""
    unknown = _unknown(request, batch)
    known = registers(request.acting.town_id)
    register = _chosen(request)
    form = MapForm(register, unknown.open_columns, request.POST or None) if register else None
    if register and form and request.method == "POST" and form.is_valid():
        signature, now = unknown.head.signature, request.moment.now
        map_by_hand(unknown.batch, unknown.sheet.name, signature, register.id, form.mapping(), now)
        return HttpResponseRedirect(reverse("import-preview", args=[batch]))
    context = {
        "form": form,
        "source": {"file": unknown.batch.name, "sheet": unknown.sheet.name},
        "register": {"label": register.label if register else ""},
        "registers": [
            {"id": item.id, "label": item.label, "chosen": register is not None and item.id == register.id}
            for item in known
        ],
        "refused": unknown.refused,
        "back_url": reverse("import-preview", args=[batch]),
    }
    return render(request, "imports/map.html", context)


def _chosen(request: DeskRequest) -> Register | None:
    identifier = request.GET.get("register", "")
    try:
        return register_of(identifier, request.acting.town_id) if identifier else None
    except KeyError:
        raise Http404("没有这本台账。") from None
