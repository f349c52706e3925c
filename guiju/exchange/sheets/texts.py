"""Free text, names of several persons, and yes or no."""

from __future__ import annotations

import datetime as dt
import re

from .results import EMPTY, Ask, Parsed, Result, Wrong
from .unusable import says_nothing, unusable
from .workbook import Raw, shown

_CONTROL = re.compile(r"_x000[0-9A-Fa-f]_|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\ufeff]")
_STRONG = re.compile(r"[、,，;；/\n\r|]+")
_AND_OTHERS = re.compile(r"(.+?)等(?:共)?(\d+|[一二三四五六七八九十]+)?(?:余|多)?(?:人|位|名|户)?")
_YES = {"是", "有", "√", "✓", "✔", "对", "y", "yes", "true", "1", "已"}
_NO = {"否", "无", "×", "✗", "✘", "x", "没有", "不是", "n", "no", "false", "0", "未", "不"}


def read_text(raw: Raw) -> Result:
    """Read free text as written, without control characters and outer blanks."""
    if type(raw) is str and not raw.startswith("#"):
        text = _CONTROL.sub("", raw).strip() if not raw.isalnum() else raw
        return Parsed(text) if text else EMPTY
    lost = unusable(raw)
    if lost:
        return lost
    if isinstance(raw, dt.datetime) and raw.time() == dt.time():
        return Parsed(raw.date().isoformat())
    return Parsed(_CONTROL.sub("", shown(raw)))


def read_persons(raw: Raw) -> Result:
    """Read the names in a cell as a tuple, split at 、，；/ line breaks and blanks; 张 三 is one name.

    等5人, and blanks that may or may not part names, are questions.
    """
    lost = unusable(raw)
    if lost:
        return lost
    if says_nothing(raw):
        return EMPTY
    if not isinstance(raw, str):
        return Wrong(f"“{shown(raw)}”不是姓名。请核对后改正。")
    names: list[str] = []
    doubtful = False
    for piece in _STRONG.split(_CONTROL.sub("", raw)):
        found, sure = _names_between_blanks(piece.split())
        names += found
        doubtful = doubtful or not sure
    text = " ".join(raw.split())
    others = _AND_OTHERS.fullmatch(names[-1]) if names else None
    if others:
        known = (*names[:-1], others[1])
        return Ask(f"“{text}”没有写全姓名，只登记写出的{len(known)}人（{'、'.join(known)}）？", known)
    if doubtful:
        return Ask(f"“{text}”是{len(names)}人（{'、'.join(names)}）吗？", tuple(names))
    return Parsed(tuple(names)) if names else EMPTY


def _names_between_blanks(parts: list[str]) -> tuple[list[str], bool]:
    """Split one piece at blanks; tell whether it was beyond doubt."""
    if len(parts) < 2:
        return parts, True
    if not all("\u4e00" <= part[0] <= "\u9fff" for part in parts):
        return [" ".join(parts)], True
    single = [len(part) == 1 for part in parts]
    if len(parts) == 2 and all(single):
        # 张　三: people space out names of two characters to align them with those of three.
        return ["".join(parts)], True
    if not any(single):
        return parts, True
    names: list[str] = []
    waiting = ""
    for part in parts:
        if len(part) > 1:
            names += [waiting, part] if waiting else [part]
            waiting = ""
        elif waiting:
            names.append(waiting + part)
            waiting = ""
        else:
            waiting = part
    return ([*names, waiting] if waiting else names), False


def read_flag(raw: Raw) -> Result:
    """Read yes or no: 是否, 有无, √×, Y/N, 1/0; anything else is a question without a suggestion."""
    if isinstance(raw, bool):
        return Parsed(raw)
    lost = unusable(raw)
    if lost:
        return lost
    text = shown(raw)
    if not text:
        return EMPTY
    if text.casefold() in _YES:
        return Parsed(True)
    if text.casefold() in _NO:
        return Parsed(False)
    return Ask(f"“{text}”是“是”还是“否”？")
