"""Door of the reports: figures of a year, cut-offs, outline, annual report, lock."""

from guiju.reports.annual import AnnualReport, annual_report, lock_report, papers_of
from guiju.reports.checking import Answer, Standing, Verdict, owner_of, plan_checks, plan_owner, standing, unchecked
from guiju.reports.composing import Composition, record_page
from guiju.reports.confirming import confirm_own_figures
from guiju.reports.cutoffs import cutoffs
from guiju.reports.differences import FigureChange, RecordChange, changes_since
from guiju.reports.errors import ReportError
from guiju.reports.figures import Compared, YearFigure
from guiju.reports.figures_of_year import figures_json, figures_of_year
from guiju.reports.figures_table import figures_table
from guiju.reports.files import report_files, write_report
from guiju.reports.habits import HABITS
from guiju.reports.locking import plan_lock, plan_passage
from guiju.reports.outline import Outline
from guiju.reports.papers import ReportPapers
from guiju.reports.state import Locked, ReportState, load_report
from guiju.reports.summary import report_lines
from guiju.reports.writers import REPORTERS

__all__ = [
    "HABITS",
    "REPORTERS",
    "AnnualReport",
    "Answer",
    "Compared",
    "Composition",
    "FigureChange",
    "Locked",
    "Outline",
    "RecordChange",
    "ReportError",
    "ReportPapers",
    "ReportState",
    "Standing",
    "Verdict",
    "YearFigure",
    "annual_report",
    "changes_since",
    "confirm_own_figures",
    "cutoffs",
    "figures_json",
    "figures_of_year",
    "figures_table",
    "load_report",
    "lock_report",
    "owner_of",
    "papers_of",
    "plan_checks",
    "plan_lock",
    "plan_owner",
    "plan_passage",
    "record_page",
    "report_files",
    "report_lines",
    "standing",
    "unchecked",
    "write_report",
]
