"""Saving a half-written form while somebody types, and throwing it away."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guiju.kernel.terms.api import SHANGHAI
from guiju.web.access import DeskRequest, business, matter_or_404
from guiju.web.device import device_key, hours_kept
from guiju.web.drafts import Draft, discard_draft, draft_of, save_draft
from guiju.web.inputs import InputForm

FORMS = frozenset({"step", "register-kind", "onspot"})


@require_POST
@business
def save(request: DeskRequest) -> HttpResponse:
    """Keep what was typed into the form whose address `of` names; answers with the time of day."""
    path = _form_address(request)
    if not save_draft(request.acting, path, request.POST.dict(), request.moment.now):
        return JsonResponse({"text": "写得太长，草稿没有存下"}, status=413)
    return JsonResponse({"text": _saved_at(request.moment.now)})


@require_POST
@business
def discard(request: DeskRequest) -> HttpResponse:
    """Forget the draft and open the form empty."""
    path = _form_address(request)
    discard_draft(request.acting, path)
    return HttpResponseRedirect(path)


def _form_address(request: DeskRequest) -> str:
    """The address of a form that the person may open; raises Http404 for anything else."""
    path = request.GET.get("of", "")
    try:
        found = resolve(path)
    except Resolver404:
        raise Http404("没有这张表单。") from None
    if found.url_name not in FORMS or len(path) > 200:
        raise Http404("没有这张表单。")
    if "matter" in found.kwargs:
        matter_or_404(request, found.kwargs["matter"])
    return path


def _saved_at(moment: Any) -> str:
    return f"草稿已存 {timezone.localtime(moment, SHANGHAI):%H:%M}"


def restored(request: DeskRequest, form: InputForm) -> dict[str, Any]:
    """What the page says of a draft; what was typed before is put into a form that is opened."""
    draft: Draft | None = None
    if not form.is_bound:
        draft = draft_of(request.acting, request.path, request.moment.now)
        names = {item.name for item in form.inputs}
        form.initial |= {name: text for name, text in draft.values.items() if name in names} if draft else {}
    return {
        "text": _saved_at(draft.saved_at) if draft else "",
        "there": draft is not None or bool(request.POST.get("draft")),
        "save_url": f"{reverse('draft-save')}?of={request.path}",
        "discard_url": f"{reverse('draft-discard')}?of={request.path}",
        "device": device_key(request),
        "hours": hours_kept(request),
    }


def sent(request: DeskRequest) -> None:
    """The form was accepted: its draft goes, where the page knew of one."""
    if request.POST.get("draft"):
        discard_draft(request.acting, request.path)
