"""Signing in through the district's 统一身份认证, and the administrator's page on which its accounts get their names."""

from __future__ import annotations

import logging
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from guiju.web.access import DeskRequest, desk
from guiju.web.desk.login import TOO_MANY_REQUESTS
from guiju.web.entrance.identities import IdentityError, account_of, ask, bind, colleagues, may_bind, unbind
from guiju.web.entrance.oidc import NobodyCameBack, lead_away, service, who_came_back

LOG = logging.getLogger("guiju.entrance")
BACKEND = "guiju.web.accounts.AccountBackend"
NEXT = "district_login_next"  # in the session: the page that somebody wanted to open
NAME = {"username": "统一身份认证"}  # answers that do not hold count together for one place, as wrong passwords do
CLOSED = "这个账号已经停用，请找系统管理员。"
LOCKED = "连续几次没有登录成功，已经锁定一刻钟。请过后再试。"


@never_cache
@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Lead the browser to the service."""
    _offered()
    request.session[NEXT] = request.GET.get("next", "")
    try:
        return lead_away(request, request.build_absolute_uri(reverse("district-login-back")))
    except NobodyCameBack as nobody:
        return _not_in(request, nobody)


@never_cache
@require_safe
def come_back(request: HttpRequest) -> HttpResponse:
    """Whoever comes back from the service is signed in where their account here is known, else told what to do."""
    _offered()
    if not AxesProxyHandler.is_allowed(request, NAME):
        return _refused(request, LOCKED, TOO_MANY_REQUESTS)
    try:
        came = who_came_back(request)
    except NobodyCameBack as nobody:
        if nobody.suspicious:
            AxesProxyHandler.user_login_failed(sender=come_back, credentials=NAME, request=request)
        return _not_in(request, nobody)
    now = timezone.now()
    account = account_of(came, now)
    if account is None:
        return render(request, "accounts/unknown.html", {**_told(), "code": ask(came, now)}, status=403)
    if not account.user.is_active:
        return _refused(request, CLOSED, 403)
    if not AxesProxyHandler.is_allowed(request, {"username": account.user.get_username()}):
        return _refused(request, LOCKED, TOO_MANY_REQUESTS)
    wanted = request.session.pop(NEXT, "")
    login(request, account.user, backend=BACKEND)
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(wanted if safe else reverse("today"))


@never_cache
@desk
def identities(request: DeskRequest) -> HttpResponse:
    """Who is signed in by the service; POST puts the account behind `code` beside `person`, or takes it away (`do` = unbind)."""
    if not may_bind(request.acting):
        raise PermissionDenied("统一身份认证账号由系统管理员对到人。您登录不了的话，请把对接码告诉系统管理员。")
    context: dict[str, Any] = {**_told(), "offered": service() is not None}
    if request.method == "POST":
        try:
            _changed(request)
            return HttpResponseRedirect(reverse("identities"))
        except IdentityError as error:
            context |= {"wrong": str(error), "typed": request.POST.get("code", "")}
    people = colleagues(request.acting.town_id)
    context |= {"bound": [one for one in people if one.since], "free": [one for one in people if not one.since]}
    return render(request, "accounts/identities.html", context)


def _changed(request: DeskRequest) -> None:
    person = request.POST.get("person", "")
    if not person.isdecimal():
        raise IdentityError("还没有选是哪位同事。")
    if request.POST.get("do") == "unbind":
        unbind(request.acting, int(person), request.moment.now)
    else:
        bind(request.acting, int(person), request.POST.get("code", ""), request.moment.now)


def _offered() -> None:
    if service() is None:
        raise Http404("本系统没有接统一身份认证。")


def _told() -> dict[str, Any]:
    offered = service()
    return {"service": offered.name if offered else ""}


def _not_in(request: HttpRequest, nobody: NobodyCameBack) -> HttpResponse:
    """What the operator needs to find the fault is in the log: the kind of error, and nothing of the person."""
    LOG.warning("district log-in: %s (%s)", type(nobody.__cause__).__name__, nobody)
    return _refused(request, str(nobody), nobody.status)


def _refused(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return render(request, "accounts/not_in.html", {**_told(), "sentence": sentence}, status=status)
