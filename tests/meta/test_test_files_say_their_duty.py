"""A test file is named after the duty it checks: test_oral_page_becomes_full_file.py."""

from tests.meta.tracked_files import python_files, source_of

FEWEST_WORDS = 3


def test_names_of_test_files_are_sentences():
    files = [path for path in python_files() if path.stem.startswith("test_")]
    assert files
    assert [path for path in files if len(path.stem.removeprefix("test_").split("_")) < FEWEST_WORDS] == []


def test_test_files_lie_where_pytest_looks():
    astray = [path for path in python_files() if path.stem.startswith("test_") and "tests" not in path.parts]
    assert [path for path in astray if "def test_" in source_of(path)] == []
