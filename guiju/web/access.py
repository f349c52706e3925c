"""Who may open a page of the desk: a signed-in person with a post that day, in their own town."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from guiju.kernel.matters.api import Matter, visible_to
from guiju.kernel.mechanism.api import mechanisms
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import Moment, acting_now, moment_for
from guiju.web.accounts import posts_of

View = Callable[..., HttpResponse]
NO_BUSINESS = "系统、安全、审计管理员和区级只读账号不看业务内容。要看某一件事项，请找承办单位或司法所内勤。"


class DeskRequest(HttpRequest):
    """A request of somebody who holds a post: `desk` adds who is acting and the moment."""

    acting: Acting
    moment: Moment
    mechanism: str  # of the matter that the page is about; absent on other pages


def desk(view: View) -> View:
    """Ask for a signed-in person with a post in force today; anybody else is answered 403 or sent to sign in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        now = timezone.now()
        acting = acting_now(posts_of(request.user, now), now)
        if acting is None:
            raise PermissionDenied("您的账号今天没有在任的岗位，请找系统管理员核对岗位起止日期。")
        request.acting = acting  # type: ignore[attr-defined]
        request.moment = moment_for(acting, now)  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return login_required(guarded)


def business(view: View) -> View:
    """As `desk`, and closed to posts that see no business content (administrators, district viewer)."""

    @wraps(view)
    def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.acting.sees_town and not request.acting.unit_ids:
            raise PermissionDenied(NO_BUSINESS)
        return view(request, *args, **kwargs)

    return desk(guarded)


def may_verify(acting: Acting) -> bool:
    """Whether somebody may compare the town's record with its entries: posts that see the town, and the auditor."""
    return acting.sees_town or "audit_admin" in acting.roles


def may_register(acting: Acting) -> bool:
    """Whether somebody's posts register any kind of matter."""
    found = (procedure.registration for mechanism in mechanisms() for procedure in mechanism.procedures)
    return any(acting.holds(step.roles) and not step.hidden for step in found)


def matter_or_404(request: DeskRequest, matter_id: int) -> Matter:
    """The matter if the person may see it; 404 for another town's or unit's, so that its existence is not told."""
    matter = visible_to(request.acting).filter(id=matter_id).first()
    if matter is None:
        raise Http404("没有这件事项，或者由别的单位办理，您的岗位看不到。")
    request.mechanism = matter.mechanism
    return matter


def parsed_day(text: str) -> dt.date | None:
    """A day from the address of a page; None when it is none."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
