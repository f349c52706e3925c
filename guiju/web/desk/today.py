"""今日: what is due by its force, what waits for whom, and the figures of the year; and the same terms as a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.organisation.api import DISTRICT_POSTS
from guiju.web.access import DeskRequest, business, desk, may_register
from guiju.web.desk.returning.district import asked_and_owed
from guiju.web.desk.returning.rounds import due_today
from guiju.web.desk.signatures import sign_links, signs
from guiju.web.present.running_terms import AT_MOST, Running, by_force, in_time, older_terms, running_terms
from guiju.web.present.terms import SOON_DAYS
from guiju.web.present.waiting import waited_for
from guiju.web.present.waiting_steps import waiting_steps
from guiju.web.present.words import day_with_weekday
from guiju.web.present.worklists import list_links
from guiju.web.shell import shown_count

SCOPES = {"mine": "等您办的", "all": "全部"}


@desk
def today(request: DeskRequest) -> HttpResponse:
    """What to do first, and who is waited for."""
    day = {"day": day_with_weekday(request.moment.today)}
    if not request.acting.sees_town and not request.acting.unit_ids:
        asked = asked_and_owed(request) if request.acting.holds(DISTRICT_POSTS) else None
        return render(request, "today.html", {**day, "elsewhere": True, "asked": asked})
    listed = running_terms(request.moment)
    terms, left = in_time(listed, request.moment)
    scope = _scope(request, terms)
    others = [(one.term, one.told["level"], one.who) for one in terms if not one.mine]
    steps, more = waiting_steps(request.moment, {one.term.matter_id for one in listed})
    context = {
        **day,
        "summary": _summary(terms),
        "scopes": _scopes(request, scope) if others and len(others) < len(terms) else [],
        "groups": by_force([one for one in terms if one.mine] if scope == "mine" else terms),
        "running": bool(terms),
        "backfilled": [{**one.told, "force": _reminds(one)} for one in left],
        "older": shown_count(older_terms(request.moment)),
        "steps": steps,
        "more_steps": more,
        "signs": signs(request.acting),
        "returns": due_today(request),
        "waited": waited_for(others, request.moment),
        "actions": [*_links(request, bool(listed)), *_register_link(request)],
    }
    return render(request, "today.html", context)


@business
def term_sheet(request: DeskRequest) -> HttpResponse:
    """期限单: every running term on paper, by force, with date, matter, article and whose turn it is."""
    listed = running_terms(request.moment)
    terms, left = in_time(listed, request.moment)
    groups = by_force(terms)
    if left:
        told = [one.told for one in left]
        groups.append({"title": "补录待清理", "note": "台账补录进来时已经到期", "terms": told})
    context = {
        "day": day_with_weekday(request.moment.today),
        "groups": groups,
        "count": len(listed),
        "more": f"只列出最早到期的{AT_MOST}项。" if len(listed) == AT_MOST else "",
    }
    return render(request, "terms/sheet.html", context)


def _reminds(one: Running) -> str:
    """The force of a term among backfilled ones, where it is not the usual one."""
    return "" if one.term.force == "法定期限" else one.term.force


def _scope(request: DeskRequest, terms: Sequence[Running]) -> str:
    """Which terms are shown: the reader's own, unless they ask for all or have none."""
    asked = request.GET.get("of", "")
    if asked in SCOPES:
        return asked
    return "mine" if any(one.mine for one in terms) else "all"


def _scopes(request: DeskRequest, scope: str) -> list[dict[str, Any]]:
    words = SCOPES | {"all": "全镇" if request.acting.sees_town else "本单位"}
    return [{"label": label, "url": f"?of={code}", "current": code == scope} for code, label in words.items()]


def _links(request: DeskRequest, any_terms: bool) -> list[dict[str, Any]]:
    sheet = {"label": "打印期限单", "url": reverse("term-sheet"), "icon": "printer"}
    return [*sign_links(request.acting), *list_links(request.acting), *([sheet] if any_terms else [])]


def _register_link(request: DeskRequest) -> list[dict[str, Any]]:
    told = {"label": "登记事项", "url": reverse("register"), "icon": "pencil-plus", "primary": True}
    return [told] if may_register(request.acting) else []


def _summary(terms: Sequence[Running]) -> list[dict[str, Any]]:
    """What presses, in words: how many are late, how many are due within three days."""
    levels = [one.told["level"] for one in terms]
    told = [("late", "项已逾期"), ("soon", f"项在{SOON_DAYS}日内到期或已过")]
    return [
        {"text": f"{levels.count(level)} {words}", "late": level == "late"} for level, words in told if level in levels
    ]
