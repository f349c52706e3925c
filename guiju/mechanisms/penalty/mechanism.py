"""The registration of 行政处罚."""

from guiju.kernel.mechanism.api import Mechanism
from guiju.mechanisms.penalty.indicators import INDICATORS
from guiju.mechanisms.penalty.papers import forms_first
from guiju.mechanisms.penalty.procedure import DISCLOSURES, PROCEDURES

forms_first.register()

MECHANISM = Mechanism(
    code="penalty",
    label="行政处罚",
    group="行政执法",
    icon="gavel",
    procedures=PROCEDURES,
    indicators=INDICATORS,
    disclosures=DISCLOSURES,
)
