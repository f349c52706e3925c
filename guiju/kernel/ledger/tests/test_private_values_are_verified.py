"""A private value changed, missing or added is found; an erased one is accepted only with the entry that erased it."""

from __future__ import annotations

import hashlib

import pytest

from guiju.kernel.ledger.api import (
    Change,
    Plan,
    Private,
    PrivateValue,
    commitments_of,
    ledgered_models,
    open_values,
    openings,
    private_columns,
    vault,
    verify_town,
)
from guiju.kernel.matters.api import Party
from guiju.kernel.procedure.api import apply
from tests.filled_rows import MOMENT, FilledTown

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled():
    return apply([FilledTown().plan()], MOMENT)[0]


@pytest.fixture
def name(filled):
    """The commitment to the party's name."""
    return Party.objects.get(town_id=filled.town_id).name


def places(filled):
    return [str(problem) for problem in verify_town(filled.town_id).mismatches]


def erase(filled, *commitments):
    plan = Plan(filled.town_id, "erasure", "system:test", "system:test", matter=filled.matter, erased=commitments)
    apply([plan], MOMENT)


def test_every_private_column_stands_in_the_store(filled):
    columns = sum(len(private_columns(model)) for model in ledgered_models())
    result = verify_town(filled.town_id)
    assert result.whole
    assert result.private_values == columns


def test_value_is_read_only_through_its_commitment(name):
    assert open_values([name]) == {name: "示例name1"}


def test_opening_proves_the_commitment_to_whoever_holds_the_entry(name):
    opening = openings([name])[name]
    assert hashlib.sha256(b"guiju private value\x00" + opening.salt + opening.value.encode()).hexdigest() == name


def test_erased_value_has_no_opening(filled, name):
    PrivateValue.objects.filter(commitment=name).update(ciphertext=None)
    assert openings([name, ""]) == {}


def test_exact_value_finds_its_commitment(filled, name):
    assert commitments_of(filled.town_id, "示例name1") == [name]
    assert commitments_of(filled.town_id + 1, "示例name1") == []


def test_clear_text_stands_in_no_column(filled):
    for model in ledgered_models():
        for row in model._default_manager.all().values():
            assert not any("示例name1" in str(value) for value in row.values()), model


def test_swapped_ciphertext_is_found(filled, name):
    """Another value's ciphertext under this commitment does not open: the commitment is bound into it."""
    other = PrivateValue.objects.exclude(commitment=name).values_list("ciphertext", flat=True)[0]
    PrivateValue.objects.filter(commitment=name).update(ciphertext=other)
    assert any("个人信息密文与承诺值不符" in place and name[:12] in place for place in places(filled))


def test_value_sealed_anew_under_the_old_commitment_is_found(filled, name):
    forged = vault().seal("另一个人")
    PrivateValue.objects.filter(commitment=name).update(ciphertext=forged.ciphertext)
    assert any(name[:12] in place for place in places(filled))


def test_changed_search_hash_is_found(filled, name):
    PrivateValue.objects.filter(commitment=name).update(search_hash="0" * 32)
    (place,) = places(filled)
    assert place.endswith("的 name）的 search_hash")


def test_missing_value_is_found(filled, name):
    PrivateValue.objects.filter(commitment=name).delete()
    (place,) = places(filled)
    assert place.startswith(f"个人信息 {name[:12]}（matters_party ")
    assert place.endswith("不在保管库里")


def test_emptied_value_without_entry_is_found(filled, name):
    PrivateValue.objects.filter(commitment=name).update(ciphertext=None, search_hash="")
    (place,) = places(filled)
    assert place.endswith("内容没有了，账上没有删除记录")


def test_value_that_no_row_stands_for_is_found(filled):
    sealed = vault().seal("多出来的")
    PrivateValue.objects.create(
        commitment=sealed.commitment, town_id=filled.town_id, key_id="k1", ciphertext=sealed.ciphertext
    )
    assert places(filled) == [f"个人信息 {sealed.commitment[:12]}：保管库里有，账上没有"]


def test_corrected_value_leaves_the_old_one_explained(filled, name):
    party = Party.objects.get(town_id=filled.town_id)
    change = Change(Party, party.id, "change", {"name": Private("改正后的名字")})
    plan = Plan(filled.town_id, "correction", "system:test", "system:test", matter=filled.matter, changes=[change])
    apply([plan], MOMENT)
    party.refresh_from_db()
    assert open_values([party.name, name]) == {party.name: "改正后的名字", name: "示例name1"}
    assert verify_town(filled.town_id).whole


def test_erased_value_is_accepted_with_its_entry(filled, name):
    erase(filled, name)
    assert open_values([name]) == {}
    assert commitments_of(filled.town_id, "示例name1") == []
    assert verify_town(filled.town_id).whole


def test_erased_value_that_came_back_is_found(filled, name):
    kept = PrivateValue.objects.values_list("ciphertext", flat=True).get(commitment=name)
    erase(filled, name)
    PrivateValue.objects.filter(commitment=name).update(ciphertext=kept)
    (place,) = places(filled)
    assert place.endswith("账上已删除，内容还在")
