"""Numbers that identify: ID cards, unified social credit codes, telephones.

No message repeats such a number.
"""

from __future__ import annotations

import re
import unicodedata

from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError

from .results import EMPTY, Ask, Parsed, Result, Wrong
from .unusable import says_nothing, unusable
from .workbook import LostDigits, Raw, shown

_NOT_A_DIGIT = re.compile(r"(?!X$)[^0-9]")
_MASK = re.compile(r"[*＊×●#]{2,}|[xX]{3,}")
_OTHER_DOCUMENT = re.compile(r"[A-Z]{1,2}\d{6,10}|[A-Z]\d{6}\(?[0-9A]\)?")
_MOBILE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})")
_LANDLINE = re.compile(r"(?:(010|02\d|0[3-9]\d{2})-?)?([2-9]\d{6,7})(?:(?:-|转)(\d{1,6}))?")
_NATIONAL = re.compile(r"[48]00-?\d{3}-?\d{4}|1\d{2}|12\d{3}|9[56]\d{3,4}|1[02]\d{3}")


def _compact(raw: Raw) -> str:
    if type(raw) is str and raw.isascii() and raw.isalnum():
        return raw.upper()
    text = unicodedata.normalize("NFKC", shown(raw)).lstrip("'‘’").upper()
    return "".join(text.split()).replace("\u200b", "")


def _hidden(text: str) -> str:
    # Messages are shown and kept where the number itself may not be: they carry only its ends.
    return f"{text[:3]}***{text[-2:]}" if len(text) > 6 else "***"


def _masked(text: str, what: str) -> Ask | None:
    if _MASK.search(text):
        return Ask(f"这一列的{what}已经打码，不能登记，留空导入？", None)
    return None


def read_identity(raw: Raw) -> Result:
    """Read an ID number of 18 digits (GB 11643: birth date and check digit) or a unified social credit code.

    A number cell is refused, because Excel has kept 15 digits of it; other documents are asked.
    """
    if isinstance(raw, LostDigits):
        return Wrong(
            "证件号是数字格式，Excel 只保留15位，最后3位已变成0，无法恢复。请先把该列设为“文本”，再照原件重新填写。"
        )
    lost = unusable(raw)
    if lost:
        return lost
    if says_nothing(raw):
        return EMPTY
    if not isinstance(raw, str | int | float) or isinstance(raw, bool):
        return Wrong("不是证件号。请核对后改正。")
    text = _compact(raw)
    masked = _masked(text, "证件号")
    if masked:
        return masked
    if len(text) == 18 and not text[:17].isdigit() and uscc.is_valid(text):
        return Parsed(text)
    if _OTHER_DOCUMENT.fullmatch(text):
        return Ask(f"“{_hidden(text)}”不是居民身份证号，当作护照等其他证件号登记？", text)
    return _identity_card(text)


def _identity_card(text: str) -> Result:
    if len(text) != 18:
        if len(text) == 15 and text.isdigit():
            return Wrong("是15位的旧证号，早已停用。请填18位的公民身份号码。")
        few = "只有" if len(text) < 18 else "有"
        return Wrong(f"{few}{len(text)}位，身份证号应是18位。请照原件核对。")
    odd = _NOT_A_DIGIT.search(text)
    if odd:
        return Wrong(f"第{odd.start() + 1}位“{odd[0]}”不是数字。请照原件核对。")
    try:
        ric.get_birth_date(text)
    except ValidationError:
        return Wrong("第7至14位不是一个日期，出生日期不对。请照原件核对。")
    if ric.calc_check_digit(text) != text[-1]:
        return Wrong("校验位不符，至少有一位抄错了。请照原件核对。")
    return Parsed(text)


def read_telephone(raw: Raw) -> Result:
    """Read one telephone number of the mainland: mobile, landline with or without area code, service number."""
    lost = unusable(raw)
    if lost:
        return lost
    if says_nothing(raw):
        return EMPTY
    if not isinstance(raw, str | int | float) or isinstance(raw, bool):
        return Wrong("不是电话号码。请核对后改正。")
    text = _compact(raw)
    masked = _masked(text, "电话")
    if masked:
        return masked
    one = _telephone(text)
    if one:
        return Parsed(one)
    several = [_telephone(part) for part in re.split(r"[,，、;；/或]", text) if part]
    if len(several) > 1 and several[0]:
        return Ask(f"有{len(several)}个号码，只登记第一个{_hidden(several[0])}？", several[0])
    digits = re.sub(r"\D", "", text)
    if len(digits) == len(text) and text.startswith("1") and len(text) != 11:
        return Wrong(f"有{len(text)}位，手机号应是11位。请核对后改正。")
    if not isinstance(raw, str) and _telephone("0" + text):
        # A number cell drops the leading zero of an area code.
        return Ask(f"“{_hidden(text)}”前面少了区号的0，补上0？", _telephone("0" + text))
    return Wrong("不是电话号码。请核对后改正。")


def _telephone(text: str) -> str | None:
    plain = text.replace("(", "").replace(")", "-").replace("—", "-").replace("_", "-").strip("-")
    found = _MOBILE.fullmatch(plain.replace("-", ""))
    if found:
        return found[1]
    found = _LANDLINE.fullmatch(plain)
    if found:
        return "-".join(part for part in found.groups() if part)
    return plain if _NATIONAL.fullmatch(plain) else None
