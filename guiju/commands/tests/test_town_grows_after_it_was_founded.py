"""guiju town add: new units, people, posts and accounts join a town by one entry; nothing that is there is changed."""

import datetime as dt

import pytest
import yaml
from django.contrib.auth import get_user_model

from guiju.cli import main
from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    NOW,
    SINCE,
    book,
    consultation,
    entries,
    found_town,
    imported,
    moment,
)
from guiju.kernel.ledger.api import verify_town
from guiju.kernel.organisation.api import acting_for_user
from guiju.kernel.terms.api import legal_today

pytestmark = pytest.mark.django_db
CENTRE = {"code": "centre", "name": "朝溪邻里中心", "kind": "legal_centre", "parent": "office", "since": SINCE}
NEWCOMER = {
    "units": [CENTRE],
    "people": [{"code": "mei", "name": "梅示例"}],
    "posts": [{"person": "mei", "role": "justice_clerk", "unit": "office", "since": dt.date(2026, 1, 1)}],
    "users": [{"login": "mei.sfs", "person": "mei"}],
}


@pytest.fixture
def town():
    return found_town()


def add(tmp_path, described):
    path = tmp_path / "增补.yaml"
    path.write_text(yaml.safe_dump(described, allow_unicode=True), encoding="utf-8")
    return main(["town", "add", str(path)])


def test_new_unit_is_known_to_the_next_import_and_the_newcomer_acts(town, tmp_path):
    row = book(CONSULTATIONS, [consultation(unit=CENTRE["name"])])
    assert imported(row).reconciliation.wrong == 1
    before = entries()
    assert add(tmp_path, NEWCOMER) == 0
    assert entries() == before + 1
    assert imported(row).reconciliation.imported == 1
    user = get_user_model().objects.get(username="mei.sfs")
    assert not user.has_usable_password()
    assert acting_for_user(user.pk, legal_today(NOW)).holds(["justice_clerk"])
    assert CENTRE["name"] in moment().directory.units
    assert verify_town(town.id).whole


@pytest.mark.parametrize(
    ("described", "said"),
    [
        ({"units": [{**CENTRE, "code": "office"}]}, "已经在名册里"),
        ({"people": [{"code": "clerk", "name": "柏青禾"}]}, "已经在名册里"),
        ({"units": [{**CENTRE, "parent": "nowhere"}]}, "不在单位名册里"),
        ({}, "没有要增补的"),
        (
            {
                "people": [{"code": "mei", "name": "梅示例"}],
                "posts": [
                    {"person": "mei", "role": role, "unit": "gov", "since": SINCE}
                    for role in ("system_admin", "audit_admin")
                ],
            },
            "三员要分开",
        ),
    ],
)
def test_what_cannot_be_added_is_named_and_nothing_is_written(town, tmp_path, capsys, described, said):
    before = entries()
    assert add(tmp_path, described) == 2
    assert said in capsys.readouterr().err
    assert entries() == before


def test_post_that_excludes_one_already_held_is_refused(town, tmp_path, capsys):
    admin = {"person": "leader", "role": "system_admin", "unit": "gov", "since": SINCE}
    assert add(tmp_path, {"posts": [admin]}) == 0
    assert add(tmp_path, {"posts": [{**admin, "role": "security_admin"}]}) == 2
    assert "三员要分开" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ({"login": "yuanxi.clerk", "person": "mei"}, "已经有人用"),
        ({"login": "someone", "person": "nobody"}, "不在人员名册里"),
    ],
)
def test_account_that_cannot_be_is_refused_before_anything_is_written(town, tmp_path, capsys, listed, said):
    before = entries()
    assert add(tmp_path, {**NEWCOMER, "users": [listed]}) == 2
    assert said in capsys.readouterr().err
    assert entries() == before
