"""The matcher in general: nothing matched twice, order of rows irrelevant, the same both ways, counts that close."""

from __future__ import annotations

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.exchange.reconciling.likeness import Side, evened_names, likeness
from guiju.exchange.reconciling.matching import match

FIRST = dt.date(2022, 3, 1)
NAMES = ("安有容", "成大山", "成大川", "柏青禾", "桑晓")
PLACES = ("", "林泉村1组", "林泉村2组", "石湾村")


@st.composite
def sides(draw, prefix: str) -> list[Side]:
    """A few records that are alike in many ways (示例)."""
    found = []
    for at in range(draw(st.integers(0, 7))):
        numbers = draw(st.sets(st.sampled_from("123"), max_size=1))
        names = draw(st.sets(st.sampled_from(NAMES), max_size=2))
        days = {"": FIRST + dt.timedelta(draw(st.integers(0, 9)))} if draw(st.booleans()) else {}
        place = draw(st.sampled_from(PLACES))
        found.append(Side(f"{prefix}{at}", frozenset(numbers), days, frozenset(names), place))
    return found


@settings(max_examples=50, deadline=None)
@given(sides("h"), sides("t"), st.randoms())
def test_assignment_is_one_whatever_the_order(here: list[Side], there: list[Side], chance: random.Random) -> None:
    found = match(here, there)
    mine, theirs = [edge[0] for edge in found.pairs], [edge[1] for edge in found.pairs]
    assert len(set(mine)) == len(mine) and len(set(theirs)) == len(theirs)
    only_here = {side.key for side in here} - set(mine)
    only_there = {side.key for side in there} - set(theirs)
    assert len(here) - len(only_here) == len(there) - len(only_there) == len(found.pairs)
    assert all(edge[0] in only_here and edge[1] in only_there for edge in found.asked)
    again = match(chance.sample(here, len(here)), chance.sample(there, len(there)))
    assert (again.pairs, again.asked) == (found.pairs, found.asked)
    turned = match(there, here)
    assert {(b, a): how for (a, b), how in turned.pairs.items()} == found.pairs
    assert {(b, a): how for (a, b), how in turned.asked.items()} == found.asked


@settings(max_examples=25, deadline=None)
@given(sides("h"), sides("t"), st.data())
def test_what_people_said_holds(here: list[Side], there: list[Side], data: st.DataObject) -> None:
    edges = [(one.key, other.key) for one in here for other in there]
    said = data.draw(st.sets(st.sampled_from(edges), max_size=3)) if edges else set()
    different = match(here, there, different=said)
    assert said.isdisjoint(different.pairs) and said.isdisjoint(different.asked)
    once = {edge for edge in said if sum(edge[0] == o[0] or edge[1] == o[1] for o in said) == 1}
    assert once <= set(match(here, there, same=said).pairs)


def side(key: str, day: int = 0, names: tuple[str, ...] = NAMES[:2], place: str = "", numbers: str = "") -> Side:
    return Side(key, frozenset(numbers), {"": FIRST + dt.timedelta(day)}, evened_names(names), place)


def test_number_goes_before_likeness_and_likeness_is_told_in_words() -> None:
    here = [side("h1", numbers="1"), side("h2", day=3)]
    there = [side("t1", day=3, numbers="1"), side("t2", day=3, names=("安　有容", "成 大山"))]
    found = match(here, there)
    assert set(found.pairs) == {("h1", "t1"), ("h2", "t2")}
    assert likeness(here[1], there[1]).words == "日期同，双方同姓名，地点没有写明"
    assert (
        likeness(side("a", place="林泉村一组12号"), side("b", 2, place="林泉村一组")).words
        == "日期差2日，双方同姓名，地点近似"
    )


def test_twins_are_asked_and_not_decided() -> None:
    found = match([side("h1"), side("h2")], [side("t1")])
    assert not found.pairs and set(found.asked) == {("h1", "t1"), ("h2", "t1")}
    settled = match([side("h1"), side("h2")], [side("t1")], different={("h2", "t1")})
    assert set(settled.pairs) == {("h1", "t1")}


def test_same_number_of_other_people_at_another_time_is_asked() -> None:
    found = match([side("h", numbers="1")], [side("t", 60, NAMES[3:], numbers="1")])
    assert not found.pairs and set(found.asked) == {("h", "t")}
