"""A paper as a page of the desk, readable on a phone without any download."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from guiju.kernel.documents.api import Content, to_article
from guiju.web.access import DeskRequest


def read_paper(
    request: DeskRequest, content: Content, back: tuple[str, str], files: Sequence[tuple[str, str]]
) -> HttpResponse:
    """The page of a paper; `back` is where it belongs and `files` what it is given as, each (label, address)."""
    context = {
        "title": content.title.replace("\n", ""),
        "article": mark_safe(to_article(content)),  # noqa: S308 - every word of it was escaped
        "back": {"label": back[0], "url": back[1]},
        "files": [{"label": label, "url": url} for label, url in files],
    }
    return render(request, "paper.html", context)
