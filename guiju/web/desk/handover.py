"""交接: what I hand over, printed to be signed by three; kept as it was, with the signed paper when it comes back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.handovers.api import (
    HEADS,
    Handover,
    HandoverError,
    acting_of,
    from_text,
    handed_over,
    may_record,
    paper_of,
    plan_handover,
    plan_signed,
)
from guiju.kernel.documents.api import MEDIA_TYPES
from guiju.kernel.documents.api import render as rendered
from guiju.kernel.evidence.api import EvidenceError
from guiju.kernel.organisation.api import Acting, Person, Post, Town, held_on
from guiju.kernel.procedure.api import apply
from guiju.web.access import DeskRequest, business
from guiju.web.desk.kept_files import file_field, file_response, kept_file

LATEST = 20


class HandoverForm(forms.Form):
    """Who takes over, and who watches."""

    receiver = forms.ChoiceField(label="接收人", error_messages={"required": "请选接收人。"})
    witness = forms.ChoiceField(label="监交人", required=False, help_text="没有监交人的不选")

    def __init__(self, people: list[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["receiver"].choices = [("", "请选"), *people]  # type: ignore[attr-defined]
        self.fields["witness"].choices = [("", "没有"), *people]  # type: ignore[attr-defined]


class SignedForm(forms.Form):
    """The list as it was signed."""

    file = file_field("签了名的清单", "照片或者扫描件")


@business
def handover(request: DeskRequest) -> HttpResponse:
    """The list of somebody's work, and a form to hand it over."""
    acting, today = request.acting, request.moment.today
    people = _people(acting, request)
    giver = _giver(request, dict(people))
    given = acting if giver.id == acting.person_id else acting_of(giver, today)
    if given is None:
        raise Http404("这个人今天没有在任的岗位，没有可以交接的。")
    sections = handed_over(given, today)
    form = HandoverForm([each for each in people if each[0] != giver.id], request.POST or None)
    if request.method == "POST" and form.is_valid():
        receiver, witness = (_person(acting, form.cleaned_data[name]) for name in ("receiver", "witness"))
        try:
            assert receiver is not None
            plan = plan_handover(acting, giver, receiver, witness, sections, today)
            apply([plan], request.moment.now)
        except HandoverError as error:
            form.add_error("receiver", str(error))
        else:
            kept = Handover.objects.filter(town_id=acting.town_id, giver=giver).latest("id")
            messages.success(request, "已登记交接。打印清单，三方签名后把照片或者扫描件交回。")
            return HttpResponseRedirect(reverse("handover-kept", args=[kept.id]))
    context = {
        "giver": giver.name,
        "own": giver.id == acting.person_id,
        "others": [{"name": name, "url": f"?person={key}"} for key, name in people] if acting.holds(HEADS) else [],
        "sections": sections,
        "form": form,
        "kept": [_line(each) for each in _seen(acting).select_related("giver", "receiver").order_by("-id")[:LATEST]],
    }
    return render(request, "handover/list.html", context)


@business
def kept(request: DeskRequest, key: int) -> HttpResponse:
    """A handover as it was recorded; the signed list comes back here."""
    found = _found(request, key)
    form = SignedForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            file, _ = kept_file(form.cleaned_data["file"])
            plan = plan_signed(request.acting, found, file.sha256, file.media_type, request.moment.today)
            apply([plan], request.moment.now)
            messages.success(request, "签名件已收下。")
        except (HandoverError, EvidenceError) as error:
            messages.error(request, str(error))
        return HttpResponseRedirect(request.path)
    context = {
        "item": _line(found),
        "sections": from_text(found.listed),
        "word": reverse("handover-paper", args=[key, "docx"]),
        "pdf": reverse("handover-paper", args=[key, "pdf"]),
        "signed": reverse("handover-signed", args=[key]) if found.signed_sha256 else "",
        "form": form,
    }
    return render(request, "handover/kept.html", context)


@business
def paper(request: DeskRequest, key: int, form: str) -> HttpResponse:
    """The list to be printed and signed."""
    if form not in ("docx", "pdf"):
        raise Http404("交接清单有 Word 和 PDF 两种。")
    found = _found(request, key)
    data = rendered(paper_of(found, Town.objects.get(id=found.town_id).note), form)  # type: ignore[arg-type]
    response = HttpResponse(data, content_type=MEDIA_TYPES[form])  # type: ignore[index]
    response["Content-Disposition"] = f"{'inline' if form == 'pdf' else 'attachment'}; filename=handover-{key}.{form}"
    return response


@business
def signed(request: DeskRequest, key: int) -> HttpResponse:
    """The signed list."""
    found = _found(request, key)
    if not found.signed_sha256:
        raise Http404("签名件还没有交回。")
    return file_response(found.signed_sha256, found.signed_media_type, f"handover-signed-{key}")


def _seen(acting: Acting) -> Any:
    """Handovers that the person gave, took or watched; heads see those of the town."""
    rows = Handover.objects.filter(town_id=acting.town_id)
    if acting.sees_town and acting.holds(HEADS):
        return rows
    mine = acting.person_id
    return rows.filter(giver_id=mine) | rows.filter(receiver_id=mine) | rows.filter(witness_id=mine)


def _found(request: DeskRequest, key: int) -> Handover:
    found = _seen(request.acting).filter(id=key).select_related("giver", "receiver", "witness", "recorded_by").first()
    if found is None:
        raise Http404("没有这次交接，或者您不在其中。")
    return found


def _people(acting: Acting, request: DeskRequest) -> list[tuple[int, str]]:
    """People with a post today, with their units; one statement."""
    posts = Post.objects.filter(held_on(request.moment.today), town_id=acting.town_id).select_related("person", "unit")
    told: dict[int, str] = {}
    for post in posts.order_by("unit_id", "person_id"):
        told.setdefault(post.person_id, f"{post.person.name}（{post.unit.name}）")
    return list(told.items())


def _giver(request: DeskRequest, people: dict[int, str]) -> Person:
    asked, own = request.GET.get("person", ""), request.acting.person_id
    key = int(asked) if asked.isdecimal() else own
    if key is None or (key != own and (key not in people or not may_record(request.acting, key))):
        raise PermissionDenied("别人的交接由本人登记；本人不在岗的，由部门负责人、司法所所长或者党政办登记。")
    if key != own and not request.acting.sees_town and not _in_own_units(request, key):
        raise PermissionDenied("这个人不在您的单位，请找他的部门负责人。")
    return Person.objects.get(town_id=request.acting.town_id, id=key)


def _in_own_units(request: DeskRequest, person: int) -> bool:
    posts = Post.objects.filter(held_on(request.moment.today), town_id=request.acting.town_id, person_id=person)
    return posts.filter(unit_id__in=request.acting.unit_ids).exists()


def _person(acting: Acting, key: str) -> Person | None:
    return Person.objects.filter(town_id=acting.town_id, id=int(key)).first() if key else None


def _line(each: Handover) -> dict[str, Any]:
    return {
        "who": f"{each.giver.name} → {each.receiver.name}",
        "on": each.handed_on.isoformat(),
        "lines": each.lines,
        "url": reverse("handover-kept", args=[each.id]),
        "look": "ok" if each.signed_sha256 else "missing",
        "state": "签名件已交回" if each.signed_sha256 else "等签名件",
    }
