"""Names of parties as people write them: several in one cell, persons and firms."""

from __future__ import annotations

import re
from typing import Any

# Endings by which a name is certainly no person's. One-character endings need a longer name: 李行 is a person.
_ENDING = re.compile(
    r".{2,}(?:公司|工厂|集团|商行|会所|车队|工程队|施工队|合作社|中心|学校|幼儿园|医院|诊所|银行|委员会|村委会|居委会|"
    r"协会|工作室|超市|餐厅|饭店|酒店|宾馆|事务所|经营部|门市部|服务部|分公司|政府|派出所)|.{4,}(?:厂|店|行|部|所|站|社|局|院|队)"
)
_PARTING = re.compile(r"[、，,；;\n]+")


def is_organisation(name: str) -> bool:
    """Whether a name is a firm's or another body's: such names are not private, persons' are."""
    return "·" not in name and _ENDING.fullmatch(name) is not None


def names_in(value: Any) -> tuple[str, ...]:
    """The names in an input: a text parted by 、 or a list as read from a sheet."""
    parts = _PARTING.split(value) if isinstance(value, str) else value or ()
    return tuple(name for part in parts if (name := str(part).strip()))
