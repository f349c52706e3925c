"""The registration of 复议与诉讼."""

from guiju.kernel.disclosure.api import DisclosureRule
from guiju.kernel.mechanism.api import Mechanism
from guiju.mechanisms.litigation.indicators import INDICATORS
from guiju.mechanisms.litigation.procedure import PROCEDURES
from guiju.mechanisms.litigation.register import REGISTERS

MECHANISM = Mechanism(
    code="litigation",
    label="复议与诉讼",
    group="行政执法",
    icon="scale",
    procedures=PROCEDURES,
    registers=REGISTERS,
    indicators=INDICATORS,
    disclosures=(
        DisclosureRule("never", "不公开", (), "裁判文书由法院公开，复议决定书由复议机关公开，本镇不重复公开"),
    ),
)
