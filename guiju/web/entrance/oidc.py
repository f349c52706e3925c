"""The district's 统一身份认证 (OpenID Connect): leads a browser there, and tells who came back.

Authorization code with PKCE, state and nonce. The token that says who it is comes straight from the service and is
checked here: signature by the service's own keys, issuer, audience, time and nonce (OpenID Connect Core 3.1.3.7).
Nothing of it is loaded where the environment names no service.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from guiju.settings.environment import SignInService

ANSWERS_WITHIN = 10  # seconds
CLOCKS_DIFFER_BY = 60  # seconds at most


@dataclass(frozen=True)
class Subject:
    """Who the service says it is: the issuer, its lasting name for somebody, and the claim that may equal a login name."""

    issuer: str
    name: str
    login: str


class NobodyCameBack(Exception):
    """The service's answer tells nobody; the text says why, in Chinese. `suspicious`: somebody may be trying."""

    def __init__(self, sentence: str, *, suspicious: bool = False, status: int = 400) -> None:
        super().__init__(sentence)
        self.suspicious = suspicious
        self.status = status


def service() -> SignInService | None:
    """The service that the environment names, None where there is none."""
    return settings.GUIJU_OIDC


def lead_away(request: HttpRequest, come_back_to: str) -> HttpResponse:
    """Send the browser to the service. Raises NobodyCameBack where the service does not answer."""
    from requests import RequestException

    try:
        answer: HttpResponse = _client(settings.GUIJU_OIDC).authorize_redirect(request, come_back_to)
    except RequestException as error:
        raise _out_of_reach() from error
    return answer


def who_came_back(request: HttpRequest) -> Subject:
    """Who the service says has come back with this request; the answer is good once. Raises NobodyCameBack."""
    from authlib.common.errors import AuthlibBaseError
    from authlib.integrations.base_client.errors import MismatchingStateError
    from joserfc.errors import JoseError
    from requests import RequestException

    asked: SignInService = settings.GUIJU_OIDC
    if request.GET.get("error"):
        raise NobodyCameBack("那边没有让您登录，或者您按了取消。")
    must_be = {"iss": {"essential": True, "value": asked.issuer}, "aud": {"essential": True, "value": asked.client_id}}
    try:
        token = _client(asked).authorize_access_token(request, claims_options=must_be, leeway=CLOCKS_DIFFER_BY)
    except MismatchingStateError as error:
        raise NobodyCameBack("这次登录已经用过，或者隔得太久了。") from error
    except (AuthlibBaseError, JoseError) as error:
        raise NobodyCameBack("那边给的登录凭证对不上，没有接受。", suspicious=True) from error
    except RequestException as error:
        raise _out_of_reach() from error
    claims: dict[str, Any] | None = token.get("userinfo")
    if claims is None:
        raise NobodyCameBack("那边没有说明登录的是谁。", suspicious=True)
    login = claims.get(asked.login_claim) if asked.login_claim else ""
    return Subject(asked.issuer, str(claims["sub"]), str(login or ""))


def _out_of_reach() -> NobodyCameBack:
    return NobodyCameBack("现在连不上那边的服务。", status=503)


@cache
def _client(asked: SignInService) -> Any:
    """The client of a service; it keeps what the service said of itself, and asks for new keys when it meets one."""
    from authlib.integrations.django_client import OAuth

    return OAuth().register(
        "district",
        client_id=asked.client_id,
        client_secret=asked.client_secret,
        server_metadata_url=f"{asked.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid profile",
            "code_challenge_method": "S256",
            "default_timeout": ANSWERS_WITHIN,
        },
    )
