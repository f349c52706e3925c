"""Workbooks and sheets that name matters of others are imported after these, also where some name one another."""

from hypothesis import given
from hypothesis import strategies as st

from guiju.exchange.importing.ordering import Numbers, ordered

NUMBERS = st.sets(st.sampled_from("abcdefgh"), max_size=3)


def test_log_follows_the_register_that_it_names():
    log, register = Numbers(named={"m1"}), Numbers({"m1"})
    assert ordered([log, register]) == [1, 0]


def test_log_follows_a_register_and_orders_that_name_one_another():
    register, orders = Numbers({"m1", "m2"}, {"o1", "o2", "o3"}), Numbers({"o1", "o2", "o3"}, {"m1", "m2"})
    log = Numbers(set(), {"m1"}, {"m1"})
    assert ordered([log, register, orders]) == [2, 1, 0]
    assert ordered([register, log, orders])[-1] == 1


def test_what_needs_the_others_goes_behind_them_in_a_circle():
    needs, names = Numbers({"a"}, {"b"}, {"b"}), Numbers({"b", "c"}, {"a"})
    assert ordered([needs, names]) == [1, 0]


def test_what_names_nothing_keeps_its_place():
    assert ordered([Numbers({"a"}), Numbers({"b"}), Numbers()]) == [0, 1, 2]


@given(st.lists(st.builds(Numbers, NUMBERS, NUMBERS), max_size=7))
def test_everything_comes_once_and_one_way_names_are_kept(told):
    order = ordered(told)
    assert sorted(order) == list(range(len(told)))
    place = {at: n for n, at in enumerate(order)}
    for at, naming in enumerate(told):
        for other, having in enumerate(told):
            if at != other and naming.named & having.own and not reaches(told, other, at):
                assert place[other] < place[at]


def reaches(told, start, goal):
    seen, waiting = set(), [start]
    while waiting:
        at = waiting.pop()
        for other, having in enumerate(told):
            if other != at and told[at].named & having.own and other not in seen:
                seen.add(other)
                waiting.append(other)
    return goal in seen
