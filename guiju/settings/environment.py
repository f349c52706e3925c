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
    "GUIJU_RULEPACKS": "comma-separated rulepacks from nation to town; default: those of the town",
}


@dataclass(frozen=True)
class Environment:
    """The process environment, read once with defaults for a checkout."""

    home: Path
    database: dict[str, object]
    hosts: list[str]
    today: str | None
    rulepacks: list[str]


def read_environment() -> Environment:
    """Read the variables of `VARIABLES`; raises ValueError on a database address of an unknown kind."""
    home = Path(os.environ.get("GUIJU_HOME", ROOT / "var"))
    address = os.environ.get("GUIJU_DATABASE_URL", f"sqlite:///{home / 'guiju.sqlite3'}")
    return Environment(
        home=home,
        database=database_settings(address),
        hosts=_listed("GUIJU_HOSTS", "127.0.0.1,localhost,[::1]"),
        today=os.environ.get("GUIJU_TODAY"),
        rulepacks=_listed("GUIJU_RULEPACKS", "cn,cn-sh,cn-sh-jiading,sample-qinghe"),
    )


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
