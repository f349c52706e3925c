"""The registration of 法治宣传教育."""

from guiju.kernel.disclosure.api import DisclosureRule
from guiju.kernel.mechanism.api import Mechanism
from guiju.mechanisms.legal_education.indicators import INDICATORS
from guiju.mechanisms.legal_education.procedure import PROCEDURES
from guiju.mechanisms.legal_education.register import REGISTERS

MECHANISM = Mechanism(
    code="legal_education",
    label="法治宣传教育",
    group="服务与普法",
    icon="flag",
    procedures=PROCEDURES,
    registers=REGISTERS,
    indicators=INDICATORS,
    disclosures=(
        DisclosureRule(
            "open",
            "可以公开",
            ("event_date", "unit", "title", "place", "form", "attendances", "level", "honour", "awarded_by"),
            "会议议定事项、参加人员和备注只在内部使用",
        ),
    ),
)
