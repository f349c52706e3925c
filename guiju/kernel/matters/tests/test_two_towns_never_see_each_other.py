"""What somebody sees: the matters of the own town, and of these only those in sight. No list goes without the town."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guiju.kernel.ledger.api import commitments_of
from guiju.kernel.matters.api import count_up_to, find, page_of, visible_to
from guiju.kernel.organisation.api import acting_as_command
from guiju.kernel.procedure.api import Snapshot, apply
from tests.example_mechanism.procedure import CASE
from tests.example_mechanism.towns import (
    NOW,
    acting_in,
    command_moment,
    found_town,
    planned,
    registration,
    unit_of,
)

pytestmark = pytest.mark.django_db
PLACES = ("office", "v1", "v1-room", "v2", "mc")


@pytest.fixture
def towns():
    """Two towns with one case in every unit, all with the same party."""
    found = {}
    for code in ("qingtan", "linxi"):
        town = found_town(code)
        moment = command_moment(town)
        plans = [
            planned(Snapshot(CASE), [registration(unit_of(town, tail), names=["孙示例"])], moment).plan
            for tail in PLACES
        ]
        done = apply(plans, NOW)
        found[code] = town, dict(zip(PLACES, [one.matter for one in done], strict=True))
    return found


def seen(acting):
    return set(visible_to(acting).values_list("id", flat=True))


@pytest.mark.parametrize(
    ("role", "unit", "tails"),
    [
        ("justice_clerk", "office", PLACES),
        ("leader", "office", PLACES),
        ("village_clerk", "v1", ("v1", "v1-room")),
        ("village_clerk", "v2", ("v2",)),
        ("department_head", "office", PLACES),
        ("mediator", "mc", ("mc",)),
        ("system_admin", "office", ()),
        ("security_admin", "office", ()),
        ("audit_admin", "office", ()),
        ("district_viewer", "office", ()),
    ],
)
def test_post_sees_its_part_of_its_own_town(towns, role, unit, tails):
    for code in towns:
        town, matters = towns[code]
        assert seen(acting_in(town, role, unit_of(town, unit))) == {matters[tail] for tail in tails}


def test_command_sees_its_own_town_only(towns):
    for code in towns:
        town, matters = towns[code]
        assert seen(acting_as_command(town, "test")) == set(matters.values())


def test_post_in_another_towns_unit_shows_nothing(towns):
    """Even where a post points to a unit of another town, the town of the acting person bounds the sight."""
    (first, _), (second, _) = towns["qingtan"], towns["linxi"]
    assert seen(acting_in(first, "village_clerk", unit_of(second))) == set()


def test_search_stays_in_the_town(towns):
    for code in towns:
        town, matters = towns[code]
        for words in ("示例案件", "孙示例", "例〔2026〕1号"):
            assert set(find(town.id, words)) <= set(matters.values())
        assert set(find(town.id, "孙示例")) == set(matters.values())
        assert len(commitments_of(town.id, "孙示例")) == len(PLACES)


def test_statements_of_lists_name_the_town(towns):
    town, _ = towns["qingtan"]
    acting = acting_in(town, "village_clerk", unit_of(town))
    with CaptureQueriesContext(connection) as captured:
        page = page_of(visible_to(acting), size=1)
        page_of(visible_to(acting), before=page.older)
        page_of(visible_to(acting), after=page.newer)
        count_up_to(visible_to(acting))
        find(town.id, "示例")
        commitments_of(town.id, "孙示例")
    statements = [query["sql"] for query in captured]
    assert len(statements) == 6
    named = f"t{town.id}" if connection.vendor == "sqlite" else f"town_id = {town.id}"
    for statement in statements:
        assert f'"town_id" = {town.id}' in statement or named in statement, statement
