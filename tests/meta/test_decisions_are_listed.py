"""The list of decisions holds every decision, in order, under the title it bears."""

from __future__ import annotations

import re
from pathlib import Path

from tests.meta.tracked_files import source_of, tracked_files

FOLDER = Path("docs/adr")
LISTED = re.compile(r"^(\d+)\. \[(.+)\]\((.+\.md)\)$", re.MULTILINE)


def decisions():
    return [path for path in tracked_files() if path.parent == FOLDER and path.name != "README.md"]


def title_of(path):
    """The title in the first line, which begins with the decision's number."""
    return source_of(path).splitlines()[0].removeprefix(f"# {int(path.name[:4])}. ")


def test_decisions_are_numbered_without_a_gap():
    assert [int(path.name[:4]) for path in decisions()] == list(range(1, len(decisions()) + 1))


def test_list_names_each_by_number_title_and_file():
    listed = LISTED.findall(source_of(FOLDER / "README.md"))
    wanted = [(str(int(path.name[:4])), title_of(path), path.name) for path in decisions()]
    assert listed == wanted


def test_a_decision_says_why():
    assert [path.name for path in decisions() if len(source_of(path).split()) < 25] == []
