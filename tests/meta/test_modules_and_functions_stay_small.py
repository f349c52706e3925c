"""A module has one subject and at most 300 lines, a function at most 40, and no module is called after nothing."""

import ast
from pathlib import Path

from tests.meta.tracked_files import python_files, source_of

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
NAMES_WITHOUT_SUBJECT = {"util", "utils", "helper", "helpers", "common", "misc", "shared", "lib"}


def too_long(path: Path) -> list[str]:
    """What is longer than allowed in a module, with its lines."""
    source = source_of(path)
    lengths = {
        f"{path} {node.name}": node.end_lineno - node.lineno + 1
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    found = [f"{name}: {lines}" for name, lines in lengths.items() if lines > LONGEST_FUNCTION]
    lines = len(source.splitlines())
    return found if lines <= LONGEST_MODULE else [f"{path}: {lines}", *found]


def test_modules_and_their_functions_are_short():
    assert [found for path in python_files() for found in too_long(path)] == []


def test_no_module_is_a_place_for_everything():
    assert [path for path in python_files() if NAMES_WITHOUT_SUBJECT & {path.stem, *path.parent.parts}] == []
