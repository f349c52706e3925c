"""Door of the reports: figures of a year, cut-offs, outline, annual report, lock."""

from guiju.reports.annex_workbook import annex_workbook
from guiju.reports.annual import AnnualReport, annual_report, lock_report, papers_of
from guiju.reports.checking import Answer, Standing, Verdict, owner_of, plan_checks, plan_owner, standing, unchecked
from guiju.reports.clause_numbers import Clause, NumberDifference, clauses_in, clauses_of, number_differences, paired
from guiju.reports.composing import Composition, Placed, Written, preview_of, record_page
from guiju.reports.confirming import confirm_own_figures, seen_as
from guiju.reports.cutoffs import cutoffs
from guiju.reports.differences import FigureChange, RecordChange, changes_since
from guiju.reports.draft_sheet import draft_sheet
from guiju.reports.errors import ReportError
from guiju.reports.figures import Compared, FigureKey, YearFigure, check_period, figure_code, key_of
from guiju.reports.figures_of_year import figures_json, figures_of_year
from guiju.reports.figures_table import figures_table, number_words
from guiju.reports.files import report_files, write_report
from guiju.reports.habits import HABITS
from guiju.reports.keeping import KeptFile, Printed, plan_material, plan_printed, plan_returned
from guiju.reports.kept import material_of, materials_of, printed_figures, returned_paper, returned_papers
from guiju.reports.lapsing import lapsed_platforms
from guiju.reports.locking import plan_lock, plan_passage
from guiju.reports.measures import Measure, measures_of, sections_printing
from guiju.reports.models import Material, ReturnedPaper
from guiju.reports.named_tokens import by_id, by_name, names_of
from guiju.reports.outline import Outline
from guiju.reports.papers import ReportPapers
from guiju.reports.platform_totals import PlatformTotal, comparable, platform_totals, platform_words
from guiju.reports.reading import text_in
from guiju.reports.rounds import round_words
from guiju.reports.side_by_side import SideBySide, side_by_side, towns_of_district
from guiju.reports.state import Locked, ReportState, load_report
from guiju.reports.summary import report_lines
from guiju.reports.told_beside import ToldBeside, told_beside
from guiju.reports.wording import completeness_words, kind_words
from guiju.reports.writers import REPORTERS

__all__ = [
    "HABITS",
    "REPORTERS",
    "AnnualReport",
    "Answer",
    "Clause",
    "Compared",
    "Composition",
    "FigureChange",
    "FigureKey",
    "KeptFile",
    "Locked",
    "Material",
    "Measure",
    "NumberDifference",
    "Outline",
    "Placed",
    "PlatformTotal",
    "Printed",
    "RecordChange",
    "ReportError",
    "ReportPapers",
    "ReportState",
    "ReturnedPaper",
    "SideBySide",
    "Standing",
    "ToldBeside",
    "Verdict",
    "Written",
    "YearFigure",
    "annex_workbook",
    "annual_report",
    "by_id",
    "by_name",
    "changes_since",
    "check_period",
    "clauses_in",
    "clauses_of",
    "comparable",
    "completeness_words",
    "confirm_own_figures",
    "cutoffs",
    "draft_sheet",
    "figure_code",
    "figures_json",
    "figures_of_year",
    "figures_table",
    "key_of",
    "kind_words",
    "lapsed_platforms",
    "load_report",
    "lock_report",
    "material_of",
    "materials_of",
    "measures_of",
    "names_of",
    "number_differences",
    "number_words",
    "owner_of",
    "paired",
    "papers_of",
    "plan_checks",
    "plan_lock",
    "plan_material",
    "plan_owner",
    "plan_passage",
    "plan_printed",
    "plan_returned",
    "platform_totals",
    "platform_words",
    "preview_of",
    "printed_figures",
    "record_page",
    "report_files",
    "report_lines",
    "returned_paper",
    "returned_papers",
    "round_words",
    "sections_printing",
    "seen_as",
    "side_by_side",
    "standing",
    "text_in",
    "told_beside",
    "towns_of_district",
    "unchecked",
    "write_report",
]
