"""Who writes a report, and the row under which everything of a year stands."""

from __future__ import annotations

from guiju.kernel.ledger.api import Change, Key, NewKey
from guiju.kernel.organisation.api import ROLES, Acting
from guiju.reports.errors import ReportError
from guiju.reports.models import Report
from guiju.reports.state import ReportState

REPORTERS = ("justice_clerk", "justice_head", "office_clerk", "leader")


def may_write(acting: Acting, what: str) -> None:
    """Raise ReportError for a post that does not write the report."""
    if not acting.holds(REPORTERS):
        posts = "、".join(ROLES[role].label for role in REPORTERS)
        raise ReportError(f"{what}由{posts}办理，“{acting.name}”没有这样的岗位。请由他们办理。")


def may_write_in(acting: Acting, state: ReportState, code: str) -> None:
    """Raise ReportError for somebody who neither writes the report nor speaks for the unit of the paragraph's section."""
    section = code.rpartition(".")[0]
    if not state.owners.speaks(acting, state.owners.sections.get(section)) or not section:
        may_write(acting, "改年度报告的文字")


def report_row(state: ReportState) -> tuple[Key, list[Change]]:
    """The key of the year's report, and the change that begins it where nobody has yet."""
    if state.key is not None:
        return state.key, []
    key = NewKey()
    values = {"town_id": state.town_id, "year": state.year, "outline": state.outline_id}
    return key, [Change(Report, key, "add", values)]
