"""Door of the reports: figures of a year, cut-offs, outline, annual report, lock."""

from guiju.reports.cutoffs import cutoffs
from guiju.reports.errors import ReportError
from guiju.reports.figures import Compared, YearFigure
from guiju.reports.figures_of_year import figures_json, figures_of_year
from guiju.reports.figures_table import figures_table

__all__ = [
    "Compared",
    "ReportError",
    "YearFigure",
    "cutoffs",
    "figures_json",
    "figures_of_year",
    "figures_table",
]
