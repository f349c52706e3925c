"""A picture that is opened by itself, outside any page."""

from typing import TypeVar

from django.http.response import HttpResponseBase

# Around such a picture the browser draws a page with styles of its own; nothing else may happen there.
POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"

Response = TypeVar("Response", bound=HttpResponseBase)


def picture_alone(response: Response) -> Response:
    """The same response; where it is a picture, with the policy under which the browser can show it."""
    if response.headers["Content-Type"].startswith("image/"):
        response.headers["Content-Security-Policy"] = POLICY
    return response
