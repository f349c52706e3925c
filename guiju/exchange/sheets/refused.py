"""Columns that are not taken in by principle, and the sentence that says why.

The product assesses disputes, never people. Source: 个人信息保护法第6条 (what is least necessary for the purpose)
and 第28条 (sensitive data); what is named here is needed by no step of any procedure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .headings import Heading, normalise

_LEAST = "办理事项用不到，按《个人信息保护法》第6条最小必要的要求不导入"


@dataclass(frozen=True)
class RefusedFamily:
    """A family of headings that is left out: its name, what it matches (normalised), and the reason shown."""

    name: str
    pattern: re.Pattern[str]
    reason: str


FAMILIES: tuple[RefusedFamily, ...] = (
    RefusedFamily(
        "盯人管控",
        re.compile(r"稳控|管控|布控|盯防|盯办人员|包保责任|维稳责任|吸附|监控对象|列管"),
        "本系统评估纠纷，不管控人，不设稳控、管控一类内容；这一列不导入。",
    ),
    RefusedFamily(
        "人员分类",
        re.compile(
            r"重点人(?!群)|人员类别|人员类型|人员分类|人员属性|人员标签|人员等级|重点对象|关注人员|特殊人员|特殊群体|特殊人群"
        ),
        "本系统不给人分类、不建重点人员名单；这一列不导入。",
    ),
    RefusedFamily(
        "给人打分",
        re.compile(r"积分|(?:个人|人员|村民|居民|信用|风险人)\w*(?:评分|得分|分值|等级)|^评分$|信用分|红黑榜|黑名单"),
        "本系统不给人打分、排名，不设名单；这一列不导入。",
    ),
    RefusedFamily("民族", re.compile(r"^(?:是否)?(?:少数)?民族(?:成份|成分|别|名称)?$"), f"民族：{_LEAST}。"),
    RefusedFamily("学历", re.compile(r"学历|文化程度|受教育程度"), f"学历：{_LEAST}。"),
    RefusedFamily("政治面貌", re.compile(r"政治面貌|^是否党员$|^党员$"), f"政治面貌：{_LEAST}。"),
    RefusedFamily(
        "宗教信仰",
        re.compile(r"宗教信仰|^(?:有无|是否)?宗教$|信教|^信仰$"),
        "宗教信仰是敏感个人信息（《个人信息保护法》第28条），办理事项用不到；这一列不导入。",
    ),
    RefusedFamily(
        "生物特征",
        re.compile(r"人脸|指纹|虹膜|声纹|dna", re.IGNORECASE),
        "生物识别信息是敏感个人信息（《个人信息保护法》第28条），本系统一律不收；这一列不导入。",
    ),
    RefusedFamily(
        "行踪考勤",
        re.compile(r"行踪|轨迹|实时定位|手机定位|签到|打卡|考勤|在线时长"),
        "本系统不记录人的位置，也不做打卡考勤；这一列不导入。",
    ),
)


@dataclass(frozen=True)
class Refused:
    """A column of the sheet that is left out, with the reason for the preview."""

    heading: Heading
    reason: str


@lru_cache(maxsize=8192)
def refusal_of(heading: str) -> str | None:
    """Return the reason why a heading (or a path 父/子) is refused by principle, or None."""
    for part in heading.split("/"):
        key = normalise(part)
        for family in FAMILIES:
            if family.pattern.search(key):
                return family.reason
    return None
