"""Articles as the pages cite them."""

from __future__ import annotations

from collections.abc import Iterable
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


def articles(bases: Iterable[Basis], moment: Moment) -> list[dict[str, Any]]:
    """Several articles one after the other: a law is named once for those of its articles that follow, as people cite them
    (《人民调解法》第28条、第29条); `law` is the title that is then only heard."""
    told: list[dict[str, Any]] = []
    before = ""
    for basis in bases:
        one = article(basis, moment)
        title, mark, number = basis.label.partition("》")
        if number and title == before:
            one |= {"law": title + mark, "label": number}
        before = title
        told.append(one)
    return told


def summary(basis: Basis, moment: Moment) -> str:
    """Our own summary (摘要) of an article in force on the day; empty when there is none."""
    try:
        return moment.lawbook.article(basis, moment.today).summary
    except LawbookError:
        return ""
