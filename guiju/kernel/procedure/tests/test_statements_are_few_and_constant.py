"""Loading, planning and writing a step takes a constant number of statements, BEGIN and COMMIT among them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Intent, Snapshot, apply, load_snapshot, load_snapshots
from tests.example_mechanism.procedure import CASE
from tests.example_mechanism.towns import (
    NOW,
    command_moment,
    found_town,
    loaded,
    opened_case,
    planned,
    registration,
    take,
    unit_of,
)

# What a page adds is not counted here: session, user, posts, and the tree of units where a post sees only a part.
REGISTER_ONLY, HEAVIEST = 13, 20


def counted(work) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def register(town, moment, unit, parties):
    intent = registration(unit, names=[f"示例{n}" for n in range(parties)], remark="私下说的话", amount=900)
    return lambda: apply([planned(Snapshot(CASE), [intent], moment).plan], NOW)


def decide(matter, moment):
    """The heaviest step: it changes matter and detail, closes a term, gives a number, makes a document, leaves findings."""
    intent = Intent("decide", {}, mode="claimed")
    return lambda: apply([planned(loaded(matter), [intent], moment).plan], NOW)


def test_registration_is_within_its_bound_whatever_the_number_of_parties(committed_db):
    town = found_town()
    moment, unit = command_moment(town), unit_of(town)
    register(town, moment, unit, 1)()  # the first one of the year begins the number series
    counts = {parties: counted(register(town, moment, unit, parties)) for parties in (0, 1, 3, 40)}
    assert counts[1] == counts[3] == counts[40], counts
    assert counts[40] <= REGISTER_ONLY, counts


def test_heaviest_step_is_within_its_bound_whatever_stands_on_the_matter(committed_db):
    town = found_town()
    moment, unit = command_moment(town), unit_of(town)
    counts = []
    for evidence in (1, 1, 8):
        matter = opened_case(moment, unit, names=["示例甲"] * evidence).matter
        take(matter, moment, *["collect"] * evidence)
        counts.append(counted(decide(matter, moment)))
    assert counts[1] == counts[2], counts
    assert counts[1] <= HEAVIEST, counts


def test_bulk_takes_hardly_more_statements_than_one(committed_db):
    town = found_town()
    moment, unit = command_moment(town), unit_of(town)
    register(town, moment, unit, 1)()

    def bulk(n):
        intents = [registration(unit, names=["示例甲"]) for _ in range(n)]
        plans = [planned(Snapshot(CASE), [intent], moment).plan for intent in intents]
        return counted(lambda: apply(plans, NOW))

    assert bulk(200) == bulk(400)
    assert bulk(400) <= bulk(1) + 10


def test_loading_many_matters_takes_as_many_statements_as_loading_one(committed_db):
    town = found_town()
    moment, unit = command_moment(town), unit_of(town)
    for _ in range(6):
        opened_case(moment, unit, names=["示例甲", "示例乙"])
    keys = list(Matter.objects.values_list("id", flat=True))
    one, many = counted(lambda: load_snapshots(keys[:1])), counted(lambda: load_snapshots(keys))
    assert one == many
    assert counted(lambda: load_snapshots(keys, private=True)) == many + 1
    assert counted(lambda: load_snapshots([])) == 0
    seen = list(Matter.objects.filter(id=keys[0]))
    assert counted(lambda: load_snapshots(keys[:1], known=seen)) == one - 1
    assert load_snapshots(keys[:1], known=seen) == load_snapshots(keys[:1])
    assert load_snapshot(max(keys) + 1000) is None


@pytest.mark.django_db
def test_statements_name_the_town_or_the_matter():
    """Loaders find rows by matter keys; what seeks by anything else names the town."""
    town = found_town()
    moment = command_moment(town)
    matter = opened_case(moment, unit_of(town), names=["示例甲"]).matter
    with CaptureQueriesContext(connection) as captured:
        loaded(matter, private=True)
    for query in captured:
        where = query["sql"].partition("WHERE")[2]
        assert any(name in where for name in ("town_id", "matter_id", '"id" IN', "commitment")), query["sql"]
