"""SQLite keeps more in memory while many rows are written, and as much as before afterwards, also after a failure."""

import pytest
from django.db import connection

from guiju.kernel.ledger.api import roomy_cache

pytestmark = pytest.mark.django_db


def cache_size():
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA cache_size").fetchone()[0]


def test_cache_grows_and_goes_back():
    before = cache_size()
    with roomy_cache():
        assert connection.vendor != "sqlite" or cache_size() != before
    assert cache_size() == before


def test_failure_leaves_the_usual_cache():
    before = cache_size()
    with pytest.raises(ZeroDivisionError), roomy_cache():
        1 / 0  # noqa: B018
    assert cache_size() == before
