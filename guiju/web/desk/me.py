"""My account and how pages look for me."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.web.access import DeskRequest, desk

A_YEAR = 365 * 24 * 3600


@desk
def me(request: DeskRequest) -> HttpResponse:
    """Account, posts, larger type, signing out."""
    account = [
        {"label": "账号", "value": request.user.get_username()},
        *({"label": post.label, "value": post.unit_name} for post in request.acting.posts),
    ]
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
