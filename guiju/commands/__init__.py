"""Subjects of the command line, in the order in which `guiju --help` lists them."""

from guiju.commands import demo, importing, lawbook, ledger, search, serve, town
from guiju.commands.errors import CommandError
from guiju.reports import commands as reports

SUBJECTS = (demo, serve, town, importing, reports, ledger, lawbook, search)

__all__ = ["SUBJECTS", "CommandError"]
