"""The files of deploy/ run commands that exist, set variables that are read, and the bundle holds what runs in service."""

from __future__ import annotations

import argparse
import re
import shlex

import pytest

from guiju.commands import SUBJECTS
from guiju.settings.environment import VARIABLES
from tests.meta.tracked_files import ROOT
from tools.offline_bundle import BESIDE, running_packages

UNITS = sorted((ROOT / "deploy").glob("*.service"))
PROGRAM = "/srv/guiju-app/.venv/bin/guiju "


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_unit_runs_commands_that_exist(unit):
    parser = argparse.ArgumentParser()
    subparsers = parser.add_subparsers(required=True)
    for subject in SUBJECTS:
        subject.add_to(subparsers)
    lines = [line for line in unit.read_text(encoding="utf-8").splitlines() if line.startswith("ExecStart")]
    assert lines
    for line in lines:
        parser.parse_args(shlex.split(re.sub(r"\$\(.*?\)", "day", line.partition(PROGRAM)[2].rstrip("'"))))


def test_environment_sets_variables_that_are_read():
    named = re.findall(r"^#? ?([A-Z_]+)=", (ROOT / "deploy" / "guiju.env").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= set(VARIABLES)


def test_bundle_takes_what_runs_and_not_what_tests():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    packages = set(re.findall(r"^([\w.-]+)==", running_packages(lock), re.MULTILINE))
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[dependency-groups]")[0]
    assert set(re.findall(r'^    "([\w-]+)(?:\[\w+\])?[=>]', declared, re.MULTILINE)) <= packages
    assert packages.isdisjoint({"pytest", "ruff", "mypy", "playwright", "hypothesis", "uv"})
    assert [name for name in BESIDE if not (ROOT / name).exists()] == []
