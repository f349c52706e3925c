"""The registration of 自定义台账."""

from guiju.kernel.disclosure.api import DisclosureRule
from guiju.kernel.mechanism.api import Mechanism, OwnRegisters
from guiju.mechanisms.registers.defining import define, may_define
from guiju.mechanisms.registers.ending import end, resume
from guiju.mechanisms.registers.facts import headings, listed, told
from guiju.mechanisms.registers.indicators import indicators_of
from guiju.mechanisms.registers.models import ColumnField
from guiju.mechanisms.registers.procedure import PROCEDURES
from guiju.mechanisms.registers.register import registers_of

MECHANISM = Mechanism(
    code="registers",
    label="自定义台账",
    group="综合",
    icon="list-details",
    procedures=PROCEDURES,
    disclosures=(DisclosureRule("never", "不公开", (), "镇里自己的工作台账，没有法定的公开要求"),),
    own_registers=OwnRegisters(
        fields={field.value: str(field.label) for field in ColumnField},
        registers_of=registers_of,
        indicators_of=indicators_of,
        may_define=may_define,
        define=define,
        end=end,
        resume=resume,
        listed=listed,
        told=told,
        headings=headings,
    ),
)
