"""The figures which the sample's registers must give: what the importer, the indicators and the tests are held to.

The values of 2022 are those of the published report which the sample imitates; 2021 is invented for comparison.
"""

from dataclasses import dataclass
from datetime import date

OCTOBER, DECEMBER = (10, 31), (12, 31)


@dataclass(frozen=True)
class Expected:
    """A figure from 1 January to ``as_of``; "1+2+24" is a count of units by kind, "92.31" a share in per cent."""

    value: int | str
    unit: str
    as_of: date


_FIGURES: dict[str, tuple[str, tuple[int, int], int | str, int | str]] = {
    # id: unit, cut-off, 2021, 2022
    "screening.factors": ("起", OCTOBER, 131, 122),
    "mediation.resolved": ("件", OCTOBER, 76, 83),
    "mediation.agreements": ("份", OCTOBER, 76, 83),
    "mediation.oral": ("件", OCTOBER, 88, 117),
    "hotline.diverted_110": ("件", OCTOBER, 214, 288),
    "legal_service.station_consultations": ("人次", OCTOBER, 248, 285),
    "legal_service.station_guidance": ("人", OCTOBER, 151, 175),
    "legal_service.adviser_answers": ("人次", OCTOBER, 262, 290),
    "legal_service.adviser_mediations": ("件", OCTOBER, 17, 21),
    "legal_service.aid_assisted": ("件", OCTOBER, 2, 1),
    "legal_service.opinions": ("份", OCTOBER, 21, 25),
    "legal_service.adviser_receptions": ("件", OCTOBER, 33, 37),
    "legal_service.network": ("个", DECEMBER, "1+2+24", "1+2+24"),
    "training.sessions": ("场次", DECEMBER, 4, 5),
    "training.attendance": ("人次", DECEMBER, 243, 326),
    "venues.new_village": ("处", DECEMBER, 2, 1),
    "venues.awards": ("处", DECEMBER, 0, 1),
    "study.centre_group": ("次", DECEMBER, 3, 4),
    "study.discussions": ("次", DECEMBER, 1, 2),
    "litigation.cases": ("件", DECEMBER, 0, 0),
    "reconsideration.cases": ("件", DECEMBER, 1, 1),
    "penalty.published_share": ("%", DECEMBER, "92.31", "100"),  # 12 of 13 and 23 of 23 decisions
    "penalty.recorded_share": ("%", DECEMBER, "100", "100"),
    "penalty.filed": ("件", DECEMBER, 18, 28),
    "penalty.on_spot": ("件", DECEMBER, 6, 8),
    "penalty.decisions": ("件", DECEMBER, 19, 31),
    "penalty.no_penalty": ("件", DECEMBER, 2, 3),
    "penalty.hearings": ("件", DECEMBER, 1, 1),
}

PENALTY_SHARES = {
    # id: both numbers of 2021, of 2022
    "penalty.published_share": ((12, 13), (23, 23)),
    "penalty.recorded_share": ((22, 22), (36, 36)),
}
"""Both numbers of the shares: one decision of 2021 was published late; a case may close in the year after."""

EXPECTED_2021 = {key: Expected(before, unit, date(2021, *day)) for key, (unit, day, before, _) in _FIGURES.items()}
EXPECTED_2022 = {key: Expected(now, unit, date(2022, *day)) for key, (unit, day, _, now) in _FIGURES.items()}

LATE_MEDIATIONS = 2
"""Settled mediations of October 2022 in 补录-十月两件调解.xlsx: with them 83 becomes 85."""


def target(year: int, figure: str) -> int:
    """The whole number which the registers of ``year`` must give for ``figure``."""
    value = {2021: EXPECTED_2021, 2022: EXPECTED_2022}[year][figure].value
    assert isinstance(value, int)
    return value


def cutoff(year: int) -> date:
    """The day to which the dispute and legal-service figures of ``year`` run."""
    return date(year, *OCTOBER)
