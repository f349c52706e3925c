"""Copy a migrated test database: by file on SQLite, by CREATE DATABASE … TEMPLATE on PostgreSQL."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from django.db import connections


@dataclass(frozen=True)
class CommittedDatabase:
    """A database of one test: its name (a file path on SQLite), address for GUIJU_DATABASE_URL, and vendor."""

    name: str
    url: str
    vendor: str


class Template(Protocol):
    """A migrated database that can be copied as often as tests ask."""

    def copied(self, number: int) -> Any:
        """Context manager: a copy to which the default connection points meanwhile."""

    def remove(self) -> None:
        """Delete the template."""


def make_template(folder: Path) -> Template:
    """Copy the test database, fresh from its migrations, into a template."""
    connection = connections["default"]
    connection.close()
    if connection.vendor == "sqlite":
        return SqliteTemplate.of(Path(connection.settings_dict["NAME"]), folder)
    return PostgresTemplate.of(connection.settings_dict)


@contextmanager
def default_connection_to(name: str) -> Iterator[None]:
    """Point the default connection, of this thread and of those begun meanwhile, to another database, then back."""
    connection = connections["default"]
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


@dataclass(frozen=True)
class SqliteTemplate:
    """A database file; copies lie beside it."""

    file: Path

    @classmethod
    def of(cls, source: Path, folder: Path) -> "SqliteTemplate":
        """Copy what is committed in `source` into one file without a write-ahead log beside it."""
        file = folder / "template.sqlite3"
        with closing(sqlite3.connect(source)) as origin, closing(sqlite3.connect(file)) as target:
            origin.backup(target)
        return cls(file)

    @contextmanager
    def copied(self, number: int) -> Iterator[CommittedDatabase]:
        """Give a copy of the file and remove it, with its log, afterwards."""
        copy = self.file.with_name(f"copy-{number}.sqlite3")
        shutil.copyfile(self.file, copy)
        try:
            with default_connection_to(str(copy)):
                yield CommittedDatabase(str(copy), f"sqlite:///{copy}", "sqlite")
        finally:
            for file in self.file.parent.glob(f"{copy.name}*"):
                file.unlink(missing_ok=True)

    def remove(self) -> None:
        """Delete the file."""
        self.file.unlink(missing_ok=True)


@dataclass(frozen=True)
class PostgresTemplate:
    """A database of the cluster to which nobody connects, as PostgreSQL asks of a template."""

    name: str
    settings: dict[str, Any]

    @classmethod
    def of(cls, settings: dict[str, Any]) -> "PostgresTemplate":
        """Copy the test database, to which no connection may be open."""
        template = cls(f"{settings['NAME']}_template", settings)
        template.drop(template.name)
        template.create(template.name, source=settings["NAME"])
        return template

    @contextmanager
    def copied(self, number: int) -> Iterator[CommittedDatabase]:
        """Give a copy and drop it afterwards, together with connections that were left open."""
        name = f"{self.name}_{number}"
        self.create(name, source=self.name)
        try:
            with default_connection_to(name):
                yield CommittedDatabase(name, self._url(name), "postgresql")
        finally:
            self.drop(name)

    def remove(self) -> None:
        """Drop the template."""
        self.drop(self.name)

    def create(self, name: str, source: str) -> None:
        """Make a database that equals `source`."""
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')

    def drop(self, name: str) -> None:
        """Drop a database, ending the connections to it."""
        self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self._url("postgres"), autocommit=True) as session:
            session.execute(statement)  # type: ignore[call-overload]

    def _url(self, name: str) -> str:
        from urllib.parse import quote, urlencode

        settings = self.settings
        password = f":{quote(settings['PASSWORD'], safe='')}" if settings["PASSWORD"] else ""
        query = {key: settings[setting] for key, setting in (("host", "HOST"), ("port", "PORT")) if settings[setting]}
        return f"postgres://{quote(settings['USER'], safe='')}{password}@/{quote(name)}?{urlencode(query)}"
