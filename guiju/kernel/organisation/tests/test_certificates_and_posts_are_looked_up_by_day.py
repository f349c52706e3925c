"""Who held which post and which certificate on a day is read from the directory, without a statement of its own."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.organisation.api import (
    CERTIFICATE_KINDS,
    ENFORCEMENT,
    LEGAL_PROFESSION,
    ROLES,
    Certificate,
    DatedPost,
    Directory,
    HeldCertificate,
    OrganisationError,
    Person,
    Town,
    Unit,
    certificate_kind,
    load_directory,
    plan_town,
)
from guiju.kernel.procedure.api import apply
from tests.example_mechanism.towns import NOW, description

ONE, TWO, TEAM = 11, 12, 5


def day(text):
    return dt.date.fromisoformat(text)


def held(number, since, until=None, kind=ENFORCEMENT):
    return HeldCertificate(kind, number, day(since), day(until) if until else None)


@pytest.fixture
def directory():
    return Directory(
        1,
        "qingtan",
        "青潭镇",
        certificates={ONE: (held("甲", "2018-07-01", "2022-06-30"), held("乙", "2022-06-01", "2026-05-31"))},
        posts={
            TWO: (DatedPost("organ_head", TEAM, day("2018-03-16")),),
            ONE: (
                DatedPost("enforcement_officer", TEAM, day("2018-07-01"), day("2022-06-30")),
                DatedPost("enforcement_head", TEAM, day("2022-07-01")),
            ),
        },
    )


@pytest.mark.parametrize(
    ("on", "number"),
    [
        ("2018-06-30", None),
        ("2018-07-01", "甲"),
        ("2022-05-31", "甲"),
        ("2022-06-01", "乙"),  # both are valid: the later one
        ("2026-05-31", "乙"),
        ("2026-06-01", None),
    ],
)
def test_certificate_counts_from_its_first_to_its_last_day(directory, on, number):
    found = directory.holds_certificate(ONE, ENFORCEMENT, day(on))
    assert (found.number if found else None) == number


def test_certificate_of_another_kind_or_person_does_not_count(directory):
    assert directory.holds_certificate(ONE, LEGAL_PROFESSION, day("2020-01-01")) is None
    assert directory.holds_certificate(TWO, ENFORCEMENT, day("2020-01-01")) is None


@pytest.mark.parametrize(
    ("on", "roles", "people"),
    [
        ("2018-03-15", tuple(ROLES), ()),
        ("2018-07-01", ("enforcement_officer",), (ONE,)),
        ("2022-06-30", ("enforcement_officer", "enforcement_head"), (ONE,)),
        ("2022-07-01", ("enforcement_officer",), ()),
        ("2022-07-01", ("enforcement_head", "organ_head"), (ONE, TWO)),
    ],
)
def test_post_counts_from_its_first_to_its_last_day(directory, on, roles, people):
    assert directory.people_in_post(roles, day(on)) == people
    assert [one for one in (ONE, TWO) if directory.in_post(one, roles, day(on))] == list(people)


def test_kind_is_written_as_code_or_in_chinese():
    for kind, label in CERTIFICATE_KINDS.items():
        assert certificate_kind(kind) == certificate_kind(label) == kind
        assert HeldCertificate(kind, "", day("2020-01-01")).label == label


def with_certificate(kind):
    described = description("qingtan")
    described["people"][0]["certificates"] = [{"kind": kind, "number": "示例1", "since": day("2020-01-01")}]
    described["units"].append(
        {"code": "qingtan-team", "name": "青潭执法队", "kind": "enforcement_team", "since": day("2020-01-01")}
    )
    return described


def test_unknown_kind_is_refused_in_words():
    with pytest.raises(OrganisationError, match="示例clerk的证件“行政执法正”不是认识的一种。请写成：.*行政执法证"):
        plan_town(with_certificate("行政执法正"), "system:test")


@pytest.mark.django_db
def test_directory_is_loaded_in_five_statements(django_assert_num_queries):
    planned, _ = plan_town(with_certificate("行政执法证"), "system:test")
    town = Town.objects.get(id=apply([planned], NOW)[0].town_id)
    clerk = Person.objects.get(code="qingtan-clerk").id
    assert Certificate.objects.get(person_id=clerk).kind == ENFORCEMENT
    with django_assert_num_queries(5):
        directory = load_directory(town)
    assert directory.holds_certificate(clerk, ENFORCEMENT, day("2026-03-02")) == held("示例1", "2020-01-01")
    assert directory.people_in_post(("justice_clerk",), day("2026-03-02")) == (clerk,)
    assert directory.first_unit("enforcement_team") == Unit.objects.get(code="qingtan-team").id
