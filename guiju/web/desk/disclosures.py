"""Recording that something was made public, or taken down again."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.procedure.api import KERNEL_ROWS, Input, Snapshot, plan_publication, plan_withdrawal
from guiju.web.access import DeskRequest, business
from guiju.web.desk.kernel_forms import recorded
from guiju.web.desk.matter_page import loaded
from guiju.web.present.disclosures import PUBLISHED

PUBLICATION = (
    Input("published_on", "哪天公开的", "date", required=True, past_only=True),
    Input("address", "公开在哪里", "text", required=True, help="网址，或者平台和栏目的名称"),
)
WITHDRAWAL = (
    Input("withdrawn_on", "哪天撤下的", "date", required=True, past_only=True),
    Input("withdrawal_reason", "为什么", "text", required=True, help="例如：决定已经变更；会记入留痕，不写个人信息"),
)


def _item(request: DeskRequest, matter: int, key: int) -> tuple[Snapshot, dict[str, Any]]:
    snapshot = loaded(request, matter, rows=KERNEL_ROWS)
    row = snapshot.rows.get(DisclosureItem, {}).get(key)
    if row is None:
        raise Http404("这件事项没有这一项公开内容。")
    return snapshot, row


@business
def publish(request: DeskRequest, matter: int, key: int) -> HttpResponse:
    """The form of a publication: on which day, at which address."""
    snapshot, row = _item(request, matter, key)
    context = {
        "title": "登记已公开",
        "subject": row["title"],
        "hint": "超过期限的照样登记，会留下补录发现。",
        "button": "登记已公开",
    }
    if row["explanation"]:
        context |= {"explained": "到哪天公开，怎么算的", "explanation": {"sentences": row["explanation"].splitlines()}}
    return recorded(
        request,
        snapshot,
        PUBLICATION,
        {"published_on": request.moment.today},
        lambda values: plan_publication(snapshot, request.moment, key, values["published_on"], values["address"]),
        context,
    )


@business
def withdraw(request: DeskRequest, matter: int, key: int) -> HttpResponse:
    """The form of a withdrawal: on which day, and why."""
    snapshot, row = _item(request, matter, key)
    published = row["state"] == PUBLISHED
    context = {
        "title": "撤下公开内容" if published else "不再公开",
        "subject": row["title"],
        "hint": "撤下以后仍留在账上，理由留痕。",
        "button": "登记撤下" if published else "登记不再公开",
    }
    return recorded(
        request,
        snapshot,
        WITHDRAWAL,
        {"withdrawn_on": request.moment.today},
        lambda values: plan_withdrawal(
            snapshot, request.moment, key, values["withdrawn_on"], values["withdrawal_reason"]
        ),
        context,
    )
