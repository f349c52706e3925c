"""Signing in; the demo shows its sample accounts."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from guiju.kernel.organisation.api import ROLES, Post, Town
from guiju.web.device import forget_device

DEMO_PASSWORD = "qinghe-2022"  # noqa: S105 - shown on the login page of the demo
TOO_MANY_REQUESTS = 429
SIGHT = {"town": "全镇事项", "unit": "本单位事项", "none": "不看业务内容"}


class SignInForm(AuthenticationForm):
    """The framework's form with sentences of the house."""

    error_messages = {
        "invalid_login": "账号或密码不对。{lock_rule}",
        "locked": "这个账号在这里连续输错{times}次，锁定{minutes}分钟。请过后再试；忘了密码的，请找系统管理员重设。",
        "inactive": "这个账号已经停用，请找系统管理员。",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "账号"
        self.fields["password"].label = "密码"

    def get_invalid_login_error(self) -> ValidationError:
        """Why nobody comes in: the words are wrong, or were wrong too often."""
        code = "locked" if getattr(self.request, "axes_locked_out", False) else "invalid_login"
        return ValidationError(self.error_messages[code].format(**_lock()), code=code)


def _lock() -> dict[str, object]:
    times, minutes = settings.AXES_FAILURE_LIMIT, settings.AXES_COOLOFF_TIME.seconds // 60
    return {"times": times, "minutes": minutes, "lock_rule": f"连续输错{times}次，锁定{minutes}分钟。"}


def locked_out(request: HttpRequest, response: HttpResponse, credentials: object) -> HttpResponse:
    """The answer to a log-in that failed too often: the log-in page, which says so, as 429."""
    response.status_code = TOO_MANY_REQUESTS
    return response


class SignIn(LoginView):
    """The login page."""

    template_name = "login.html"
    authentication_form = SignInForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        town = Town.objects.order_by("id").first()
        told: dict[str, Any] = {"town_name": town.name if town else "", "lock_rule": _lock()["lock_rule"]}
        if settings.GUIJU_OIDC:
            wanted = urlencode({"next": self.get_redirect_url()}) if self.get_redirect_url() else ""
            told |= {
                "sso_url": f"{reverse('district-login')}?{wanted}".rstrip("?"),
                "sso_name": settings.GUIJU_OIDC.name,
            }
        if settings.GUIJU_DEMO:
            told["demo_accounts"] = demo_accounts()
        return super().get_context_data(**kwargs) | told


class SignOut(LogoutView):
    """Signing out; unsent forms on the device go as well."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().post(request, *args, **kwargs)
        forget_device(response)
        return response


def demo_accounts() -> list[dict[str, str]]:
    """One row for each sample account of the first town."""
    town = Town.objects.order_by("id").first()
    if town is None:
        return []
    users = get_user_model().objects.filter(account__person__town=town).order_by("id").select_related("account__person")
    posts = {post.person_id: post for post in Post.objects.filter(town=town).select_related("unit").order_by("-id")}
    rows = []
    for user in users:
        post = posts.get(user.account.person_id)
        if post is not None:
            role = ROLES[post.role]
            unit = f"（{post.unit.name}）" if role.sight == "unit" else ""
            rows.append(
                {
                    "post": user.first_name or f"{role.label}{unit}",
                    "sees": SIGHT[role.sight],
                    "username": user.get_username(),
                    "password": DEMO_PASSWORD,
                }
            )
    return rows
