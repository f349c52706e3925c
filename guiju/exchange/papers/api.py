"""Door of the papers that are printed with a code and come back signed."""

from guiju.exchange.papers.models import PrintedPaper, ReturnedPage
from guiju.exchange.papers.printing import step_of_paper, to_be_signed
from guiju.exchange.papers.returning import (
    SIGNED,
    Waiting,
    assign,
    outstanding,
    plan_signed_paper,
    returned_since,
    store,
    waiting_of,
)
from guiju.exchange.papers.sorting import FURTHER, Bundle, Page
from guiju.exchange.papers.taking_in import (
    Taken,
    drop,
    forget_old_pages,
    old_pages,
    picture_of,
    take_in,
    waiting_pages,
)

__all__ = [
    "FURTHER",
    "SIGNED",
    "Bundle",
    "Page",
    "PrintedPaper",
    "ReturnedPage",
    "Taken",
    "Waiting",
    "assign",
    "drop",
    "forget_old_pages",
    "old_pages",
    "outstanding",
    "picture_of",
    "plan_signed_paper",
    "returned_since",
    "step_of_paper",
    "store",
    "take_in",
    "to_be_signed",
    "waiting_of",
    "waiting_pages",
]
