"""Our own numbers have neither gaps nor doubles, with eight people at once and with steps that fail in between."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from guiju.kernel.documents.api import NumberSeries
from guiju.kernel.ledger.api import Entry, verify_town
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Snapshot, apply
from tests.example_mechanism.procedure import CASE
from tests.example_mechanism.towns import NOW, command_moment, found_town, planned, registration, unit_of

THREADS, EACH = 8, 12


def register(moment, unit, **values):
    return apply([planned(Snapshot(CASE), [registration(unit, **values)], moment).plan], NOW)[0]


def numbers() -> list[int]:
    found = Matter.objects.order_by("id").values_list("number", flat=True)
    return [int(number.removeprefix("例〔2026〕").removesuffix("号")) for number in found]


def test_eight_people_at_once(committed_db):
    town = found_town()
    moment, unit = command_moment(town), unit_of(town)
    together, failures = threading.Barrier(THREADS), []

    def work(person):
        try:
            together.wait()
            for n in range(EACH):
                register(moment, unit, names=[f"示例{person}-{n}"])
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(person,)) for person in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sorted(numbers()) == list(range(1, THREADS * EACH + 1))
    indexes = Entry.objects.filter(town_id=town.id).order_by("index").values_list("index", flat=True)
    assert list(indexes) == list(range(THREADS * EACH + 1))
    assert NumberSeries.objects.get(kind="example.case").last == THREADS * EACH
    assert verify_town(town.id).whole


@pytest.mark.django_db
def test_number_of_a_failed_registration_is_given_to_the_next():
    town = found_town()
    moment, unit = command_moment(town), unit_of(town)
    register(moment, unit)
    broken = planned(Snapshot(CASE), [registration(unit)], moment).plan
    broken.changes[0].values["title"] = None  # the table refuses it, in the middle of the transaction
    with pytest.raises(Exception, match=r"title|NOT NULL|null"):
        apply([broken], NOW)
    register(moment, unit)
    assert numbers() == [1, 2]


@pytest.mark.django_db
def test_own_series_goes_on_above_imported_numbers():
    town = found_town()
    moment, unit = command_moment(town), unit_of(town)
    register(moment, unit, number="例〔2026〕41号")
    register(moment, unit)
    register(moment, unit, number="例〔2026〕7号")
    register(moment, unit, number="别的单位〔2026〕900号")
    register(moment, unit)
    assert Matter.objects.filter(number_imported=True).count() == 3
    own = Matter.objects.filter(number_imported=False).order_by("id").values_list("number", flat=True)
    assert list(own) == ["例〔2026〕42号", "例〔2026〕43号"]


@pytest.mark.django_db
def test_towns_count_apart():
    for code in ("qingtan", "linxi"):
        town = found_town(code)
        register(command_moment(town), unit_of(town))
    assert numbers() == [1, 1]
