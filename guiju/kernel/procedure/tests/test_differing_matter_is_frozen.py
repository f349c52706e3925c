"""A matter that differs from its entries takes no further step until it agrees again; paper facts stay recordable."""

from __future__ import annotations

import pytest
from django.db import connection

from guiju.kernel.ledger.api import PrivateValue, verify_town
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.organisation.api import acting_as_command
from guiju.kernel.procedure.api import Intent, Planned, Refused, apply, concerned_matters, plan, plan_verification
from tests.example_mechanism.towns import NOW, command_moment, found_town, loaded, opened_case, unit_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return found_town()


def opened(town, moment, **values) -> int:
    matter = opened_case(moment, unit_of(town), **values).matter
    assert matter is not None
    return matter


def tamper(matter: int, title: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE matters_matter SET title = %s WHERE id = %s", [title, matter])


def verified(town, moment):
    result = verify_town(town.id)
    acting = acting_as_command(town, "test")
    apply([plan_verification(acting, result, concerned_matters(result), moment.today)], NOW)
    return result


def test_matter_is_frozen_and_set_free_again(town):
    moment = command_moment(town)
    matter = opened(town, moment)
    other = opened(town, moment)
    title = Matter.objects.get(id=matter).title
    tamper(matter, "改过的标题（示例）")
    assert not verified(town, moment).whole

    answer = plan(loaded(matter), [Intent("collect", {})], moment)
    assert isinstance(answer, Refused)
    assert [refusal.code for refusal in answer.refusals] == ["frozen"]
    assert "标题与留痕不符" in answer.refusals[0].reason
    assert "改过" not in answer.refusals[0].reason
    claimed = plan(loaded(matter), [Intent("collect", {}, mode="claimed")], moment)
    assert isinstance(claimed, Planned)
    assert "frozen" in {finding.code for finding in claimed.findings}
    assert isinstance(plan(loaded(other), [Intent("collect", {})], moment), Planned)

    tamper(matter, title)
    assert verified(town, moment).whole
    freed = Matter.objects.get(id=matter)
    assert (freed.frozen_on, freed.frozen_for) == (None, "")
    assert isinstance(plan(loaded(matter), [Intent("collect", {})], moment), Planned)
    assert verify_town(town.id).whole


def test_verification_that_only_looks_freezes_nothing(town):
    moment = command_moment(town)
    matter = opened(town, moment)
    tamper(matter, "改过的标题（示例）")
    verify_town(town.id)
    assert Matter.objects.get(id=matter).frozen_on is None


def test_what_differs_is_told_anew_by_the_next_verification(town):
    moment = command_moment(town)
    matter = opened(town, moment)
    tamper(matter, "改过的标题（示例）")
    verified(town, moment)
    Matter.objects.filter(id=matter).update(stage="decided")
    verified(town, moment)
    assert Matter.objects.get(id=matter).frozen_for == "标题、所处环节"


def test_changed_private_value_freezes_its_matter(town):
    moment = command_moment(town)
    matter = opened(town, moment, names=["虚构甲"])
    party = Party.objects.get(matter_id=matter)
    PrivateValue.objects.filter(commitment=party.name).update(ciphertext=b"0" * 60)
    assert not verified(town, moment).whole
    frozen = Matter.objects.get(id=matter)
    assert (frozen.frozen_on, frozen.frozen_for) == (moment.today, "当事人")


def test_matter_that_names_no_procedure_is_frozen_too(town):
    moment = command_moment(town)
    matter = opened(town, moment)
    Matter.objects.filter(id=matter).update(kind="unknown")
    verified(town, moment)
    assert Matter.objects.get(id=matter).frozen_for == "登记内容"
