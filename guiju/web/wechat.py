"""Inside WeChat nothing can be saved and hardly a PDF be shown: instead of a file comes a page that says how to get it.

An address that gives a file is answered before its view runs, so that nothing is opened, and nothing on record, that
nobody saw. What a button gives as a file is caught by name where giving it leaves an entry, and else when it comes out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

WECHAT = "MicroMessenger"
# Names of the addresses that give a file when they are opened, and of those whose form gives one on the record.
GIVE_FILES = frozenset(
    {
        "attested-evidence",
        "catalogue-export",
        "district-sheet",
        "document",
        "entry-proof",
        "figure-records",
        "form-carry",
        "handover-paper",
        "handover-signed",
        "import-returned",
        "matters-export",
        "paper-file",
        "public-sheet-export",
        "reconciliation-kept",
        "reconciliation-note",
        "report-material",
        "report-paper",
        "report-returned",
        "return-blank",
        "table-download",
        "worklist-export",
    }
)
GIVE_ON_RECORD = frozenset({"archive"})
READABLE = frozenset({"document", "report-paper"})  # their papers are pages as well
PAGE = "html"


class WeChatMiddleware:
    """Stands after the session, for the page it answers with has the desk's shell."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; a file for WeChat becomes the page, pictures excepted."""
        response = self.get_response(request)
        is_file = response.has_header("Content-Disposition") and not response["Content-Type"].startswith("image/")
        return explained(request) if is_file and _inside(request) else response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """The page in place of a view that would give a file; None for all others, and for somebody not signed in."""
        match = request.resolver_match
        name = match.url_name if match else None
        gives = name in GIVE_FILES if request.method == "GET" else name in GIVE_ON_RECORD
        if not gives or kwargs.get("form") == PAGE or not _inside(request) or not request.user.is_authenticated:
            return None
        return explained(request)


def explained(request: HttpRequest) -> HttpResponse:
    """The page that says how to get the file."""
    match, sent = request.resolver_match, request.method != "GET"
    readable = match is not None and match.url_name in READABLE
    context = {
        "sent": sent,
        "url": request.build_absolute_uri(_page_before(request) if sent else None),
        "read_url": reverse(match.url_name, kwargs={**match.kwargs, "form": PAGE}) if match and readable else "",
    }
    return render(request, "in_wechat.html", context)


def _inside(request: HttpRequest) -> bool:
    return WECHAT in request.headers.get("User-Agent", "")


def _page_before(request: HttpRequest) -> str:
    """The page on which the button stood."""
    before = request.headers.get("Referer", "")
    return urlsplit(before).path if url_has_allowed_host_and_scheme(before, {request.get_host()}) else request.path
