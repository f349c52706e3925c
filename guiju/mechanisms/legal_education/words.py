"""What the words of a register mean: which body studied, on what, for whom. The words themselves are kept beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from guiju.mechanisms.legal_education.models import Audience, Body, Topic

Code = TypeVar("Code")

BODIES = (
    (Body.CENTRE_GROUP, ("中心组",)),
    (Body.EXECUTIVE_MEETING, ("常务会", "镇长办公会", "政府办公会", "党政办公会")),
    (Body.PARTY_BRANCH, ("支部", "总支")),
    (Body.OFFICIALS, ("机关", "干部")),
)
TOPICS = (
    (Topic.THOUGHT, ("习近平法治思想",)),
    (Topic.CONSTITUTION, ("宪法",)),
    (Topic.CIVIL_CODE, ("民法典",)),
    (Topic.PARTY_RULES, ("党内法规", "党章")),
    (Topic.ADMINISTRATIVE, ("行政", "信息公开", "重大决策")),
)
# The first row that fits counts; the villages' leaders in law are looked for before this table.
AUDIENCES = (
    (Audience.ENFORCEMENT, ("执法",)),
    (Audience.MEDIATORS, ("调解员",)),
    (Audience.ENTERPRISE, ("企业", "员工", "商户")),
    (Audience.YOUTH, ("青少年", "学生", "家长", "未成年")),
    (Audience.OFFICIALS, ("干部", "机关", "公务员", "工作人员")),
    (Audience.RESIDENTS, ("居民", "村民", "学员", "群众", "老年", "妇女", "务工")),
)


def audience_of(words: str) -> Audience:
    """For whom: 法治带头人 and 法律明白人 wherever they are named, also among others."""
    leaders, guides = "法治带头人" in words, "法律明白人" in words
    if leaders or guides:
        return Audience.LEADERS_AND_GUIDES if leaders and guides else Audience.LEADERS if leaders else Audience.GUIDES
    return _meant(words, AUDIENCES, Audience.OTHER)


def body_of(words: str) -> Body:
    """Which body: 镇党委理论学习中心组 and 党委中心组 are one."""
    return _meant(words, BODIES, Body.OTHER)


def topic_of(words: str) -> Topic:
    """What was studied; a title that names several contents belongs to the first in the plan's order."""
    return _meant(words, TOPICS, Topic.OTHER)


def _meant(words: str, table: Sequence[tuple[Code, Sequence[str]]], otherwise: Code) -> Code:
    return next((code for code, said in table if any(word in words for word in said)), otherwise)
