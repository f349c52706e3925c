"""All rows of the two years, drawn register by register in the order in which they refer to one another."""

from samples.adviser import adviser_rows
from samples.diversion import diversion_rows
from samples.education import education_rows
from samples.government import meeting_rows, suit_rows, venue_rows
from samples.mediation import mediation_rows, year_mediations
from samples.oral_mediation import oral_mediation_rows
from samples.penalty import penalty_rows
from samples.rows import Row, Rows
from samples.screening import screening_rows
from samples.station import consultation_rows, guidance_rows

YEARS = (2021, 2022)
ALONE = (
    screening_rows,
    oral_mediation_rows,
    consultation_rows,
    guidance_rows,
    education_rows,
    meeting_rows,
    penalty_rows,
)
"""Registers that refer to no other."""


def all_rows() -> Rows:
    """The rows of both years by workbook and sheet."""
    found: Rows = {**venue_rows(), **suit_rows()}
    for year in YEARS:
        mediations = year_mediations(year)
        found |= diversion_rows(year, mediations)
        found |= adviser_rows(year, mediations)
        found |= mediation_rows(year, mediations)
        for draw in ALONE:
            found |= draw(year)
    return found


def mediations_of(year: int) -> list[Row]:
    """The mediations of ``year`` as they stand in the sheets, with sources and advisers."""
    mediations = year_mediations(year)
    diversion_rows(year, mediations)
    adviser_rows(year, mediations)
    return mediations
