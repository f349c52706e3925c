"""The database of this installation as one file, and back from it: SQLite's own backup, PostgreSQL's pg_dump."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

from guiju.commands.errors import CommandError

FILES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


def write_copy(folder: Path) -> Path:
    """Copy the database, also while it is in use, into a file in `folder`. Raises CommandError naming what is missing."""
    target = folder / FILES[connection.vendor]
    if connection.vendor == "sqlite":
        _copied(Path(connection.settings_dict["NAME"]), target)
    else:
        _client("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", f"--file={target}"])
    target.chmod(0o600)
    return target


def must_be_ready(folder: Path) -> None:
    """Raises CommandError if the database that the installation names is not empty, or the copy is of another kind."""
    if not (folder / FILES[connection.vendor]).exists():
        raise CommandError(
            "这份备份是从另一种数据库备份的。请把 GUIJU_DATABASE_URL 指到同一种数据库（SQLite 或 PostgreSQL），再恢复。",
            2,
        )
    if connection.vendor == "sqlite":
        Path(connection.settings_dict["NAME"]).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if connection.introspection.table_names():
        raise CommandError(
            "要恢复到的数据库不是空的，没有动它。请用 GUIJU_HOME 或 GUIJU_DATABASE_URL 另指一个空的，再恢复。", 2
        )


def read_copy(folder: Path) -> None:
    """Fill the empty database that the installation names from the file in `folder`."""
    source = folder / FILES[connection.vendor]
    connection.close()
    if connection.vendor == "sqlite":
        target = Path(connection.settings_dict["NAME"])
        _copied(source, target)
        target.chmod(0o600)
    else:
        words = ["--no-owner", "--no-privileges", "--exit-on-error", f"--dbname={connection.settings_dict['NAME']}"]
        _client("pg_restore", [*words, str(source)])


def _copied(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as origin, closing(sqlite3.connect(target)) as copy:
        origin.backup(copy)


def _client(program: str, words: Sequence[str]) -> None:
    """Run a program of PostgreSQL's client against the database; the password goes by its environment, not its words."""
    if shutil.which(program) is None:
        raise CommandError(f"找不到 {program}。请安装与数据库同一大版本的 PostgreSQL 客户端程序，再做一次。", 2)
    done = subprocess.run(
        [program, *words], env={**os.environ, **_address(connection.settings_dict)}, capture_output=True
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise CommandError(
            f"{program} 没有做成：{said[0] if said else done.returncode}。已写出的不完整，请删去后再做。"
        )


def _address(settings: Mapping[str, Any]) -> dict[str, str]:
    named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    return {variable: str(settings[name]) for variable, name in named.items() if settings.get(name)}
