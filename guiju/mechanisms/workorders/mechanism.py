"""The registration of 工单分流."""

from guiju.kernel.disclosure.api import DisclosureRule
from guiju.kernel.mechanism.api import Mechanism
from guiju.mechanisms.workorders.indicators import INDICATORS
from guiju.mechanisms.workorders.procedure import PROCEDURES
from guiju.mechanisms.workorders.register import REGISTERS
from guiju.mechanisms.workorders.topic import TOPIC

MECHANISM = Mechanism(
    code="workorders",
    label="工单分流",
    group="纠纷与诉求",
    icon="phone-call",
    procedures=PROCEDURES,
    registers=REGISTERS,
    indicators=INDICATORS,
    disclosures=(DisclosureRule("never", "不公开", (), "工单涉及诉求人和当事人的个人情况，不属于公开范围"),),
    topic=TOPIC,
)
