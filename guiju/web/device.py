"""Forms that could not be sent stay on the device, sealed: the key and the hours for which they may lie there.

The key is made from a cookie of the device and the person, so that the same person opens them after a session has run
out, nobody else does, and log-out forgets the key together with the cookie. The server keeps nothing.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from guiju.kernel.organisation.api import Acting
from guiju.web.access import DeskRequest

COOKIE = "device"
A_YEAR = 365 * 24 * 3600
HOURS_SETTING = "device.kept_hours"  # 镇级设置：没有发出的表单在本机最多留多少小时
HOURS = 72


def device_tag(acting: Acting) -> str:
    """Tells one person's forms on a device from another's; names nobody."""
    return salted_hmac("guiju.device.tag", f"{acting.town_id} {acting.person_id}", algorithm="sha256").hexdigest()[:16]


def device_key(request: DeskRequest) -> str:
    """The key of this person on this device, 256 bits in base64; a device without a cookie gets one with the answer."""
    device = request.COOKIES.get(COOKIE) or getattr(request, "new_device", "") or secrets.token_urlsafe(32)
    if COOKIE not in request.COOKIES:
        request.new_device = device  # type: ignore[attr-defined]
    made = salted_hmac("guiju.device.key", f"{device} {request.acting.person_id}", algorithm="sha256")
    return base64.b64encode(made.digest()).decode()


def hours_kept(request: DeskRequest) -> int:
    """For how many hours an unsent form may lie on the device; what is no number counts as not set."""
    value = request.moment.settings.get(HOURS_SETTING, "")
    return int(value) if value.isdecimal() and int(value) else HOURS


class DeviceMiddleware:
    """Gives a device its cookie where a form asked for a key."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and name the device where the answer holds a new key."""
        response = self.get_response(request)
        if device := getattr(request, "new_device", ""):
            secure = settings.SESSION_COOKIE_SECURE
            response.set_cookie(COOKIE, device, max_age=A_YEAR, httponly=True, samesite="Lax", secure=secure)
        return response


def forget_device(response: HttpResponse) -> None:
    """At log-out: the key goes with the cookie, and the browser is told to empty its store."""
    response.delete_cookie(COOKIE, samesite="Lax")
    response["Clear-Site-Data"] = '"storage"'
