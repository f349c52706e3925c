"""Door of the terms."""

from guiju.kernel.terms.calendar import Calendar, OutsideCalendar, national_calendar
from guiju.kernel.terms.due import Due, due_date
from guiju.kernel.terms.models import Term
from guiju.kernel.terms.recalculation import moved_rows, open_terms, plan_recalculation
from guiju.kernel.terms.running import Running, extension_problem, running_of, suspendable
from guiju.kernel.terms.spans import spans_of, spans_text
from guiju.kernel.terms.today import SHANGHAI, legal_today

__all__ = [
    "SHANGHAI",
    "Calendar",
    "Due",
    "OutsideCalendar",
    "Running",
    "Term",
    "due_date",
    "extension_problem",
    "legal_today",
    "moved_rows",
    "national_calendar",
    "open_terms",
    "plan_recalculation",
    "running_of",
    "spans_of",
    "spans_text",
    "suspendable",
]
