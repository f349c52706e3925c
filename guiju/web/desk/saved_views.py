"""我的视图: keep the filters of the list under a name, for oneself or one's unit; choose what the list opens with; delete."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse

from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_filters import query_of, wanted_of, words_of
from guiju.web.saved_views import ViewError, drop_view, keep_view, open_with, saved_views


@business
def views(request: DeskRequest) -> HttpResponse:
    """The page with the form for the filters that the address names; POST keeps, deletes or chooses the usual one."""
    acting, asked = request.acting, request.POST
    query = query_of({**wanted_of(request.GET), "q": ""})
    problem = ""
    if request.method == "POST":
        key = int(asked["view"]) if asked.get("view", "").isdecimal() else None
        try:
            if asked.get("do") == "keep":
                shared, usual = asked.get("shared") == "1", asked.get("usual") == "1"
                keep_view(acting, asked.get("name", "").strip(), query, shared=shared, usual=usual)
                return HttpResponseRedirect(f"{reverse('matters')}?{query}")
            if asked.get("do") == "drop" and key is not None:
                drop_view(acting, key)
            elif asked.get("do") in ("usual", "all"):
                open_with(acting, key if asked["do"] == "usual" else None)
            return HttpResponseRedirect(reverse("saved-views"))
        except ViewError as error:
            problem = str(error)
    context = {
        "query": query,
        "words": _words(request, query),
        "problem": problem,
        "name": asked.get("name", ""),
        "unit": acting.posts[0].unit_name if acting.posts else "",
        "views": [{"view": view, "words": _words(request, view.query)} for view in saved_views(acting)],
    }
    return render(request, "matters/views.html", context, status=400 if problem else 200)


def _words(request: DeskRequest, query: str) -> str:
    return "，".join(words_of(request, wanted_of(QueryDict(query))))
