"""Pages for what went wrong: what is not there, what is done by a button only, and what nobody foresaw."""

from __future__ import annotations

import logging
import secrets
import sys
import traceback
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

LOG = logging.getLogger("guiju.incidents")


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 with a number such as 1124-1852-3f9a.

    The log has number, kind of error and the places in the code, and neither the error's words nor the address: both
    may hold what a person typed.
    """
    incident = f"{timezone.localtime():%m%d-%H%M}-{secrets.token_hex(2)}"
    kind, _, places = sys.exc_info()
    name = kind.__name__ if kind is not None else "?"
    LOG.error("%s %s\n%s", incident, name, "".join(traceback.format_tb(places)))
    return HttpResponse(render_to_string("500.html", {"incident": incident}), status=500)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 with the sentence that the view gave; an address that no view has comes without one."""
    given = exception.args[0] if exception.args else ""
    return render(request, "404.html", {"sentence": given if isinstance(given, str) else ""}, status=404)


class ByButtonOnlyMiddleware:
    """Opening what only a button does says so: whoever signs in again after pressing one is led there by address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and put words into an empty refusal of the method."""
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and request.method == "GET":
            response.content = render_to_string("405.html", request=request)
        return response
