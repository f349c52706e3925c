"""What of a matter must be public, as its page draws it. Only a verified 法定期限 is ever 逾期; the others remind."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.urls import reverse

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.procedure.api import Moment, Snapshot
from guiju.web.present.terms import SOON_DAYS
from guiju.web.present.words import day_with_weekday, short_day

DUE, PUBLISHED = DisclosureItem.State.DUE, DisclosureItem.State.PUBLISHED


def disclosures(snapshot: Snapshot, moment: Moment) -> list[dict[str, Any]]:
    """The items with state, day, force and what can be recorded of them."""
    return [
        disclosure(row, moment.today)
        | {"off_sight": _off_sight(snapshot, row, moment), "text_url": _text_url(snapshot)}
        for row in snapshot.of(DisclosureItem)
    ]


def _text_url(snapshot: Snapshot) -> str:
    """Where the text stands that may be public; empty where the procedure makes none."""
    return reverse("public-text", args=[snapshot.key]) if snapshot.procedure.public_text is not None else ""


def _off_sight(snapshot: Snapshot, row: dict[str, Any], moment: Moment) -> dict[str, Any] | None:
    """When something public is expected to be taken down: {text, unsure}; None where nobody has set it."""
    found = snapshot.procedure.off_sight(snapshot, row, moment) if snapshot.procedure.off_sight is not None else None
    return {"text": f"预计撤下 {found.on.isoformat()}", "unsure": found.unsure} if found is not None else None


def disclosure(row: dict[str, Any], today: dt.date) -> dict[str, Any]:
    """One item: {title, look, word, day, force, address, links}."""
    state = DisclosureItem.State(row["state"])
    look, word = _due(row, today) if state == DUE else ("done", state.label)
    links = []
    if state == DUE:
        links.append({"label": "登记已公开", "url": reverse("publish", args=[row["matter_id"], row["id"]])})
    if state in (DUE, PUBLISHED):
        label = "撤下" if state == PUBLISHED else "不再公开"
        links.append({"label": label, "url": reverse("withdraw", args=[row["matter_id"], row["id"]])})
    return {
        "title": row["title"],
        "look": look,
        "word": word,
        "day": _day(row, state, today),
        "force": row["force"] if state == DUE and row["force"] != "法定期限" else "",
        "address": row["address"],
        "links": links,
    }


def _due(row: dict[str, Any], today: dt.date) -> tuple[str, str]:
    if row["due_on"] is None:
        return "run", "待公开"
    days = (row["due_on"] - today).days
    if days < 0:
        return ("late", f"逾期 {-days} 日") if row["red"] and not row["backfilled"] else ("soon", f"已过 {-days} 日")
    return ("soon" if days <= SOON_DAYS else "run"), f"待公开，剩 {days} 日" if days else "今天到期"


def _day(row: dict[str, Any], state: DisclosureItem.State, today: dt.date) -> str:
    if state == DUE:
        tail = "（暂定）" if row["provisional"] else ""
        return f"{day_with_weekday(row['due_on'])}前{tail}" if row["due_on"] else ""
    published = f"{short_day(row['published_on'], today)}公开" if row["published_on"] else ""
    withdrawn = f"{short_day(row['withdrawn_on'], today)}{state.label}" if row["withdrawn_on"] else ""
    return "，".join(filter(None, [published, withdrawn]))
