"""The page for what nobody foresaw: it says what was kept, and a number under which the operator finds where it broke."""

from __future__ import annotations

import logging
import secrets
import sys
import traceback

from django.http import HttpRequest, HttpResponse
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
