"""The procedure of a matter as a drawing: nodes in rows, arrows between them, other ways out below, dashed.

The layout is arithmetic on a grid of columns and rows; the drawing is SVG without style attributes. A list says the same in words,
for screen readers and for the phone, where the drawing would be too small to read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import template

register = template.Library()

WIDTH = 1196
MARGIN = 20
PER_ROW = 8
BOX_HEIGHT = 34
TALL_BOX = 46
GAP = 30
ROW_TOP = 32
UNDER_BOX = 26
LANE = 46
LINE_LENGTH = 8
STATE_WORDS: Mapping[str, str] = {
    "done": "已办",
    "here": "您在这里",
    "next": "下一步",
    "none": "未到",
    "other": "另一条出路",
}


@dataclass(frozen=True)
class Box:
    """A node with its place; x and y are the upper left corner, `lines` the label broken for the width."""

    key: str
    lines: tuple[str, ...]
    article: str
    state: str
    x: int
    y: int
    width: int
    height: int
    beside: bool = False

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def texts(self) -> list[dict[str, Any]]:
        """The label's lines with their base lines, centred in the box."""
        first = self.y + self.height // 2 + 5 - 8 * (len(self.lines) - 1)
        return [{"text": line, "y": first + 16 * index} for index, line in enumerate(self.lines)]


def _broken(label: str, width: int) -> tuple[str, ...]:
    """The label in one line, or in two of about equal length when it is too long for the box."""
    if len(label) <= max(LINE_LENGTH, width // 14):
        return (label,)
    half = (len(label) + 1) // 2
    return (label[:half], label[half:])


def _columns(count: int) -> tuple[int, int, int]:
    """Nodes per row, the width of a box and the step from one box to the next; rows are filled evenly."""
    rows = max(1, -(-count // PER_ROW))
    per_row = max(1, -(-count // rows))
    step = min((WIDTH - 2 * MARGIN + GAP) // per_row, 210)
    return per_row, step - GAP, step


def _other_ways(nodes: Sequence[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]) -> set[str]:
    """Keys of the nodes that hang below: those whose state is "other" or that only dashed edges reach."""
    dashed = {edge["to"] for edge in edges if edge.get("out")}
    solid = {edge["to"] for edge in edges if not edge.get("out")}
    return {node["key"] for node in nodes if node.get("state") == "other" or node["key"] in dashed - solid}


def _place_main(nodes: Sequence[Mapping[str, Any]], lanes: Mapping[int, int]) -> dict[str, Box]:
    """Boxes of the main way, row by row; `lanes` says how many rows of other ways out hang below each row."""
    per_row, width, step = _columns(len(nodes))
    labels = [_broken(node["label"], width) for node in nodes]
    height = TALL_BOX if any(len(lines) > 1 for lines in labels) else BOX_HEIGHT
    boxes: dict[str, Box] = {}
    for index, node in enumerate(nodes):
        row, column = divmod(index, per_row)
        above = sum(lanes.get(earlier, 0) for earlier in range(row)) * LANE
        y = ROW_TOP + row * (ROW_TOP + height + UNDER_BOX) + above
        boxes[node["key"]] = Box(
            node["key"],
            labels[index],
            node.get("article", ""),
            node.get("state", "none"),
            MARGIN + column * step,
            y,
            width,
            height,
        )
    return boxes


def _place_others(
    others: Sequence[Mapping[str, Any]], boxes: Mapping[str, Box], sources: Mapping[str, list[str]], step: int
) -> dict[str, Box]:
    """Boxes below the main way: each beside the last step that leads to it, moved on or down where the place is taken."""
    placed: dict[str, Box] = {}
    taken: set[tuple[int, int]] = set()
    for node in others:
        source = boxes[sources[node["key"]][-1]]
        x = source.x + step if source.right + step <= WIDTH - MARGIN + 1 else source.x
        y = source.bottom + UNDER_BOX + 8
        while (x, y) in taken:
            x, y = (x + step, y) if x + step + source.width <= WIDTH - MARGIN + 1 else (source.x, y + LANE)
        taken.add((x, y))
        beside = bool(node.get("article")) and x + step + source.width <= WIDTH - MARGIN + 1
        if beside:
            taken.add((x + step, y))
        placed[node["key"]] = Box(
            node["key"],
            _broken(node["label"], source.width),
            node.get("article", ""),
            "other",
            x,
            y,
            source.width,
            BOX_HEIGHT - 4,
            beside,
        )
    return placed


def _lanes(
    others: Sequence[Mapping[str, Any]], sources: Mapping[str, list[str]], order: Mapping[str, int], per_row: int
) -> dict[int, int]:
    """How many rows below each row of the main way its other ways out may need; two nodes share a lane when their steps are far apart."""
    counts: dict[int, int] = {}
    for node in others:
        row = order[sources[node["key"]][-1]] // per_row
        counts[row] = counts.get(row, 0) + 1
    return {row: -(-count // 2) for row, count in counts.items()}


def _path(start: Box, end: Box, out: bool) -> str:
    """The line of an edge: straight on, round to the next row, down to another way out, or back over the top."""
    if out and end.state == "other":
        x = start.x + start.width // 4
        return f"M{x} {start.bottom}V{end.y + end.height // 2}H{end.x}" if end.x > x else f"M{x} {start.bottom}V{end.y}"
    if start.y == end.y and end.x > start.x:
        return f"M{start.right} {start.y + start.height // 2}H{end.x}"
    if end.y > start.y:
        turn = end.y - ROW_TOP // 2
        return f"M{start.right} {start.y + start.height // 2}h10V{turn}H{end.x - 12}V{end.y + end.height // 2}H{end.x}"
    over = min(start.y, end.y) - 10
    return f"M{start.middle} {start.y}V{over}H{end.middle + 8}V{end.y}"


def lay_out(nodes: Sequence[Mapping[str, Any]], edges: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Places of nodes and lines. nodes: [{key, label, article, state}], edges: [{from, to, out}]; see `procedure_diagram`.

    Raises KeyError when an edge names a node that is not there, ValueError when another way out has no step that leads to it.
    """
    other_keys = _other_ways(nodes, edges)
    main = [node for node in nodes if node["key"] not in other_keys]
    others = [node for node in nodes if node["key"] in other_keys]
    order = {node["key"]: index for index, node in enumerate(main)}
    sources = {
        key: [edge["from"] for edge in edges if edge["to"] == key and edge["from"] in order] for key in other_keys
    }
    if lonely := sorted(key for key, steps in sources.items() if not steps):
        raise ValueError(f"no step of the main way leads to {lonely}")
    per_row, _, step = _columns(len(main))
    boxes = _place_main(main, _lanes(others, sources, order, per_row))
    boxes |= _place_others(others, boxes, sources, step)
    lines = [
        {"path": _path(boxes[edge["from"]], boxes[edge["to"]], bool(edge.get("out"))), "out": bool(edge.get("out"))}
        for edge in edges
    ]
    height = max(box.bottom + (4 if box.beside else 22) for box in boxes.values()) + 6
    right = max(box.right for box in boxes.values()) + MARGIN
    return {
        "boxes": list(boxes.values()),
        "lines": lines,
        "height": height,
        "width": WIDTH if right > WIDTH * 2 // 3 else right,
    }


@register.inclusion_tag("components/diagram.html")
def procedure_diagram(diagram: Mapping[str, Any]) -> dict[str, Any]:
    """The procedure drawn: {name, nodes, edges, summary, identity}.

    A node: {key, label, article, url, state: "done"|"here"|"next"|"none"|"other"}; an edge: {from, to, out}, out = another way out
    or a way back, dashed. summary: "您在第 5 步，共 8 步"; identity sets the drawing's id apart when a page holds two.
    """
    nodes = diagram["nodes"]
    drawn = lay_out(nodes, diagram["edges"])
    words = [{**node, "word": STATE_WORDS[node.get("state", "none")]} for node in nodes]
    steps = [node for node in words if node.get("state") != "other"]
    return {
        **drawn,
        "name": diagram["name"],
        "summary": diagram.get("summary", ""),
        "words": words,
        "steps": steps,
        "identity": diagram.get("identity", "g-flow"),
    }
