"""The drawing of a procedure: boxes never overlap, whatever the procedure; the words say what the drawing says."""

from itertools import combinations
from typing import Any

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from guiju.web.templatetags.guiju_diagram import WIDTH, Box, lay_out, procedure_diagram


def _chain(count: int, label: str = "调解") -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    nodes = [{"key": f"s{index}", "label": label, "article": "第1条", "state": "none"} for index in range(count)]
    return nodes, [{"from": f"s{index}", "to": f"s{index + 1}"} for index in range(count - 1)]


def _apart(one: Box, other: Box) -> bool:
    return one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y


@given(
    st.integers(1, 20),
    st.lists(st.tuples(st.integers(0, 19), st.booleans()), max_size=8),
    st.sampled_from(["受理", "作出行政处罚决定并送达"]),
)
def test_boxes_never_overlap_and_stay_on_the_paper(count: int, ways: list[tuple[int, bool]], label: str) -> None:
    nodes, edges = _chain(count, label)
    for index, (source, with_article) in enumerate(ways):
        nodes.append({"key": f"o{index}", "label": label, "article": "第2条" if with_article else "", "state": "other"})
        edges.append({"from": f"s{source % count}", "to": f"o{index}", "out": True})
    drawn = lay_out(nodes, edges)
    assert len(drawn["boxes"]) == len(nodes)
    assert all(_apart(one, other) for one, other in combinations(drawn["boxes"], 2))
    assert all(box.x > 0 and box.right < WIDTH and box.y > 0 and box.bottom < drawn["height"] for box in drawn["boxes"])
    assert ["".join(box.lines) for box in drawn["boxes"]] == [label] * len(nodes)


def test_two_ways_out_of_one_step_hang_below_one_another() -> None:
    nodes, edges = _chain(4)
    nodes += [
        {"key": "drop", "label": "不予处罚", "state": "other"},
        {"key": "move", "label": "移送", "state": "other"},
    ]
    edges += [{"from": "s1", "to": "drop", "out": True}, {"from": "s1", "to": "move", "out": True}]
    boxes = {box.key: box for box in lay_out(nodes, edges)["boxes"]}
    assert boxes["drop"].x == boxes["move"].x
    assert boxes["drop"].bottom < boxes["move"].y


def test_node_reached_only_by_a_dashed_edge_hangs_below() -> None:
    nodes, edges = _chain(3)
    nodes.append({"key": "end", "label": "终止", "state": "none"})
    boxes = {box.key: box for box in lay_out(nodes, [*edges, {"from": "s1", "to": "end", "out": True}])["boxes"]}
    assert boxes["end"].state == "other"
    assert boxes["end"].y > boxes["s1"].bottom


def test_way_out_without_a_step_is_refused() -> None:
    nodes, edges = _chain(2)
    nodes.append({"key": "lost", "label": "移送", "state": "other"})
    with pytest.raises(ValueError, match="lost"):
        lay_out(nodes, edges)


def test_words_name_every_node_its_state_and_its_article() -> None:
    nodes, edges = _chain(2)
    nodes[0] |= {"state": "here", "url": "/law/17"}
    html = render_to_string(
        "components/diagram.html",
        procedure_diagram({"name": "人民调解", "nodes": nodes, "edges": edges, "summary": "您在第 1 步，共 2 步"}),
    )
    words = html[html.index("<details") :]
    assert words.count("<li") == 2
    assert "您在这里" in words
    assert '<a class="g-art" href="/law/17">第1条</a>' in words
    assert 'aria-label="人民调解程序图。您在第 1 步，共 2 步"' in html
