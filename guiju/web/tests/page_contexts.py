"""Every page template with an invented context, as its leading comment describes it. 示例，均为虚构。"""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.safestring import mark_safe

from guiju.web.entrance.identities import Colleague
from guiju.web.tests.import_contexts import (
    import_define,
    import_map,
    import_own,
    import_preview,
    import_result,
    import_upload,
)
from guiju.web.tests.list_contexts import figure_detail, figures_list, matters_list
from guiju.web.tests.matter_contexts import matter_detail, matter_register, matter_step


class SignInForm(forms.Form):
    """Stands for the sign-in form of the views."""

    username = forms.CharField(label="账号")
    password = forms.CharField(label="密码", widget=forms.PasswordInput)


def login() -> dict[str, Any]:
    """Context of login.html with every way in."""
    return {
        "form": SignInForm({"username": "zhou", "password": ""}),
        "town_name": "青禾镇人民政府",
        "sso_url": "#",
        "sso_name": "统一身份认证",
        "portal_url": "#",
        "lock_rule": "五次输错锁定十五分钟。",
        "demo_accounts": [
            {"post": "司法所内勤", "sees": "今日、全部机制、年度报告", "username": "justice", "password": "guiju-demo"},
            {"post": "人民调解员", "sees": "手机登记、本村纠纷", "username": "mediator", "password": "guiju-demo"},
        ],
    }


def me() -> dict[str, Any]:
    """Context of me.html."""
    return {
        "account": [{"label": "姓名", "value": "周示例"}, {"label": "岗位", "value": "司法所内勤"}],
        "large_action": "#",
        "password_url": "#",
    }


def sign_in_links() -> dict[str, Any]:
    """Context of accounts/links.html with a link that was just made."""
    made = {"name": "吴示例", "url": "https://example.invalid/login/link/a/", "until": "10:55", "qr": ""}
    return {"people": [{"person_id": 1, "name": "吴示例", "posts": "松溪村村居干部"}], "minutes": 15, "made": made}


def paper() -> dict[str, Any]:
    """Context of paper.html."""
    files = [{"label": "PDF", "url": "#"}, {"label": "Word", "url": "#"}]
    article = mark_safe('<article class="g-paper"><h1>人民调解协议书</h1></article>')
    return {"title": "人民调解协议书", "article": article, "back": {"label": "事项", "url": "#"}, "files": files}


def identities() -> dict[str, Any]:
    """Context of accounts/identities.html after a code that is not there."""
    since = dt.datetime(2026, 11, 3, 10, 40, tzinfo=dt.UTC)
    return {
        "service": "统一身份认证",
        "offered": True,
        "wrong": "没有对接码“AAAA-2222”。",
        "typed": "AAAA-2222",
        "free": [Colleague(1, "吴示例", "wu.example", None)],
        "bound": [Colleague(2, "周示例", "zhou.example", since)],
    }


PAGES: dict[str, Callable[[], dict[str, Any]]] = {
    "design.html": dict,
    "login.html": login,
    "me.html": me,
    "accounts/links.html": sign_in_links,
    "accounts/identities.html": identities,
    "accounts/unknown.html": lambda: {"service": "统一身份认证", "code": "AAAA-2222"},
    "accounts/not_in.html": lambda: {"service": "统一身份认证", "sentence": "现在连不上那边的服务。"},
    "in_wechat.html": lambda: {"url": "https://example.invalid/a/", "sent": True, "read_url": "#"},
    "paper.html": paper,
    "accounts/enter.html": lambda: {"name": "吴示例", "town_name": "青禾镇人民政府"},
    "matters/list.html": matters_list,
    "matters/detail.html": matter_detail,
    "matters/step.html": matter_step,
    "matters/register.html": matter_register,
    "imports/upload.html": import_upload,
    "imports/preview.html": import_preview,
    "imports/define.html": import_define,
    "imports/map.html": import_map,
    "imports/own.html": import_own,
    "imports/result.html": import_result,
    "figures/list.html": figures_list,
    "figures/detail.html": figure_detail,
    "403.html": lambda: {"exception": "这件事项由综合执法队办理，您的岗位看不到。"},
    "403_csrf.html": dict,
    "404.html": lambda: {"sentence": "这件事项没有这份材料。"},
    "400.html": dict,
    "405.html": dict,
    "500.html": dict,
}
