"""Signing in; the demo shows its sample accounts."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView

from guiju.kernel.organisation.api import ROLES, Post, Town

DEMO_PASSWORD = "qinghe-2022"  # noqa: S105 - shown on the login page of the demo
SIGHT = {"town": "全镇事项", "unit": "本单位事项", "none": "不看业务内容"}


class SignInForm(AuthenticationForm):
    """The framework's form with sentences of the house."""

    error_messages = {
        "invalid_login": "账号或密码不对。连续输错五次会锁定一段时间。",
        "inactive": "这个账号已经停用，请找系统管理员。",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "账号"
        self.fields["password"].label = "密码"


class SignIn(LoginView):
    """The login page."""

    template_name = "login.html"
    authentication_form = SignInForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        town = Town.objects.order_by("id").first()
        told = {"town_name": town.name if town else "", "lock_rule": "五次输错锁定一段时间。"}
        if settings.GUIJU_DEMO:
            told["demo_accounts"] = demo_accounts()
        return super().get_context_data(**kwargs) | told


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
