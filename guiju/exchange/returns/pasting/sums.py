"""Amounts in pasted text: 3200元, 2万, 三千二. About, each, asked for, or several: a question."""

from __future__ import annotations

import re
from decimal import Decimal

from guiju.exchange.returns.pasting.cells import Told

_DIGIT = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNIT = {"十": 10, "百": 100, "千": 1000}
_CHINESE = r"[零〇一二两三四五六七八九十百千万]+"
_AMOUNT = re.compile(
    rf"(?P<about>约|大约|大概|近|将近|差不多|不到|最多)?\s*"
    rf"(?:(?P<digits>\d{{1,3}}(?:[,，]\d{{3}})+|\d+(?:\.\d+)?)\s*(?P<scale>[万千百wW])?(?P<tail>\d)?(?P<rest>[一二三四五六七八九])?"
    rf"|(?P<chinese>{_CHINESE}))"
    r"\s*(?P<more>多|余|来|几)?\s*(?P<yuan>元|块钱|块|圆)?(?P<after>左右|上下|多|余)?"
)
_NOT_MONEY = re.compile(
    r"^\s*(?:[人户起件次个名位家天日号月年点时分楼幢栋单元室亩平方米公斤斤棵只岁组队层度]|村民|邻居|居民)"
)
_DOUBTED = re.compile(
    r"每[人户家月天年]|各|分[一二两三四五六七八九十\d]+[次期]|要求|索要|索赔|开口|想要|要价|先付|先给|首付|余下|剩下|尾款|押金|欠|借|原来|本来|未[付给赔]|没[付给赔]|另"
)
_SPEAKS_OF_MONEY = re.compile(r"赔|补偿|付|给了|还了|还钱|退|钱|款|元|块|现金|转账|工资")


def _small(text: str) -> int | None:
    """A number below ten thousand in Chinese; 三千二 is 3200, 三千零二 is 3002. None if it is none."""
    total, digit, last = 0, None, 0
    zero = False
    for c in text:
        if c in "零〇":
            zero = True
        elif c in _DIGIT:
            if digit is not None:
                return None
            digit = _DIGIT[c]
        else:
            unit = _UNIT[c]
            if last and unit >= last:
                return None
            total += (1 if digit is None and unit == 10 and not total else digit or 0) * unit
            if digit is None and not (unit == 10 and not last):
                return None
            digit, last, zero = None, unit, False
    if digit is not None:
        total += digit * (last // 10 if last > 10 and not zero else 1)
    return total


def chinese_amount(text: str) -> int | None:
    """A number as people say it; 两万五 is 25000. None where it is none."""
    if text.count("万") > 1:
        return None
    high, wan, low = text.partition("万")
    if not wan:
        return _small(text)
    top = _small(high) if high else None
    if top is None or top == 0:
        return None
    if not low:
        return top * 10_000
    if len(low) == 1 and low in _DIGIT:
        return top * 10_000 + _DIGIT[low] * 1000
    below = _small(low)
    return None if below is None else top * 10_000 + below


def _value(match: re.Match[str]) -> Decimal | None:
    if match["chinese"]:
        found = chinese_amount(match["chinese"])
        return None if found is None else Decimal(found)
    number = Decimal(match["digits"].replace(",", "").replace("，", ""))
    scale = {"万": 10_000, "w": 10_000, "W": 10_000, "千": 1000, "百": 100}.get(match["scale"] or "", 1)
    more = match["tail"] or ""
    if match["rest"]:
        more = str(_DIGIT[match["rest"]])
    if more and scale == 1:
        return None
    return number * scale + (Decimal(more) * scale / 10 if more else 0)


def _looks_like_money(match: re.Match[str], text: str) -> bool:
    after = text[match.end() :]
    if match["yuan"]:
        return True
    if _NOT_MONEY.match(after):
        return False
    if match["chinese"]:
        return bool(re.search("[百千万]", match["chinese"])) and len(match["chinese"]) > 1
    return bool(match["scale"]) or bool(re.search(r"[赔付给退补还偿]了?\s*$", text[: match.start()]))


def amount_in(text: str) -> Told[Decimal]:
    """The one amount of an event, in yuan; `text` without its day."""
    found = [match for match in _AMOUNT.finditer(text) if _looks_like_money(match, text)]
    if not found:
        if _SPEAKS_OF_MONEY.search(text):
            return Told(None, "说到了钱，没有读出数。有金额请填，没有就空着。")
        return Told()
    words = "、".join(match[0].strip() for match in found)
    value = _value(found[0])
    if value is None:
        return Told(None, f"“{words}”是多少元？", words)
    if len(found) > 1:
        return Told(value, f"写了几个数：{words}。涉及金额是哪一个？", words)
    one = found[0]
    if one["about"] or one["more"] or one["after"]:
        return Told(value, f"“{words}”是约数，按 {value:,f} 元登记吗？", words)
    if _DOUBTED.search(text) or not (one["yuan"] or one["scale"] or one["chinese"]):
        return Told(value, f"“{words}”是这件事的金额吗？按 {value:,f} 元登记？", words)
    return Told(value, "", words)
