"""A test that commits takes `committed_db`: emptying a database by flush is refused by the append-only triggers."""

import re

from tests.meta.tracked_files import python_files, source_of

FORBIDDEN = re.compile(
    r"transaction=True|\btransactional_db\b|\blive_server\b|\b(?:Transaction|LiveServer)TestCase\b|call_command\(\W*flush"
)


def test_no_test_empties_a_database():
    files = [
        path
        for path in python_files()
        if "tests" in path.parts and path.name != "test_committing_tests_use_fresh_databases.py"
    ]
    assert files
    assert [path for path in files if FORBIDDEN.search(source_of(path))] == []
