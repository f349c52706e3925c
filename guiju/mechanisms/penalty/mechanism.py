"""The registration of 行政处罚."""

from guiju.kernel.mechanism.api import Mechanism
from guiju.mechanisms.penalty.indicators import INDICATORS
from guiju.mechanisms.penalty.papers import kinds
from guiju.mechanisms.penalty.papers.order import ORDER
from guiju.mechanisms.penalty.procedure import DISCLOSURES, PROCEDURES

kinds.register()

MECHANISM = Mechanism(
    code="penalty",
    label="行政处罚",
    group="行政执法",
    icon="gavel",
    procedures=PROCEDURES,
    indicators=INDICATORS,
    disclosures=DISCLOSURES,
    archive_order=ORDER,
)
