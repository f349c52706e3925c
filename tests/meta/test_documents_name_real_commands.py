"""Every `guiju …` command that a document names exists with the options written, and every command is documented."""

from __future__ import annotations

import argparse
import contextlib
import io
import re
import shlex

import pytest

from guiju.commands import SUBJECTS
from guiju.settings.environment import VARIABLES
from tests.meta.tracked_files import source_of, tracked_files

REFERENCE = "docs/reference/commands.md"
WRITTEN = re.compile(r"(?:^\s*(?:\.venv/bin/)?|`(?:\.venv/bin/)?)guiju (?P<words>[^`\n#]*)", re.MULTILINE)
DOCUMENTS = [path for path in tracked_files() if path.suffix == ".md" and path.parts[0] in ("docs", "README.md")]
NAMED = sorted({(path, found["words"].strip()) for path in DOCUMENTS for found in WRITTEN.finditer(source_of(path))})


@pytest.fixture(scope="module")
def parser():
    parser = argparse.ArgumentParser(prog="guiju")
    subparsers = parser.add_subparsers(dest="command", required=True)
    for subject in SUBJECTS:
        subject.add_to(subparsers)
    return parser


def commands(parser, before=()):
    """Every command of the parser, with its sub-commands."""
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not inner:
        return [before]
    return [each for name, one in inner[0].choices.items() for each in commands(one, (*before, name))]


def test_documents_name_commands():
    assert len(NAMED) > 15


@pytest.mark.parametrize(("path", "words"), NAMED, ids=lambda part: str(part))
def test_named_command_exists(parser, path, words):
    """A command is named alone, or with arguments that it takes."""
    if tuple(words.split()) in commands(parser):
        return
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            parser.parse_args(shlex.split(words))
    except SystemExit:
        pytest.fail(said.getvalue())


def test_reference_names_every_command(parser):
    reference = source_of(REFERENCE)
    assert [" ".join(one) for one in commands(parser) if f"`guiju {' '.join(one)}" not in reference] == []


def test_reference_names_every_variable():
    assert [name for name in VARIABLES if f"`{name}`" not in source_of(REFERENCE)] == []
