"""Door of the papers that are printed with a code and come back signed."""

from guiju.exchange.papers.models import PrintedPaper, ReturnedPage
from guiju.exchange.papers.printing import step_of_paper, to_be_signed
from guiju.exchange.papers.returning import Waiting, assign, plan_signed_paper, store, waiting_of
from guiju.exchange.papers.sorting import FURTHER, Bundle
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
    "Bundle",
    "PrintedPaper",
    "ReturnedPage",
    "Taken",
    "Waiting",
    "assign",
    "drop",
    "forget_old_pages",
    "old_pages",
    "picture_of",
    "plan_signed_paper",
    "step_of_paper",
    "store",
    "take_in",
    "to_be_signed",
    "waiting_of",
    "waiting_pages",
]
