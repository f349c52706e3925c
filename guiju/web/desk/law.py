"""An article: the official words in force on the day where the town has loaded them, else our own summary."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from guiju.kernel.lawbook.api import LawbookError, article_text
from guiju.web.access import DeskRequest, desk, parsed_day


@desk
def article(request: DeskRequest, law: str, article: str) -> HttpResponse:
    """The page of one article on one day."""
    number = "" if article == "0" else article.replace("-k", "/")
    day = parsed_day(request.GET.get("day", "")) or request.moment.today
    book = request.moment.lawbook
    try:
        basis = book.basis(law, number)
        row, version = book.article(basis, day), book.version(law, day)
    except LawbookError as error:
        raise Http404(str(error)) from error
    held = article_text(book, basis, day)
    context = {
        "basis": basis.label,
        "title": book.law(law).title,
        "words": held.text if held else "",
        "summary": row.summary,
        "verified": row.status == "verified",
        "version": version,
        "day": day,
    }
    return render(request, "law/article.html", context)
