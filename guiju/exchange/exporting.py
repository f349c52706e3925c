"""Any list as a workbook: parties masked, no formulas."""

from __future__ import annotations

from django.db.models import QuerySet

from guiju.exchange.sheets.api import write_list
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Moment


def export_matters(selected: QuerySet[Matter], moment: Moment) -> bytes:
    """A list of matters as xlsx bytes."""
    raise NotImplementedError(write_list)
