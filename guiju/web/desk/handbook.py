"""The handbook at the desk: the reader's own post first, then everybody's."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.web.access import DeskRequest, desk
from guiju.web.handbook import PAGES, handbook_page, page_for, picture_path
from guiju.web.picture_alone import picture_alone

A_DAY = 24 * 3600


@desk
def own(request: DeskRequest) -> HttpResponse:
    """The page of the reader's posts."""
    return _shown(request, page_for(request.acting.roles))


@desk
def page(request: DeskRequest, page: str) -> HttpResponse:
    """One page of the handbook."""
    if page not in (*PAGES, "index"):
        raise Http404("手册里没有这一页。请从目录里选。")
    return _shown(request, page)


def _shown(request: DeskRequest, name: str) -> HttpResponse:
    found = handbook_page(name)
    own = page_for(request.acting.roles)
    words = {"index": "怎么用手册", **PAGES}
    order = dict.fromkeys([own, "index", *PAGES])
    pages = [
        {"label": words[one], "url": reverse("handbook-page", args=[one]), "current": one == name, "own": one == own}
        for one in order
    ]
    return render(request, "handbook.html", {"title": found.title, "text": found.html, "pages": pages})


@desk
def picture(request: DeskRequest, picture: str) -> FileResponse:
    """A picture of the handbook; the invented town is on it and nobody else."""
    path = picture_path(picture)
    if not path.is_file():
        raise Http404("手册里没有这张图。")
    answer = FileResponse(path.open("rb"), content_type="image/png")
    answer["Cache-Control"] = f"private, max-age={A_DAY}"
    return picture_alone(answer)
