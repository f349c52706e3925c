"""Two people on one matter: the second is told; the same form sent twice gives the first result."""

from __future__ import annotations

import pytest

from guiju.kernel.ledger.api import Entry, PrivateValue
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import (
    RepeatedRequest,
    Snapshot,
    StaleMatter,
    apply,
    plan_correction,
    plan_void,
)
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

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return found_town()


@pytest.fixture
def moment(town):
    return command_moment(town)


@pytest.fixture
def matter(town, moment):
    return opened_case(moment, unit_of(town), names=["示例甲"]).matter


def test_step_on_an_older_version_is_refused_with_the_present_one(matter, moment):
    seen = loaded(matter)
    take(matter, moment, "collect")
    entries = Entry.objects.count()
    with pytest.raises(StaleMatter) as stale:
        apply([planned(seen, ["drop"], moment).plan], NOW)
    assert (stale.value.matter, stale.value.present) == (matter, 2)
    assert "有了新的变化" in str(stale.value)
    assert Entry.objects.count() == entries
    assert Matter.objects.get(id=matter).stage == "open"


@pytest.mark.parametrize(
    "second",
    [
        lambda seen, moment: plan_void(seen, moment, "登记错了"),
        lambda seen, moment: plan_correction(seen, moment, {(Matter, seen.key): {"title": "另一个题目"}}, "写错了"),
    ],
    ids=["void", "correction"],
)
def test_kernel_steps_on_an_older_version_are_refused(matter, moment, second):
    seen = loaded(matter)
    take(matter, moment, "collect")
    with pytest.raises(StaleMatter):
        apply([second(seen, moment)], NOW)


def test_one_stale_plan_holds_back_the_whole_batch(town, matter, moment):
    seen = loaded(matter)
    take(matter, moment, "collect")
    another = planned(Snapshot(CASE), [registration(unit_of(town))], moment).plan
    before = Matter.objects.count(), Entry.objects.count(), PrivateValue.objects.count()
    with pytest.raises(StaleMatter):
        apply([another, planned(seen, ["drop"], moment).plan], NOW)
    assert (Matter.objects.count(), Entry.objects.count(), PrivateValue.objects.count()) == before


def test_two_plans_of_one_matter_follow_each_other_in_one_batch(matter, moment):
    first = planned(loaded(matter), ["collect"], moment)
    second = planned(first.after, ["notify"], moment)
    apply([first.plan, second.plan], NOW)
    assert Matter.objects.get(id=matter).row_version == 3
    assert loaded(matter).facts == {"evidence", "noticed"}


def test_repeated_registration_gives_the_first_entry(town, moment):
    def send():
        intent = registration(unit_of(town), names=["示例甲"])
        return apply([planned(Snapshot(CASE), [intent], moment, request_key="form-1").plan], NOW)

    done = send()[0]
    with pytest.raises(RepeatedRequest) as repeated:
        send()
    assert (repeated.value.entry.index, repeated.value.entry.matter_id) == (done.index, done.matter)
    assert f"#{done.index:,}" in str(repeated.value)
    assert Matter.objects.count() == 1


def test_repeated_step_gives_the_first_entry_though_the_version_moved_on(matter, moment):
    """The browser sends the same form again: the answer is the first result, not that somebody else was quicker."""
    seen = loaded(matter)
    done = apply([planned(seen, ["collect"], moment, request_key="form-2").plan], NOW)[0]
    with pytest.raises(RepeatedRequest) as repeated:
        apply([planned(seen, ["collect"], moment, request_key="form-2").plan], NOW)
    assert repeated.value.entry.index == done.index


def test_other_key_is_another_request(town, moment):
    for key in ("form-1", "form-2", None, None):
        apply([planned(Snapshot(CASE), [registration(unit_of(town))], moment, request_key=key).plan], NOW)
    assert Matter.objects.count() == 4
