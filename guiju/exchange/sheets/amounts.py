"""Counts and amounts of money."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

import cn2an

from .results import EMPTY, Ask, Parsed, Result, Wrong
from .unusable import says_nothing, unusable
from .workbook import Raw, shown

TEN_THOUSAND = Decimal(10_000)
_GROUPED = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_COUNT = re.compile(rf"({_GROUPED})(?:\.0+)?\s*(?:人次|人|件次|件|次|场|份|户|名|起|宗|处|个|位|天|页|期|批)?")
_ABOUT = re.compile(
    rf"(?:约|近|大约|大概|将近|约有|超|超过)?\s*({_GROUPED})\s*(?:余|多|几|左右|上下|以上)?\s*(?:人次|人|件|次|场|份|户|名|个)?(?:左右|以上)?"
)
_AMOUNT = re.compile(rf"(?:人民币|[¥￥])?\s*(-?{_GROUPED}(?:\.\d+)?)\s*(万元|万|元|元整)?")
_NO_MONEY = {"不涉及", "未涉及", "无金额", "无涉及金额", "无赔偿", "零", "0元"}
_CHINESE_AMOUNT = re.compile(
    r"(?:人民币)?[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬点元圆块角分整正]+"
)
_CHINESE_COUNT = re.compile(r"([零〇一二三四五六七八九十百千万两]+)(?:人次|人|件|次|场|份|户|名|个)?")
_HEADING_UNIT = re.compile(r"万元")
SUSPICIOUS_WAN = Decimal(1_000)
"""From here on an amount under a heading in 万元 was more likely typed in yuan."""


def money_scale(heading: str) -> Decimal:
    """Return how many yuan one unit of a column is: 10,000 where its heading says 万元, else 1."""
    return TEN_THOUSAND if _HEADING_UNIT.search(unicodedata.normalize("NFKC", heading)) else Decimal(1)


def read_integer(raw: Raw) -> Result:
    """Read a count (0 or more). 12人 is 12; 30余人 and 十二 are questions."""
    lost = unusable(raw)
    if lost:
        return lost
    if says_nothing(raw):
        return EMPTY
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _whole(raw)
    text = unicodedata.normalize("NFKC", shown(raw)) if isinstance(raw, str) else ""
    found = _COUNT.fullmatch(text)
    if found:
        return Parsed(int(found[1].replace(",", "")))
    found = _ABOUT.fullmatch(text)
    if found:
        number = int(found[1].replace(",", ""))
        return Ask(f"“{text}”是约数，按{number}登记？", number)
    found = _CHINESE_COUNT.fullmatch(text)
    if found:
        value = _from_chinese(found[1])
        if value is not None and value == int(value):
            return Ask(f"“{text}”当作{int(value)}？", int(value))
    return Wrong(f"“{shown(raw)}”不是数字。请填一个整数。")


def _whole(raw: float) -> Result:
    if raw != int(raw):
        return Wrong(f"“{shown(raw)}”不是整数。请核对后填整数。")
    if raw < 0:
        return Wrong(f"“{shown(raw)}”是负数。请填 0 或正整数。")
    return Parsed(int(raw))


def read_money(raw: Raw, scale: Decimal = Decimal(1)) -> Result:
    """Read an amount as yuan (Decimal, two places); `scale` is yuan per unit of the column (see money_scale).

    Capital figures, 约数, more than two places, and a number too large for its 万元 heading are questions.
    """
    lost = unusable(raw)
    if lost:
        return lost
    if says_nothing(raw):
        return EMPTY
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _amount(shown(raw), Decimal(shown(raw)), scale)
    text = unicodedata.normalize("NFKC", shown(raw)) if isinstance(raw, str) else ""
    if text in _NO_MONEY:
        return EMPTY
    found = _AMOUNT.fullmatch(text)
    if found:
        return _written_amount(text, Decimal(found[1].replace(",", "")), found[2] or "", scale)
    if _CHINESE_AMOUNT.fullmatch(text):
        value = _from_chinese(text.replace("人民币", ""))
        if value is not None:
            return Ask(f"“{text}”当作{_yuan(value)}？", value.quantize(Decimal("0.01")))
    found = _AMOUNT.fullmatch(re.sub(r"^(?:约|近|大约|共计|共)|(?:左右|余|多)(?=万?元?$)|整$", "", text))
    if found:
        value = Decimal(found[1].replace(",", "")) * (TEN_THOUSAND if "万" in (found[2] or "") else scale)
        return Ask(f"“{text}”按{_yuan(value)}登记？", value.quantize(Decimal("0.01")))
    return Wrong(f"“{shown(raw)}”不是金额。请填数字，例如 1200 或 1200.50。")


def _written_amount(text: str, number: Decimal, unit: str, scale: Decimal) -> Result:
    if "万" in unit:
        return _amount(text, number * TEN_THOUSAND, Decimal(1))
    if unit and scale != 1:
        value = number.quantize(Decimal("0.01"))
        return Ask(f"表头的单位是万元，这一格写的是“{text}”，按{_yuan(value)}登记？", value)
    return _amount(text, number, scale)


def _amount(text: str, number: Decimal, scale: Decimal) -> Result:
    if number < 0:
        return Wrong(f"金额“{text}”是负数。请核对后改正。")
    value = number * scale
    rounded = value.quantize(Decimal("0.01"))
    if rounded != value:
        return Ask(f"“{text}”超过两位小数，按{_yuan(rounded)}登记？", rounded)
    if scale != 1 and number >= SUSPICIOUS_WAN:
        return Ask(f"表头的单位是万元，“{text}”是{text}万元（{_yuan(rounded)}）吗？", rounded)
    return Parsed(rounded)


def _yuan(value: Decimal) -> str:
    return f"{value.normalize():,f}元"


def _from_chinese(text: str) -> Decimal | None:
    text = text.translate(str.maketrans("圆块正萬", "元元整万"))
    try:
        return Decimal(str(cn2an.cn2an(text, "smart")))
    except (ValueError, KeyError, InvalidOperation):
        return None
