"""The registration of 行政处罚."""

from guiju.kernel.mechanism.api import Mechanism
from guiju.mechanisms.penalty.catalogue import cases_of_items
from guiju.mechanisms.penalty.companion_list import COMPANION
from guiju.mechanisms.penalty.credit_sheet import CREDIT_SHEET
from guiju.mechanisms.penalty.indicators import INDICATORS
from guiju.mechanisms.penalty.papers import kinds
from guiju.mechanisms.penalty.papers.order import ORDER
from guiju.mechanisms.penalty.procedure import DISCLOSURES, PROCEDURES
from guiju.mechanisms.penalty.publicity_before import BEFORE
from guiju.mechanisms.penalty.record_gaps import RECORD_GAPS
from guiju.mechanisms.penalty.register import REGISTERS
from guiju.mechanisms.penalty.topic import TOPIC
from guiju.mechanisms.penalty.unpaid import UNPAID
from guiju.mechanisms.penalty.yearbook import YEARBOOK

kinds.register()

MECHANISM = Mechanism(
    code="penalty",
    label="行政处罚",
    group="行政执法",
    icon="gavel",
    procedures=PROCEDURES,
    registers=REGISTERS,
    indicators=INDICATORS,
    tables=(YEARBOOK, CREDIT_SHEET),
    worklists=(UNPAID, RECORD_GAPS, COMPANION),
    public_sheets=(BEFORE,),
    cases_of_items=cases_of_items,
    disclosures=DISCLOSURES,
    archive_order=ORDER,
    topic=TOPIC,
)
