"""上级系统的文书: its PDF papers come to their cases; what is doubtful waits here until a person says whose it is."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.models import IncomingPaper
from guiju.exchange.superiors_papers import attach, find_case, take_in, waiting_papers
from guiju.kernel.evidence.api import EvidenceError, read
from guiju.kernel.procedure.api import Moment, NotAllowed, StaleMatter, procedure_of
from guiju.web.access import DeskRequest, business
from guiju.web.present.words import moment_text


class PaperForm(forms.Form):
    """One PDF."""

    file = forms.FileField(
        label="PDF 文书",
        error_messages={"empty": "这个文件是空的，请重新选择。"},
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}),
    )


def _guard(request: DeskRequest) -> None:
    if not request.acting.may("imports"):
        raise PermissionDenied("收上级系统的文书由能导入台账的人办理。您手上有文书的，可以在案件页上传材料。")


@business
def papers(request: DeskRequest) -> HttpResponse:
    """Bringing a paper, and those that a person has still to look at."""
    _guard(request)
    form = PaperForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            paper, new = take_in(form.cleaned_data["file"].read(), request.moment)
            messages.success(request, _told(paper, new))
            return HttpResponseRedirect(request.path)
        except (EvidenceError, StaleMatter) as error:
            form.add_error("file", str(error))
    waiting = [_paper(paper, request.moment) for paper in waiting_papers(request.acting)[:100]]
    return render(request, "papers/list.html", {"form": form, "papers": waiting})


def _told(paper: IncomingPaper, new: bool) -> str:
    if not new:
        return f"这份文书以前收过了：{IncomingPaper.State(paper.state).label}。"
    if paper.matter is not None:
        return f"已归入 {paper.matter.number}，请核对是哪一种文书、哪一天的。"
    return f"还不知道是哪一件的：{paper.why}。"


def _paper(paper: IncomingPaper, moment: Moment) -> dict[str, Any]:
    """One paper as the list shows it, with what can be done about it."""
    told: dict[str, Any] = {
        "digest": paper.sha256[:12],
        "when": moment_text(paper.made_at, moment.today),
        "dated_on": paper.dated_on,
        "why": paper.why,
        "open_url": reverse("paper-file", args=[paper.pk]),
        "settle_url": reverse("paper-settle", args=[paper.pk]),
    }
    if paper.matter is None:
        return told
    matter = paper.matter
    step = procedure_of(matter.mechanism, matter.kind, matter.procedure_version).by_code.get(paper.step)
    told |= {"case": {"number": matter.number, "title": matter.title, "url": reverse("matter", args=[matter.pk])}}
    if step is not None:
        query = urlencode({"mode": "claimed", **({"on": paper.dated_on.isoformat()} if paper.dated_on else {})})
        claim = {
            "label": f"按这份文书补记“{step.label}”",
            "url": f"{reverse('step', args=[matter.pk, step.code])}?{query}",
        }
        told |= {"kind": step.makes, "claim": claim}
    return told


def _own(request: DeskRequest, key: int) -> IncomingPaper:
    _guard(request)
    paper = waiting_papers(request.acting).filter(id=key).first()
    if paper is None:
        raise Http404("没有这份文书，或者已经核对过了。")
    return paper


@require_POST
@business
def settle(request: DeskRequest, incoming: int) -> HttpResponse:
    """A person says whose paper it is, that it is none, or that what stands there is right."""
    found = _own(request, incoming)
    number = request.POST.get("number", "").strip()
    if "none" in request.POST and found.matter_id is None:
        found.state = IncomingPaper.State.DISMISSED
        found.save(update_fields=["state"])
    elif found.matter_id is not None:
        found.state = IncomingPaper.State.DONE
        found.save(update_fields=["state"])
    else:
        matter = find_case(number, request.acting) if number else None
        try:
            if matter is None:
                raise NotAllowed(f"没有编号为“{number}”的案件，或者不止一件。请填案件编号，或者那边的编号。")
            attach(found, matter, request.moment, confirmed=True)
            messages.success(request, f"已归入 {number}。")
        except (NotAllowed, StaleMatter) as error:
            messages.warning(request, str(error) or "这件案件刚刚有了新的变化，请再归入一次。")
    return HttpResponseRedirect(reverse("papers"))


@business
def show(request: DeskRequest, incoming: int) -> HttpResponse:
    """The bytes of a paper that waits."""
    found = _own(request, incoming)
    try:
        data = read(found.sha256)
    except EvidenceError as error:
        raise Http404(str(error)) from error
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f"inline; filename=paper-{found.pk}.pdf"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response
