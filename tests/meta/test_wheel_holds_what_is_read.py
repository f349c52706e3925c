"""The wheel holds every file that the program reads or hands out: law, layouts, templates, outlines, the verifier."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile

import pytest

from tests.meta.tracked_files import ROOT, tracked_files


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names in a wheel built without network from a copy of the tracked files."""
    copy, target = tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("wheel")
    for path in tracked_files():
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, copy / path)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run([*command, "-w", str(target), str(copy)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(target.glob("guiju-*.whl"))) as file:
        return set(file.namelist())


def test_every_file_of_the_package_is_in_it(wheel):
    wanted = {path.as_posix() for path in tracked_files() if path.parts[0] == "guiju" and "tests" not in path.parts}
    assert sorted(wanted - wheel) == []


def test_every_rulepack_is_inside_the_package(wheel):
    packs = {f"guiju/{path.as_posix()}" for path in tracked_files() if path.parts[0] == "rulepacks"}
    wanted = {name for name in packs if name.endswith(".yaml")}
    assert wanted
    assert sorted(wanted - wheel) == []


def test_the_verifier_is_inside_the_package(wheel):
    sources = {path for path in tracked_files() if path.parent.as_posix() == "verifier/guiju_verify"}
    assert sources
    assert sorted({f"guiju/{path.as_posix()}" for path in sources} - wheel) == []


def test_the_handbook_is_inside_the_package(wheel):
    pages = {path.name for path in tracked_files() if path.parent.as_posix() == "docs/handbook"}
    pictures = {path.name for path in tracked_files() if path.parent.as_posix() == "docs/handbook/pictures"}
    assert pages
    assert sorted({f"guiju/handbook/{name}" for name in pages} - wheel) == []
    assert sorted({f"guiju/handbook/pictures/{name}" for name in pictures} - wheel) == []


def test_nothing_else_is_in_it(wheel):
    assert [name for name in wheel if not name.startswith(("guiju/", "guiju-"))] == []
    assert [name for name in wheel if "/tests/" in name] == []
