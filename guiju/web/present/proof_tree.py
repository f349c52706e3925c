"""The record's hash tree as a picture: from the signed checkpoint down to one entry, and to what the tables hold of it.

Only what is drawn is known here: how many entries there are and how the tree parts them (RFC 9162); no hash is computed.
"""

from __future__ import annotations

from typing import Any

WIDTH, BOX, LEAF = 340, 138, 76
ROWS = {"outside": 4, "signed": 58, "half": 128, "leaf": 188, "table": 244}
TALL = {"outside": 30, "signed": 42, "half": 30, "leaf": 28, "table": 30}
Box = dict[str, Any]


def proof_tree(size: int, root: str, focus: int, table: Box, outside: Box, broken: bool) -> dict[str, Any]:
    """Boxes and lines of a checkpoint over `size` entries (one at least), with entry `focus` in it marked.

    `table` and `outside` are {text, look}: how the tables and a checkpoint from outside agree. `broken` says that the
    entries do not give the signed root.
    """
    halves = _halves(size)
    leaves = _leaves(size, focus)
    root_box = _box("signed", WIDTH / 2, 220, f"签名的检查点，前 {size:,} 条", "wrong" if broken else "signed")
    boxes = [_box("outside", WIDTH / 2, 220, outside["text"], outside["look"]), {**root_box, "note": root}]
    lines = [_line(boxes[0], root_box, "dashed")]
    above: list[Box] = []
    for (start, end), x in zip(halves, (WIDTH / 4, 3 * WIDTH / 4), strict=False):
        half = _box("half", x, BOX, f"#{start:,} 至 #{end - 1:,}", "")
        above.append({**half, "holds": range(start, end)})
        lines.append(_line(root_box, half, "wrong" if broken else ""))
    step = WIDTH / max(len(leaves), 1)
    for at, index in enumerate(leaves):
        leaf = _box("leaf", step * (at + 0.5), LEAF, f"#{index:,}", "focus" if index == focus else "")
        lines.append(_line(next((half for half in above if index in half["holds"]), root_box), leaf, ""))
        boxes.append(leaf)
        if index == focus:
            value = _box("table", min(max(leaf["middle"], 70), WIDTH - 70), BOX, table["text"], table["look"])
            lines.append(_line(leaf, value, "wrong" if table["look"] == "wrong" else "dashed"))
            boxes.append(value)
    return {"boxes": [*boxes, *above], "lines": lines, "width": WIDTH, "height": ROWS["table"] + TALL["table"] + 4}


def _halves(size: int) -> list[tuple[int, int]]:
    """The two subtrees under the root: the left one is the largest power of two below the size. None of one entry."""
    if size < 2:
        return []
    split = 1 << (size - 1).bit_length() - 1
    return [(0, split), (split, size)]


def _leaves(size: int, focus: int) -> list[int]:
    """Up to four entries, two of each half, in order: the marked one, its neighbour, and the ends of the other half."""
    found = {focus}
    for start, end in _halves(size):
        beside = {focus - 1, focus + 1} & set(range(start, end)) if start <= focus < end else {start, end - 1}
        found |= {max(beside)} if start <= focus < end and beside else beside
    return sorted(found)


def _box(row: str, middle: float, wide: float, text: str, look: str) -> Box:
    y, tall = ROWS[row], TALL[row]
    return {
        "x": round(middle - wide / 2, 1),
        "y": y,
        "wide": wide,
        "tall": tall,
        "middle": round(middle, 1),
        "base": y + (18 if row == "signed" else tall // 2 + 4),
        "under": y + tall,
        "text": text,
        "look": look,
    }


def _line(upper: Box, lower: Box, look: str) -> dict[str, Any]:
    return {"x1": upper["middle"], "y1": upper["under"], "x2": lower["middle"], "y2": lower["y"], "look": look}
