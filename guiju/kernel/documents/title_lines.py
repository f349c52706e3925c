"""Where the lines of a title break: by sense, and balanced (GB/T 9704-2012 7.3.1)."""

import re
from functools import cache
from math import ceil

# Words that titles of town papers are made of; a line never ends within one.
_WORDS = (
    "人民政府",
    "人民调解",
    "调解委员会",
    "协议书",
    "登记表",
    "法治政府",
    "法治建设",
    "依法行政",
    "建设",
    "工作",
    "情况",
    "报告",
    "通知",
    "意见",
    "方案",
    "决定",
    "办法",
    "公告",
    "关于",
    "印发",
    "推进",
    "开展",
    "行政",
    "执法",
    "规范",
    "年度",
    "数据",
    "附表",
    "统计",
    "公共",
    "法律",
    "服务",
    "矛盾",
    "纠纷",
    "排查",
    "化解",
)
_NEVER_FIRST = frozenset("》〉〕）)】”’、，。；：！？的之等及和与年月日号镇乡村街区县市省")
_NEVER_LAST = frozenset("《〈〔（(【“‘和与及")
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道)")
_WITHIN_WORD = 30.0
_BEFORE_QUOTED_TITLE = -20.0
_ONE_MORE_LINE = 25.0
_FORBIDDEN = 10_000.0


def width(text: str) -> float:
    """Return the width of a text in characters; what is ASCII takes half of one."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


@cache
def title_lines(title: str, room: int) -> tuple[str, ...]:
    """Break a title into lines of at most `room` characters, as even as the sense allows.

    A title that needs only two characters more stays on one line. Line feeds are kept as the author set them.
    """
    if "\n" in title:
        return tuple(line for part in title.split("\n") if part.strip() for line in title_lines(part.strip(), room))
    if width(title) <= room + 2:
        return (title,)
    count = ceil(width(title) / room)
    found = [_best(title, count, room), _best(title, count + 1, room)]
    settled = [
        (cost + extra, lines) for (cost, lines), extra in zip(found, (0.0, _ONE_MORE_LINE), strict=True) if lines
    ]
    if settled:
        return min(settled)[1]
    return tuple(title[at : at + room] for at in range(0, len(title), room))


def _best(title: str, count: int, room: int) -> tuple[float, tuple[str, ...]]:
    mean = width(title) / count
    words = _words_of(title)
    costs = [_cost_of_break(title, at, words) for at in range(len(title) + 1)]
    # best[at] is the cheapest way to set title[:at] in so many lines: its cost and where the last line began.
    layers: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        layer: dict[int, tuple[float, int]] = {}
        for begin, (cost, _) in layers[-1].items():
            for end in range(begin + 1, len(title) + 1):
                size = width(title[begin:end])
                if size > room:
                    break
                total = cost + (size - mean) ** 2 + (costs[end] if end < len(title) else 0.0)
                if total < layer.get(end, (_FORBIDDEN, 0))[0]:
                    layer[end] = (total, begin)
        layers.append(layer)
    if len(title) not in layers[-1]:
        return _FORBIDDEN, ()
    lines, end = [], len(title)
    for layer in reversed(layers[1:]):
        begin = layer[end][1]
        lines.append(title[begin:end])
        end = begin
    return layers[-1][len(title)][0], tuple(reversed(lines))


def _words_of(title: str) -> tuple[tuple[int, int], ...]:
    spans = [(found.start(), found.end()) for word in _WORDS for found in re.finditer(word, title)]
    # The place that issues the paper opens its title, and is named again within: 青禾镇 … 《2026年青禾镇 …》.
    opening = _PLACE.match(title)
    if opening:
        spans += [(found.start(), found.end()) for found in re.finditer(opening.group(), title)]
    return tuple(spans)


def _cost_of_break(title: str, at: int, words: tuple[tuple[int, int], ...]) -> float:
    if at == 0 or at == len(title):
        return 0.0
    before, after = title[at - 1], title[at]
    if after in _NEVER_FIRST or before in _NEVER_LAST or (before.isascii() and after.isascii()):
        return _FORBIDDEN
    if before.isascii() and before.isdigit():
        return _FORBIDDEN
    if any(start < at < end for start, end in words):
        return _WITHIN_WORD
    return _BEFORE_QUOTED_TITLE if after == "《" else 0.0
