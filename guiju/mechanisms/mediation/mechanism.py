"""The registration of 人民调解."""

from guiju.kernel.disclosure.api import DisclosureRule
from guiju.kernel.mechanism.api import Mechanism
from guiju.mechanisms.mediation.indicators import INDICATORS
from guiju.mechanisms.mediation.listed import LISTED
from guiju.mechanisms.mediation.procedure import PROCEDURES
from guiju.mechanisms.mediation.register import REGISTERS
from guiju.mechanisms.mediation.topic import TOPIC

MECHANISM = Mechanism(
    code="mediation",
    label="人民调解",
    group="纠纷与诉求",
    icon="heart-handshake",
    procedures=PROCEDURES,
    registers=REGISTERS,
    indicators=INDICATORS,
    disclosures=(DisclosureRule("never", "不公开", (), "人民调解涉及当事人隐私，不属于公开范围"),),
    listed=LISTED,
    topic=TOPIC,
)
