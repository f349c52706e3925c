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
ROW_TOP = 36
OVER_TOP = 30
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


@dataclass(frozen=True)
class Slot:
    """Where another way out hangs: below which row, in which column, how deep; `beside` when its article has room at its right."""

    row: int
    column: int
    lane: int
    beside: bool


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


def _slots(
    others: Sequence[Mapping[str, Any]], order: Mapping[str, int], sources: Mapping[str, list[str]], per_row: int
) -> dict[str, Slot]:
    """Where other ways out hang: one column after the last step that leads to each, a lane lower where the place is taken.

    The rightmost is placed first, and the place below a step that an arrow goes down through is kept free of boxes: no arrow
    runs through a box that it does not lead to.
    """
    slots: dict[str, Slot] = {}
    boxes: set[tuple[int, int, int]] = set()
    arrows: set[tuple[int, int, int]] = set()
    for node in sorted(others, key=lambda item: -order[sources[item["key"]][-1]]):
        row, source = divmod(order[sources[node["key"]][-1]], per_row)
        column = source + (1 if source + 1 < per_row else 0)
        lane = next(
            lane
            for lane in range(len(others) * 2 + 1)
            if (row, column, lane) not in boxes | arrows
            and (column == source or boxes.isdisjoint((row, source, above) for above in range(lane + 1)))
        )
        boxes.add((row, column, lane))
        if column != source:
            arrows |= {(row, source, above) for above in range(lane + 1)}
        beside = bool(node.get("article")) and column + 1 < per_row and (row, column + 1, lane) not in boxes | arrows
        if beside:
            boxes.add((row, column + 1, lane))
        slots[node["key"]] = Slot(row, column, lane, beside)
    return slots


def _row_tops(count: int, height: int, slots: Iterable[Slot]) -> list[int]:
    """The y of each row of the main way, below the lanes of the row above it."""
    lanes = [0] * count
    for slot in slots:
        lanes[slot.row] = max(lanes[slot.row], slot.lane + 1)
    tops = [ROW_TOP]
    for above in lanes[:-1]:
        tops.append(tops[-1] + height + UNDER_BOX + above * LANE + ROW_TOP)
    return tops


def _place(
    main: Sequence[Mapping[str, Any]], others: Sequence[Mapping[str, Any]], slots: Mapping[str, Slot]
) -> list[Box]:
    """All boxes with their places."""
    per_row, width, step = _columns(len(main))
    labels = {node["key"]: _broken(node["label"], width) for node in [*main, *others]}
    height = TALL_BOX if any(len(labels[node["key"]]) > 1 for node in main) else BOX_HEIGHT
    tops = _row_tops(-(-len(main) // per_row), height, slots.values())
    boxes = []
    for index, node in enumerate(main):
        row, column = divmod(index, per_row)
        state = node.get("state", "none")
        boxes.append(
            Box(
                node["key"],
                labels[node["key"]],
                node.get("article", ""),
                state,
                MARGIN + column * step,
                tops[row],
                width,
                height,
            )
        )
    for node in others:
        slot = slots[node["key"]]
        y = tops[slot.row] + height + UNDER_BOX + 8 + slot.lane * LANE
        tall = BOX_HEIGHT - 4 if len(labels[node["key"]]) == 1 else LANE - 8
        x = MARGIN + slot.column * step
        boxes.append(
            Box(node["key"], labels[node["key"]], node.get("article", ""), "other", x, y, width, tall, slot.beside)
        )
    return boxes


def _line(start: Box, end: Box, out: bool) -> dict[str, Any]:
    """An edge as a line: straight on, round to the next row, down to another way out, or back over the top."""
    if end.state == "other" and end.x > start.x and end.y > start.y:
        path = f"M{start.x + start.width // 4} {start.bottom}V{end.y + end.height // 2}H{end.x}"
    elif end.state == "other" and end.y > start.y:
        path = f"M{start.x + start.width // 4} {start.bottom}V{end.y}"
    elif start.y == end.y and start.right < end.x <= start.right + GAP:
        path = f"M{start.right} {start.y + start.height // 2}H{end.x}"
    elif end.y > start.y:
        path = f"M{start.right} {start.y + start.height // 2}h10V{end.y - ROW_TOP + 2}H{end.x - 12}V{end.y + end.height // 2}H{end.x}"
    else:
        path = f"M{start.middle - 8} {start.y}V{min(start.y, end.y) - OVER_TOP}H{end.middle + 8}V{end.y}"
    return {"path": path, "out": out}


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
    per_row, _, _ = _columns(len(main))
    boxes = _place(main, others, _slots(others, order, sources, per_row))
    by_key = {box.key: box for box in boxes}
    lines = [_line(by_key[edge["from"]], by_key[edge["to"]], bool(edge.get("out"))) for edge in edges]
    height = max(box.bottom + (4 if box.beside else 22) for box in boxes) + 6
    right = max(box.right for box in boxes) + MARGIN
    return {"boxes": boxes, "lines": lines, "height": height, "width": WIDTH if right > WIDTH * 2 // 3 else right}


@register.inclusion_tag("components/diagram.html")
def procedure_diagram(diagram: Mapping[str, Any]) -> dict[str, Any]:
    """The procedure drawn: {name, nodes, edges, summary, identity}.

    A node: {key, label, article, cited, url, state: "done"|"here"|"next"|"none"|"other"}; an edge: {from, to, out}, out = another way out
    or a way back, dashed. cited: the article with its law, for the list in words. summary: "您在第 5 步，共 8 步"; identity sets the drawing's id apart when a page holds two.
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
