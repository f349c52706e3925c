"""Who sees what follows from the posts held on the day: the whole town, a unit and what lies below it, or nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.ledger.api import Change, NewKey, Plan
from guiju.kernel.organisation.api import (
    ROLES,
    Account,
    OrganisationError,
    Person,
    Post,
    acting_as_command,
    acting_for_user,
    check_exclusion,
    load_directory,
    plan_town,
    subtree,
)
from guiju.kernel.procedure.api import apply
from tests.example_mechanism.towns import NOW, description, found_town, unit_of

DAY = dt.date(2026, 3, 2)


def user_for(town, who):
    user = get_user_model().objects.create(username=f"{town.code}-{who}")
    Account.objects.create(user=user, person=Person.objects.get(town=town, code=f"{town.code}-{who}"))
    return user


@pytest.mark.django_db
def test_office_sees_the_town_and_village_its_own_part():
    town = found_town()
    clerk = acting_for_user(user_for(town, "clerk").id, DAY)
    village = acting_for_user(user_for(town, "village").id, DAY)
    assert clerk is not None and village is not None
    assert clerk.sees_town
    assert not village.sees_town
    below = {unit_of(town, tail).id for tail in ("v1", "v1-room", "mc")}  # the committee serves the village
    assert set(village.unit_ids) == below


@pytest.mark.django_db
def test_committee_sees_itself_only():
    town = found_town()
    mediator = acting_for_user(user_for(town, "mediator").id, DAY)
    assert mediator is not None
    assert mediator.unit_ids == (unit_of(town, "mc").id,)


@pytest.mark.django_db
def test_administrators_see_no_business_content():
    town = found_town()
    acting = acting_for_user(user_for(town, "system").id, DAY)
    assert acting is not None
    assert not acting.sees_town
    assert acting.unit_ids == ()
    assert not any(acting.may(power) for power in ("corrects", "records_for_others", "imports"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("since", "until", "held"), [(-1, None, True), (0, 0, True), (1, None, False), (-9, -1, False)]
)
def test_post_counts_from_its_first_to_its_last_day(since, until, held):
    town = found_town()
    person, key = NewKey(), NewKey()
    days = {"since": DAY + dt.timedelta(since), "until": None if until is None else DAY + dt.timedelta(until)}
    post = {"town_id": town.id, "person_id": person, "unit_id": unit_of(town).id, "role": "village_clerk", **days}
    changes = [
        Change(Person, person, "add", {"town_id": town.id, "code": "new", "name": "示例新人"}),
        Change(Post, key, "add", post),
    ]
    done = apply([Plan(town.id, "organisation", "system:test", "system:test", changes=changes)], NOW)[0]
    user = get_user_model().objects.create(username="new")
    Account.objects.create(user=user, person_id=done.key(person))
    assert (acting_for_user(user.id, DAY) is not None) is held


@pytest.mark.django_db
def test_account_without_post_acts_for_nobody():
    assert acting_for_user(987_654, DAY) is None


@pytest.mark.django_db
def test_scope_takes_two_statements(django_assert_num_queries):
    town = found_town()
    clerk, village = user_for(town, "clerk").id, user_for(town, "village").id
    with django_assert_num_queries(1):
        acting_for_user(clerk, DAY)
    with django_assert_num_queries(2):
        acting_for_user(village, DAY)


@pytest.mark.django_db
def test_command_may_everything_in_its_town():
    town = found_town()
    acting = acting_as_command(town, "import")
    assert acting.sees_town
    assert acting.actor == "system:import"
    assert acting.may("corrects")
    assert acting.holds(("leader",))


EDGES = st.lists(st.tuples(st.integers(0, 12), st.none() | st.integers(0, 12)), max_size=30)


@given(st.lists(st.integers(0, 12), max_size=4), EDGES)
def test_subtree_is_all_that_is_reached_downwards(roots, edges):
    """Against plain repetition until nothing is added; circles end too."""
    expected = set(roots)
    while True:
        more = {unit for unit, above in edges if above in expected} - expected
        if not more:
            break
        expected |= more
    assert subtree(roots, edges) == expected


ADMINISTRATORS = ("system_admin", "security_admin", "audit_admin")


@pytest.mark.parametrize("first", ADMINISTRATORS)
@pytest.mark.parametrize("second", ADMINISTRATORS)
def test_administrators_exclude_one_another(first, second):
    if first == second:
        check_exclusion({first}, second)
        return
    with pytest.raises(OrganisationError, match="三员要分开"):
        check_exclusion({first, "leader"}, second)


@pytest.mark.parametrize("role", sorted(set(ROLES) - set(ADMINISTRATORS)))
def test_other_posts_go_together(role):
    check_exclusion(set(ROLES) - {role}, role)


def changed(**values):
    return {**description("qingtan"), **values}


@pytest.mark.parametrize(
    ("described", "said"),
    [
        (
            changed(
                posts=[
                    {"person": "qingtan-clerk", "role": role, "unit": "qingtan-office", "since": DAY}
                    for role in ADMINISTRATORS[:2]
                ]
            ),
            "三员要分开",
        ),
        (changed(posts=[{"person": "qingtan-clerk", "role": "sheriff", "unit": "qingtan-office"}]), "没有“sheriff”"),
        (
            changed(posts=[{"person": "nobody", "role": "leader", "unit": "qingtan-office", "since": DAY}]),
            "“nobody”不在人员名册里",
        ),
        (
            changed(units=[{"code": "a", "name": "甲", "kind": "village", "parent": "b", "since": DAY}]),
            "“b”不在单位名册里",
        ),
    ],
)
def test_town_that_cannot_be_is_refused_in_words(described, said):
    with pytest.raises(OrganisationError, match=said):
        plan_town(described, "system:test")


@pytest.mark.django_db
def test_directory_finds_units_and_people_by_the_names_of_registers():
    town, other = found_town("qingtan"), found_town("linxi")
    directory = load_directory(town)
    assert directory.unit("qingtan壹村") == directory.unit(" qingtan一村 ") == unit_of(town).id
    assert directory.unit("linxi一村") is None
    assert directory.person("示例clerk") == Person.objects.get(town=town, code="qingtan-clerk").id
    assert directory.committee_for(unit_of(town).id) == unit_of(town, "mc").id
    assert directory.committee_for(unit_of(town, "mc").id) == unit_of(town, "mc").id
    assert directory.committee_for(unit_of(town, "v2").id) is None
    assert directory.town_prefix == "青"
    assert load_directory(other).unit("qingtan一村") is None


@pytest.mark.django_db
def test_name_that_two_people_bear_finds_nobody():
    town = found_town()
    twin = Change(Person, NewKey(), "add", {"town_id": town.id, "code": "twin", "name": "示例clerk"})
    apply([Plan(town.id, "organisation", "system:test", "system:test", changes=[twin])], NOW)
    directory = load_directory(town)
    assert directory.person("示例clerk") is None
    assert directory.person("twin") == Person.objects.get(code="twin").id
