"""Door of the indicators."""

from guiju.kernel.indicators.attest import plan_attestation, platform_figure
from guiju.kernel.indicators.axes import UNIT, Axis, axes_of, split
from guiju.kernel.indicators.definitions import (
    Indicator,
    Period,
    Select,
    all_indicators,
    indicator_of,
    register_indicator,
    register_town_indicators,
    town_indicator,
    town_indicators,
    year_until,
)
from guiju.kernel.indicators.figures import Figure, Record, derive, derive_with_records, digest_of, records_of
from guiju.kernel.indicators.models import Attestation
from guiju.kernel.indicators.months import Months, by_month
from guiju.kernel.indicators.pages import RecordsPage, page_of_records
from guiju.kernel.indicators.periods import derive_each
from guiju.kernel.indicators.publicity import PUBLICITY
from guiju.kernel.indicators.returned import ReturnedRound, completeness_of, register_rounds, rounds_behind, summed
from guiju.kernel.indicators.told import TOLD, ToldTotal, register_told, told_totals
from guiju.kernel.indicators.topics import (
    NOWHERE,
    Topic,
    by_place_and_kind,
    figure_of,
    narrowed,
    register_topic,
    topic_splitting,
    topics,
)
from guiju.kernel.indicators.touches import last_touches, touches

__all__ = [
    "NOWHERE",
    "PUBLICITY",
    "TOLD",
    "UNIT",
    "Attestation",
    "Axis",
    "Figure",
    "Indicator",
    "Months",
    "Period",
    "Record",
    "RecordsPage",
    "ReturnedRound",
    "Select",
    "ToldTotal",
    "Topic",
    "all_indicators",
    "axes_of",
    "by_month",
    "by_place_and_kind",
    "completeness_of",
    "derive",
    "derive_each",
    "derive_with_records",
    "digest_of",
    "figure_of",
    "indicator_of",
    "last_touches",
    "narrowed",
    "page_of_records",
    "plan_attestation",
    "platform_figure",
    "records_of",
    "register_indicator",
    "register_rounds",
    "register_told",
    "register_topic",
    "register_town_indicators",
    "rounds_behind",
    "split",
    "summed",
    "told_totals",
    "topic_splitting",
    "topics",
    "touches",
    "town_indicator",
    "town_indicators",
    "year_until",
]
