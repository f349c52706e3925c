"""Subjects of the command line, in the order in which `guiju --help` lists them."""

from guiju.commands import lawbook, ledger, search, serve, town
from guiju.commands.errors import CommandError
from guiju.reports import commands as reports

SUBJECTS = (serve, town, ledger, lawbook, search, reports)

__all__ = ["SUBJECTS", "CommandError"]
