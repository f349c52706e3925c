"""Subjects of the command line, in the order in which `guiju --help` lists them."""

from guiju.commands import (
    account,
    archive,
    backup,
    calendar,
    demo,
    doctor,
    forgetting,
    forms,
    importing,
    lawbook,
    ledger,
    ledger_export,
    reconciling,
    search,
    serve,
    tables,
    town,
    verifier,
    watching,
)
from guiju.commands.errors import CommandError
from guiju.reports import commands as reports

SUBJECTS = (
    demo,
    serve,
    doctor,
    forgetting,
    backup,
    town,
    account,
    importing,
    watching,
    reconciling,
    archive,
    reports,
    tables,
    forms,
    ledger,
    ledger_export,
    verifier,
    calendar,
    lawbook,
    search,
)

__all__ = ["SUBJECTS", "CommandError"]
