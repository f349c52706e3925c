"""The kind of a dispute in everyday words. Only its own name and a few words that allow nothing else are certain."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guiju.exchange.returns.pasting.cells import Told
from guiju.kernel.procedure.api import Input

PLAIN = {
    "离婚": "family", "婆媳": "family", "彩礼": "family", "赡养": "family", "抚养费": "family",
    "欠薪": "labour", "讨薪": "labour", "工伤": "labour", "加班费": "labour",
    "宅基地": "housing_plot", "物业费": "property_management", "交通事故": "traffic", "追尾": "traffic",
    "征地": "expropriation", "拆迁": "expropriation", "动迁": "expropriation",
}  # fmt: skip
"""Words that name the kind as the registers do."""

LIKELY = {
    "漏水": "neighbour", "噪音": "neighbour", "太吵": "neighbour", "楼上": "neighbour", "晾": "neighbour", "养狗": "neighbour",
    "鸡": "neighbour", "树": "neighbour", "停车": "neighbour", "通道": "neighbour", "排水": "neighbour", "围墙": "neighbour",
    "夫妻": "family", "两口子": "family", "家产": "family", "分家": "family", "老人": "family",
    "工资": "labour", "工钱": "labour", "辞退": "labour", "老板": "labour",
    "建房": "housing_plot", "造房": "housing_plot", "翻建": "housing_plot", "房屋": "housing_plot",
    "租": "contract", "合同": "contract", "借": "contract", "装修": "contract", "欠款": "contract",
    "退货": "consumer", "买": "consumer", "退钱": "consumer", "假货": "consumer",
    "撞": "traffic", "刮擦": "traffic", "电瓶车": "traffic", "打人": "damages", "打架": "damages", "受伤": "damages",
    "咬": "damages", "田": "land", "地界": "land", "承包地": "land", "鱼塘": "land", "物业": "property_management",
    "油烟": "environment", "臭": "environment", "污水": "environment", "看病": "medical", "医院": "medical",
}  # fmt: skip
"""Words that make a kind likely: offered, never taken."""


def kind_in(text: str, item: Input | None) -> Told[str]:
    """The code of the kind among the choices of a field; without a field nothing is asked."""
    if item is None or not item.choices:
        return Told()
    named = _named(text, item)
    if len(named) == 1 and not _named_otherwise(text, named):
        code, word = next(iter(named.items()))
        return Told(code, "", word)
    likely = {code: word for word, code in {**LIKELY, **PLAIN}.items() if word in text and code in item.choices}
    found = {**likely, **named}
    if not found:
        return Told(None, f"看不出{item.label}，请选。")
    code, word = next(iter({**named, **likely}.items()))
    label = item.choices[code]
    return Told(code, f"写的是“{word}”，{item.label}是{label}吗？", word)


def _named(text: str, item: Input) -> dict[str, str]:
    """The kinds that the text names: by label, by 邻里纠纷 and the like, or by a word that allows nothing else."""
    words: dict[str, str] = {label: code for code, label in item.choices.items()}
    for word, code in item.synonyms.items():
        if len(word) >= 2 and code in item.choices:
            words.setdefault(f"{word}纠纷", code)
    words.update({word: code for word, code in PLAIN.items() if code in item.choices})
    return {code: word for word, code in _longest(text, words).items()}


def _longest(text: str, words: Mapping[str, str]) -> dict[str, str]:
    """The words that stand in the text, none inside a longer one."""
    found: dict[str, str] = {}
    left = text
    for word in sorted(words, key=len, reverse=True):
        if word in left:
            found[word] = words[word]
            left = left.replace(word, "□")
    return found


def _named_otherwise(text: str, named: Mapping[str, str]) -> bool:
    """Whether words beside the name make another kind likely, or it is denied."""
    rest = text
    for word in named.values():
        rest = rest.replace(word, "□")
    others = {code for word, code in {**LIKELY, **PLAIN}.items() if word in rest}
    return bool(others - set(named)) or re.search(r"不是□|并非□", rest) is not None
