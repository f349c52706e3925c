"""A module has one subject and at most 300 lines, a function at most 40, and no module is called after nothing."""

import ast
from pathlib import Path

import pytest

from tests.meta.tracked_files import python_files, source_of

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
NAMES_WITHOUT_SUBJECT = {"util", "utils", "helper", "helpers", "common", "misc", "shared", "lib"}


def ids(path: Path) -> str:
    return path.as_posix()


@pytest.mark.parametrize("path", python_files(), ids=ids)
def test_module_and_its_functions_are_short(path):
    source = source_of(path)
    functions = [
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = {node.name: lines for node in functions if (lines := node.end_lineno - node.lineno + 1) > LONGEST_FUNCTION}
    assert len(source.splitlines()) <= LONGEST_MODULE
    assert long == {}, "longer than 40 lines"


def test_no_module_is_a_place_for_everything():
    assert [path for path in python_files() if NAMES_WITHOUT_SUBJECT & {path.stem, *path.parent.parts}] == []
