"""Two characters find a row of an own register by its public columns; sealed columns answer keyed tokens alone."""

import pytest

from guiju.exchange.importing.tests.made_registers import NOW, imported, moment
from guiju.kernel.ledger.api import found_matters
from guiju.kernel.matters.api import Matter, bigrams, find
from guiju.kernel.procedure.api import apply, load_snapshot, plan_correction, plan_erasure, rebuild_search
from guiju.mechanisms.registers.models import EntryDetail, PrivateText
from guiju.mechanisms.registers.tests.made_sheets import defined, row, sheet

PUBLIC = ("宣传", "手册", "折页", "铜版", "林泉")
SEALED = ("有容", "安有容", "代领", "成大")


@pytest.fixture
def matter(town):
    """One row, and another of which nothing is looked for."""
    defined()
    told = row(规格="A5铜版纸折页", 领取人="安有容、成大山", 备注="安有容代领")
    imported(sheet(told, row(title="横幅", 规格="三米", 领取人="", 备注="", 村居="石湾村")))
    return Matter.objects.get(title__endswith="宣传手册")


def by_public_tokens(matter, word):
    return found_matters(matter.town_id, [bigrams(word)], 10)


def check_all_found(matter):
    for word in PUBLIC + SEALED:
        assert find(matter.town_id, word) == [matter.id], word
    for word in PUBLIC:
        assert by_public_tokens(matter, word) == [matter.id], word
    for word in SEALED:
        assert by_public_tokens(matter, word) == [], word


def test_both_kinds_of_column_are_found_each_in_its_way(matter):
    check_all_found(matter)


def test_rebuilding_finds_the_same(matter):
    assert rebuild_search() == 2
    check_all_found(matter)


def test_erased_text_is_found_no_more(matter):
    text = PrivateText.objects.get(matter=matter).text
    apply([plan_erasure(load_snapshot(matter.id), moment(), [text], "本人要求删除")], NOW)
    assert find(matter.town_id, "成大") == []
    assert find(matter.town_id, "代领") == find(matter.town_id, "铜版") == [matter.id]


def test_corrected_column_is_found_by_its_new_words(matter):
    change = {(EntryDetail, matter.id): {"further": {"7": "哑粉纸"}}}
    apply([plan_correction(load_snapshot(matter.id), moment(), change, "抄错了")], NOW)
    assert find(matter.town_id, "铜版") == []
    assert find(matter.town_id, "哑粉") == [matter.id]


def test_long_sealed_text_gives_no_tokens(town):
    defined()
    imported(sheet(row(备注="示例说明" * 20)))
    assert find(town.id, "示例") == []
    assert rebuild_search() == 1
    assert find(town.id, "示例") == []
