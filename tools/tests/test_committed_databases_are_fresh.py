"""`committed_db`: what a test commits is seen by its threads and commands and by nobody after it."""

import os
import subprocess
import sys
import threading

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor

READ_NAMES = """
import django
django.setup()
from django.contrib.auth.models import User
print(*User.objects.values_list("username", flat=True))
"""


@pytest.mark.parametrize("visit", ["first", "second"])
def test_each_test_begins_without_what_another_committed(committed_db, visit):
    with transaction.atomic():
        User.objects.create(username=f"visitor-{visit}")
    assert [user.username for user in User.objects.all()] == [f"visitor-{visit}"]


def test_database_is_migrated(committed_db):
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_threads_see_what_was_committed(committed_db):
    seen = []

    def look():
        seen.extend(User.objects.values_list("username", flat=True))
        connections.close_all()

    User.objects.create(username="committed")
    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == ["committed"]


def test_commands_find_it_by_its_address(committed_db):
    User.objects.create(username="committed")
    environment = {
        **os.environ,
        "GUIJU_DATABASE_URL": committed_db.url,
        "DJANGO_SETTINGS_MODULE": "guiju.settings.base",
    }
    answer = subprocess.run([sys.executable, "-c", READ_NAMES], env=environment, capture_output=True, text=True)
    assert (answer.stdout.strip(), answer.stderr) == ("committed", "")


def test_a_connection_left_open_by_a_thread_does_no_harm(committed_db):
    thread = threading.Thread(target=User.objects.count)
    thread.start()
    thread.join()
    assert User.objects.count() == 0


@pytest.mark.django_db
def test_shared_database_has_nothing_of_it():
    assert not User.objects.filter(username__in=["committed", "visitor-first", "visitor-second"]).exists()


@pytest.mark.django_db
def test_shared_database_is_of_the_kind_that_was_asked_for():
    asked = {"sqlite": "sqlite", "postgres": "postgresql"}[os.environ.get("GUIJU_TEST_DB", "sqlite")]
    assert connection.vendor == asked
