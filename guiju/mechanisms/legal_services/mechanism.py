"""The registration of 公共法律服务."""

from guiju.kernel.disclosure.api import DisclosureRule
from guiju.kernel.mechanism.api import Mechanism
from guiju.mechanisms.legal_services.indicators import INDICATORS
from guiju.mechanisms.legal_services.listed import LISTED
from guiju.mechanisms.legal_services.procedure import PROCEDURES
from guiju.mechanisms.legal_services.register import REGISTERS
from guiju.mechanisms.legal_services.topic import TOPIC

MECHANISM = Mechanism(
    code="legal_services",
    label="公共法律服务",
    group="服务与普法",
    icon="messages",
    procedures=PROCEDURES,
    registers=REGISTERS,
    indicators=INDICATORS,
    disclosures=(DisclosureRule("never", "不公开", (), "咨询涉及个人情况，不属于公开范围"),),
    listed=LISTED,
    topic=TOPIC,
)
