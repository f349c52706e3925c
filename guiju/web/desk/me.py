"""My account and how pages look for me."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from guiju.kernel.terms.api import SHANGHAI
from guiju.web.access import DeskRequest, desk
from guiju.web.entrance.identities import bound_since

A_YEAR = 365 * 24 * 3600


@desk
def me(request: DeskRequest) -> HttpResponse:
    """Account, posts, larger type, signing out."""
    account = [
        {"label": "账号", "value": request.user.get_username()},
        *({"label": post.label, "value": post.unit_name} for post in request.acting.posts),
    ]
    if settings.GUIJU_OIDC:
        since = bound_since(request.acting.person_id)
        told = f"{timezone.localtime(since, SHANGHAI):%Y-%m-%d} 起对到这个账号" if since else "还没有对到这个账号"
        account.append({"label": settings.GUIJU_OIDC.name, "value": told})
    sees = request.acting.sees_town or request.acting.unit_ids
    context = {
        "account": account,
        "large_action": reverse("me-large"),
        "handover_url": reverse("handover") if sees else "",
    }
    return render(request, "me.html", context)


@require_POST
@desk
def large(request: DeskRequest) -> HttpResponse:
    """Switch 长辈版; kept in a cookie, read by no rule."""
    response = HttpResponseRedirect(reverse("me"))
    on = request.POST.get("large") == "1"
    response.set_cookie("large", "1" if on else "0", max_age=A_YEAR, httponly=True, samesite="Lax")
    return response
