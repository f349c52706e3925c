"""The registration of 矛盾纠纷排查."""

from guiju.kernel.disclosure.api import DisclosureRule
from guiju.kernel.mechanism.api import Mechanism
from guiju.mechanisms.screening.indicators import INDICATORS
from guiju.mechanisms.screening.listed import LISTED
from guiju.mechanisms.screening.procedure import PROCEDURES
from guiju.mechanisms.screening.register import REGISTERS
from guiju.mechanisms.screening.topic import TOPIC

MECHANISM = Mechanism(
    code="screening",
    label="矛盾纠纷排查",
    group="纠纷与诉求",
    icon="search",
    procedures=PROCEDURES,
    registers=REGISTERS,
    indicators=INDICATORS,
    disclosures=(DisclosureRule("never", "不公开", (), "排查涉及当事人隐私，不属于公开范围"),),
    listed=LISTED,
    topic=TOPIC,
)
