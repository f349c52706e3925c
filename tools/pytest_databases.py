"""Pytest plugin: the tests' own folder, the test database, and fresh copies of it for tests that commit.

Tests that only read or roll back use pytest-django's `db`. What the tests of a module have in common and no one of them
commits stands on `module_db`. Tests that commit use `committed_db`: a database of their own, copied from the migrated
one. Nothing is ever emptied by `flush`, which append-only triggers refuse.
"""

import hashlib
import itertools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_django

from tools.database_copies import CommittedDatabase, SqliteTemplate, Template, make_template


def pytest_configure() -> None:
    """Make the folder that the settings of the tests name: each process has its own."""
    from django.conf import settings

    Path(settings.GUIJU_HOME).mkdir(mode=0o700, exist_ok=True)


def pytest_unconfigure() -> None:
    """Remove the folder with all keys and files that the tests made in it."""
    from django.conf import settings

    shutil.rmtree(settings.GUIJU_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_file(pytestconfig: pytest.Config) -> Path | None:
    """Where SQLite's database stays after its migrations, for as long as the code is the same; None without a cache."""
    cache = getattr(pytestconfig, "cache", None)
    return None if cache is None else cache.mkdir("migrated") / f"{_code_in_use(pytestconfig.rootpath)}.sqlite3"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
    migrated_file: Path | None,
) -> None:
    """Put the test database of SQLite into a file, as in production, instead of into memory; migrated where it once was."""
    settings = _sqlite_settings()
    if settings:
        settings["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
        if migrated_file is not None and migrated_file.exists():
            shutil.copyfile(migrated_file, settings["TEST"]["NAME"])


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings: None) -> bool:
    """A file that lies there already is taken; Django looks whether a migration is wanting."""
    return _sqlite_settings() is not None


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,
    django_db_keepdb: bool,
    migrated_file: Path | None,
    django_db_blocker: pytest_django.DjangoDbBlocker,
) -> Iterator[None]:
    """The test database, also where no test of the session bears pytest-django's mark, which then makes none.

    SQLite's is kept as it is after its migrations, in place of those of other states of the code.
    """
    with django_db_blocker.unblock(), _migrated_database(keepdb=django_db_keepdb):
        settings = _sqlite_settings()
        if settings and migrated_file is not None and not migrated_file.exists():
            _keep_migrated(Path(settings["NAME"]), migrated_file)
        with django_db_blocker.block():
            yield


def _keep_migrated(database: Path, kept: Path) -> None:
    with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
        copied = SqliteTemplate.of(database, Path(folder)).file
        for old in kept.parent.glob("*.sqlite3"):
            old.unlink(missing_ok=True)
        copied.replace(kept)


@contextmanager
def _migrated_database(*, keepdb: bool) -> Iterator[None]:
    from django.db import connection
    from django.test.utils import setup_databases, teardown_databases

    if "django_migrations" in connection.introspection.table_names():
        yield
        return
    made = setup_databases(verbosity=0, interactive=False, aliases={"default"}, keepdb=keepdb)
    try:
        yield
    finally:
        teardown_databases(made, verbosity=0, keepdb=keepdb)


def _sqlite_settings() -> dict[str, Any] | None:
    from django.db import connections

    settings: dict[str, Any] = connections["default"].settings_dict
    return settings if settings["ENGINE"].endswith("sqlite3") else None


def _code_in_use(root: Path) -> str:
    """A hash of all code and of what is installed: any of it may have a part in a migration."""
    told = hashlib.sha256((root / "requirements.lock").read_bytes())
    for folder in ("guiju", "tests/example_mechanism"):
        for file in sorted((root / folder).rglob("*.py")):
            told.update(str(file.relative_to(root)).encode() + file.read_bytes())
    return told.hexdigest()[:16]


@pytest.fixture(scope="module")
def module_db(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[None]:
    """The database for fixtures of a module: what they write is there for its tests and rolled back behind the last.

    A test that asks for rows itself uses `db` beside it: what the test writes goes back to where the module's fixtures
    left off. Not for a module with tests that commit.
    """
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def database_template(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Template]:
    """A migrated database that nobody writes to; `committed_db` copies it."""
    with django_db_blocker.unblock():
        template = make_template(tmp_path_factory.mktemp("template"))
        with django_db_blocker.block():
            yield template
        template.remove()


COPY_NUMBERS = itertools.count(1)  # each copy of this process has another


@pytest.fixture
def committed_db(
    request: pytest.FixtureRequest, database_template: Template, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[CommittedDatabase]:
    """A fresh migrated database for one test that commits; Django's default connection goes there until its end.

    Threads of the test see it too and must close their connections; `committed_db.url` is GUIJU_DATABASE_URL for
    commands that the test starts. Not to be used together with `db` or the django_db mark.
    """
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        pytest.fail("committed_db and db (or the django_db mark) exclude one another: a test commits or rolls back")
    with django_db_blocker.unblock(), database_template.copied(next(COPY_NUMBERS)) as database:
        yield database
