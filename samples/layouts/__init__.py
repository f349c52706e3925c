"""The heading rows of the sample workbooks: the contract between the writer and whoever reads the files."""

from samples.layouts.declared import Column, Layout
from samples.layouts.dispute import DISPUTE_LAYOUTS
from samples.layouts.education import EDUCATION_LAYOUTS
from samples.layouts.government import GOVERNMENT_LAYOUTS
from samples.layouts.legal_service import LEGAL_SERVICE_LAYOUTS
from samples.layouts.penalty import PENALTY_LAYOUTS

LAYOUTS: dict[str, Layout] = {
    layout.id: layout
    for layout in (
        *DISPUTE_LAYOUTS,
        *LEGAL_SERVICE_LAYOUTS,
        *EDUCATION_LAYOUTS,
        *GOVERNMENT_LAYOUTS,
        *PENALTY_LAYOUTS,
    )
}

__all__ = ["LAYOUTS", "Column", "Layout"]
