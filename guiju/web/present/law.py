"""Articles as the pages cite them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from guiju.kernel.lawbook.api import Basis, LawbookError
from guiju.kernel.procedure.api import Moment


def article(basis: Basis, moment: Moment) -> dict[str, Any]:
    """{label, url, unverified} of a basis; 待核实 where the rulepack says that the text was not read."""
    url = reverse("article", args=[basis.law, basis.article.replace("/", "-k") or "0"])
    try:
        row = moment.lawbook.article(basis, moment.today)
        unverified = row.status != "verified"
    except LawbookError:
        unverified = False
    return {"label": basis.label, "url": f"{url}?day={moment.today.isoformat()}", "unverified": unverified}


def summary(basis: Basis, moment: Moment) -> str:
    """Our own summary (摘要) of an article in force on the day; empty when there is none."""
    try:
        return moment.lawbook.article(basis, moment.today).summary
    except LawbookError:
        return ""
