"""Every environment variable that Guiju reads, in one table."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

ROOT = Path(__file__).resolve().parents[2]

VARIABLES = {
    "GUIJU_DATABASE_URL": "sqlite:///PATH or postgres://USER@HOST/NAME; default: var/guiju.sqlite3 of the checkout",
    "GUIJU_HOME": "folder of the database, the keys and the evidence files; default: var/ of the checkout",
    "GUIJU_SETTINGS": "base, demo or production; default: base",
    "GUIJU_SECRET_KEY": "session signing key; default: made once and kept in GUIJU_HOME/keys, mode 0600",
    "GUIJU_HOSTS": "comma-separated host names that the server answers to",
    "GUIJU_TODAY": "the legal day, ISO date; read by the demo settings only",
    "GUIJU_OIDC_ISSUER": "https address of the district's log-in service (OpenID Connect); default: none, nothing of it is shown",
    "GUIJU_OIDC_CLIENT_ID": "what the service calls this installation",
    "GUIJU_OIDC_CLIENT_SECRET": "the secret that the service gave it",
    "GUIJU_OIDC_CLIENT_SECRET_FILE": "file that holds the secret, in place of the variable before",
    "GUIJU_OIDC_NAME": "name of the service on the log-in page; default: 统一身份认证",
    "GUIJU_OIDC_LOGIN_CLAIM": "claim of the ID token that equals the account's login name; default: none, an administrator binds",
    "GUIJU_RULEPACKS": "comma-separated rulepacks from nation to town; default: those of the town",
}


@dataclass(frozen=True)
class SignInService:
    """The district's log-in service, and how this installation is known there."""

    issuer: str
    client_id: str
    client_secret: str
    name: str = "统一身份认证"
    login_claim: str = ""


@dataclass(frozen=True)
class Environment:
    """The process environment, read once with defaults for a checkout."""

    home: Path
    database: dict[str, object]
    hosts: list[str]
    today: str | None
    rulepacks: list[str]
    oidc: SignInService | None


def read_environment() -> Environment:
    """Read the variables of `VARIABLES`; raises ValueError on a value that cannot be used."""
    home = Path(os.environ.get("GUIJU_HOME", ROOT / "var"))
    address = os.environ.get("GUIJU_DATABASE_URL", f"sqlite:///{home / 'guiju.sqlite3'}")
    return Environment(
        home=home,
        database=database_settings(address),
        hosts=_listed("GUIJU_HOSTS", "127.0.0.1,localhost,[::1]"),
        today=os.environ.get("GUIJU_TODAY"),
        rulepacks=_listed("GUIJU_RULEPACKS", "cn,cn-sh,cn-sh-jiading,sample-qinghe"),
        oidc=_sign_in_service(),
    )


def _sign_in_service() -> SignInService | None:
    """The service that the environment names; raises ValueError where something of it is missing or its address is not safe."""
    issuer = os.environ.get("GUIJU_OIDC_ISSUER", "")
    if not issuer:
        return None
    parts = urlsplit(issuer)
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost"):
        raise ValueError(f"GUIJU_OIDC_ISSUER：{issuer} 不是 https 地址，登录凭证会被看到，不能用。")
    kept = os.environ.get("GUIJU_OIDC_CLIENT_SECRET_FILE", "")
    secret = Path(kept).read_text().strip() if kept else os.environ.get("GUIJU_OIDC_CLIENT_SECRET", "")
    client = os.environ.get("GUIJU_OIDC_CLIENT_ID", "")
    if not client or not secret:
        raise ValueError(
            "设了 GUIJU_OIDC_ISSUER，还要设 GUIJU_OIDC_CLIENT_ID 和 GUIJU_OIDC_CLIENT_SECRET（或 …_FILE）。"
        )
    name = os.environ.get("GUIJU_OIDC_NAME") or SignInService.name
    return SignInService(issuer, client, secret, name, os.environ.get("GUIJU_OIDC_LOGIN_CLAIM", ""))


def _listed(name: str, default: str) -> list[str]:
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def database_settings(address: str) -> dict[str, object]:
    """Django's DATABASES entry for an address; SQLite gets WAL, IMMEDIATE and a 30-second wait."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]) or ":memory:",
            "OPTIONS": {
                "timeout": 30,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    if parts.scheme in ("postgres", "postgresql"):
        query = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": query.get("host", parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
        }
    raise ValueError(f"GUIJU_DATABASE_URL: unknown kind of database {parts.scheme!r}; use sqlite:/// or postgres://")


def kept_secret(path: Path) -> str:
    """A random text kept in a file of mode 0600, made on first use."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(os.urandom(48).hex())
    return path.read_text().strip()
