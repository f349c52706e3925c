"""Log-in links for colleagues of the villages: made by the judicial office, sent by WeChat or shown as a QR code."""

from __future__ import annotations

from typing import Any

import segno
from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.cache import never_cache

from guiju.kernel.terms.api import SHANGHAI
from guiju.web.access import DeskRequest, business
from guiju.web.desk.login import TOO_MANY_REQUESTS
from guiju.web.entrance.links import VALID, colleagues, link_of, make_link, may_make, take_link

BACKEND = "guiju.web.accounts.AccountBackend"
NAME = {"username": "登录链接"}  # tries of links count together for one place, as wrong passwords of one account do
GONE = 410


@never_cache
@business
def accounts(request: DeskRequest) -> HttpResponse:
    """Who may be given a link; POST makes one for `person` and shows it this once."""
    if not may_make(request.acting):
        raise PermissionDenied("登录链接由司法所内勤和所长给村居干部、调解员和法律顾问做。您需要的话，请找他们。")
    people = colleagues(request.acting.town_id, request.moment.today)
    context: dict[str, Any] = {"people": people, "minutes": VALID.seconds // 60}
    if request.method == "POST":
        wanted = next((one for one in people if str(one.person_id) == request.POST.get("person")), None)
        if wanted is None:
            raise Http404("没有这位同事，或者他的岗位要用密码或统一身份认证登录。")
        token = make_link(request.acting, wanted, request.moment.now)
        until = timezone.localtime(request.moment.now + VALID, SHANGHAI)
        url = request.build_absolute_uri(reverse("sign-in-link", args=[token]))
        context |= {"made": {"name": wanted.name, "url": url, "until": f"{until:%H:%M}", "qr": qr_code(url)}}
    return render(request, "accounts/links.html", context)


def qr_code(text: str) -> SafeString:
    """A QR code as SVG without styles or classes of its own."""
    code = segno.make(text, error="m", micro=False)
    return mark_safe(code.svg_inline(scale=5, border=3, svgclass="g-qr", lineclass=None, omitsize=True))  # noqa: S308


@never_cache
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a link. Opening it uses nothing up, for previews open links too; the button does."""
    if not AxesProxyHandler.is_allowed(request, NAME):
        return render(request, "accounts/enter.html", {"locked": True}, status=TOO_MANY_REQUESTS)
    now = timezone.now()
    link = link_of(token, now)
    account = getattr(link.person, "account", None) if link else None
    if link is None or account is None or not account.user.is_active:
        if request.method == "POST":
            AxesProxyHandler.user_login_failed(sender=enter, credentials=NAME, request=request)
        return render(request, "accounts/enter.html", {"gone": True}, status=GONE)
    if request.method != "POST":
        return render(request, "accounts/enter.html", {"name": link.person.name, "town_name": link.town.name})
    if not take_link(link, now):
        return render(request, "accounts/enter.html", {"gone": True}, status=GONE)
    login(request, account.user, backend=BACKEND)
    return HttpResponseRedirect(reverse("today"))
