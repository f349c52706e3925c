"""Whoever is outside a kernel package imports its api.py and nothing behind it; the verifier imports nothing of ours."""

import ast
import sys
from pathlib import Path

import pytest

from tests.meta.tracked_files import python_files, source_of

KERNEL = "guiju.kernel."


def imported_modules(source: str) -> set[str]:
    """Return what a module imports, written in full; `from a.b import c` gives a.b and a.b.c."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def behind_the_door(modules: set[str], own_package: str) -> set[str]:
    """Return the modules that lie behind the door of a kernel package other than one's own."""
    inside = {module for module in modules if module.startswith(KERNEL)}
    parts = {module: module.removeprefix(KERNEL).split(".") for module in inside}
    return {m for m, (package, *rest) in parts.items() if package != own_package and rest and rest[0] != "api"}


def own_package_of(path: Path) -> str:
    return path.parts[2] if path.parts[:2] == ("guiju", "kernel") and len(path.parts) > 3 else ""


def test_nothing_behind_a_door_is_imported():
    files = python_files()
    found = {str(path): behind_the_door(imported_modules(source_of(path)), own_package_of(path)) for path in files}
    assert files
    assert {path: modules for path, modules in found.items() if modules} == {}


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("from guiju.kernel.ledger.api import Entry", set()),
        (
            "from guiju.kernel.ledger.models import Entry",
            {"guiju.kernel.ledger.models", "guiju.kernel.ledger.models.Entry"},
        ),
        ("from guiju.kernel.ledger import tree", {"guiju.kernel.ledger.tree"}),
        ("import guiju.kernel.ledger.tree", {"guiju.kernel.ledger.tree"}),
    ],
)
def test_the_rule_itself_sees_each_way_in(statement, found):
    assert behind_the_door(imported_modules(statement), "matters") == found
    assert behind_the_door(imported_modules(statement), "ledger") == set()


def test_every_kernel_package_has_a_door_with_a_list():
    packages = {path.parent for path in python_files("guiju") if path.name == "apps.py" and "kernel" in path.parts}
    doors = {path.parent for path in python_files("guiju") if path.name == "api.py" and "__all__" in source_of(path)}
    assert packages - doors == set()


def test_verifier_needs_the_standard_library_only():
    files = [path for path in python_files("verifier") if "tests" not in path.parts]
    needed = {module.split(".")[0] for path in files for module in imported_modules(source_of(path))}
    assert needed - set(sys.stdlib_module_names) == set()
