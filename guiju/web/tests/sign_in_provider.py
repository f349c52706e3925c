"""A small log-in service (OpenID Connect) on 127.0.0.1: discovery, authorization code with PKCE, signed tokens, its keys."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

CLIENT_ID, CLIENT_SECRET = "guiju-example", "example-secret"


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(value: int) -> str:
    return base64url(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def one_of_each(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


class Provider:
    """The service. `subject` is who sits at the browser; `claims` changes what the next tokens say, `forged` who signs them."""

    def __init__(self) -> None:
        self.key, self.another = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Handler,), {"provider": self}))
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        self.subject = "subject-1"
        self.claims: dict[str, Any] = {}
        self.forged = False
        self.granted: dict[str, dict[str, str]] = {}

    def __enter__(self) -> Self:
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def described(self) -> dict[str, Any]:
        places = {"authorization": "authorize", "token": "token"}
        return {
            "issuer": self.issuer,
            "jwks_uri": f"{self.issuer}/keys",
            **{f"{name}_endpoint": f"{self.issuer}/{place}" for name, place in places.items()},
        }

    def keys(self) -> dict[str, Any]:
        public = self.key.public_key().public_numbers()
        return {"keys": [{"kty": "RSA", "kid": "1", "use": "sig", "n": number(public.n), "e": number(public.e)}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser of somebody who is known here is sent."""
        assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
        assert asked["client_id"] == CLIENT_ID and "openid" in asked["scope"].split()
        code = secrets.token_urlsafe(8)
        self.granted[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, sent: dict[str, str], authorization: str) -> dict[str, str] | None:
        """The tokens for a code, once, to whom it was given; None else."""
        asked = self.granted.pop(sent["code"], None)
        known = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        challenge = base64url(hashlib.sha256(sent.get("code_verifier", "").encode()).digest())
        if asked is None or authorization != f"Basic {known}" or challenge != asked["code_challenge"]:
            return None
        now = int(time.time())
        says = {"iss": self.issuer, "sub": self.subject, "aud": CLIENT_ID, "iat": now, "exp": now + 300}
        return {
            "access_token": "none",
            "token_type": "Bearer",
            "id_token": self.signed(says | {"nonce": asked["nonce"]} | self.claims),
        }

    def signed(self, claims: dict[str, Any]) -> str:
        key = self.another if self.forged else self.key
        parts = ".".join(base64url(json.dumps(part).encode()) for part in ({"alg": "RS256", "kid": "1"}, claims))
        return f"{parts}.{base64url(key.sign(parts.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


class Handler(BaseHTTPRequestHandler):
    """The service's four addresses."""

    provider: Provider

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/authorize":
            self.send_response(302)
            self.send_header("Location", self.provider.authorize(one_of_each(address.query)))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.answer(self.provider.keys() if address.path == "/keys" else self.provider.described())

    def do_POST(self) -> None:
        sent = one_of_each(self.rfile.read(int(self.headers["Content-Length"])).decode())
        token = self.provider.token(sent, self.headers.get("Authorization", ""))
        self.answer(token if token is not None else {"error": "invalid_grant"}, 200 if token is not None else 400)

    def answer(self, told: object, status: int = 200) -> None:
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""
