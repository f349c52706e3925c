"""The sample town's two years, imported once from the workbooks as a clerk would; each test has a copy of its own."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_django
from rich.console import Console

from guiju.commands.demo import CLERK
from guiju.commands.town import found_town
from guiju.exchange.commands import import_files
from guiju.kernel.organisation.api import Town
from guiju.kernel.procedure.api import forget_directory
from samples.write import write_year_workbooks
from tests.staffed_towns import described
from tools.database_copies import Template, make_template
from tools.pytest_databases import COPY_NUMBERS


@dataclass(frozen=True)
class SampleYear:
    """The workbooks, the town as it is after their import, and what was logged meanwhile."""

    folder: Path
    town: Town
    logged: str


@pytest.fixture(scope="session")
def imported_year(
    database_template: Template,
    django_db_blocker: pytest_django.DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[SampleYear, Template]]:
    """The imported years and a database to copy them from."""
    folder = tmp_path_factory.mktemp("year")
    with django_db_blocker.unblock(), database_template.copied(next(COPY_NUMBERS)):
        with _logged() as logged:
            books = write_year_workbooks(folder)
            town = found_town(described("town.yaml"), "x")
            left = import_files(books, CLERK, None, False, folder / "bad", Console(quiet=True))
        assert left == 0, "the clean path leaves no row for a person"
        template = make_template(tmp_path_factory.mktemp("imported"))
    yield SampleYear(folder, town, logged.getvalue()), template
    template.remove()


@contextmanager
def _logged() -> Iterator[io.StringIO]:
    root, text = logging.getLogger(), io.StringIO()
    handler, level = logging.StreamHandler(text), root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield text
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


@pytest.fixture
def sample_year(
    imported_year: tuple[SampleYear, Template], django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[SampleYear]:
    """The imported years in a database of the test's own, to which it may commit."""
    year, template = imported_year
    with django_db_blocker.unblock(), template.copied(next(COPY_NUMBERS)):
        forget_directory()
        yield year
