"""Search by two characters on both databases; private words are found by keyed tokens that say nothing."""

from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.matters.api import Party, bigrams, find, private_tokens, search_tokens
from guiju.kernel.procedure.api import apply, plan_erasure, rebuild_search
from tests.example_mechanism.towns import NOW, command_moment, found_town, loaded, opened_case, unit_of

NAME, TELEPHONE = "司马示例", "13800000001"


def stored_tokens() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tokens FROM matters_search")
        return " ".join(row[0] if isinstance(row[0], str) else " ".join(row[0]) for row in cursor.fetchall())


@pytest.fixture
def case(db):
    """A town with two cases; the first has a party with name and telephone."""
    town = found_town()
    moment = command_moment(town)
    first = opened_case(moment, unit_of(town), title="松溪村宅基地纠纷", names=[NAME], telephone=TELEPHONE)
    second = opened_case(moment, unit_of(town), title="竹林村水渠纠纷", names=["欧阳另人"])
    return town, moment, first.matter, second.matter


@pytest.mark.parametrize(
    "words", ["松溪", "宅基", "基地", "宅基地纠纷", "松溪村宅基地纠纷", "例〔2026〕1号", "松溪　宅基地"]
)
def test_public_words_find_the_matter(case, words):
    town, _, first, _ = case
    assert find(town.id, words) == [first]


def test_what_both_hold_finds_the_newest_first(case):
    town, _, first, second = case
    assert find(town.id, "纠纷") == [second, first]
    assert find(town.id, "纠纷", limit=1) == [second]


@pytest.mark.parametrize("words", ["司马", "马示", NAME, TELEPHONE, f" {TELEPHONE} "])
def test_private_words_find_the_matter(case, words):
    town, _, first, _ = case
    assert find(town.id, words) == [first]


@pytest.mark.parametrize("words", ["溪松", "地宅", "马司", "1380000", "〔", "", "  ", "%", "*", '"', '溪" OR "x'])
def test_other_words_find_nothing(case, words):
    town, *_ = case
    assert find(town.id, words) == []


def test_search_takes_one_statement(case, django_assert_num_queries):
    town, *_ = case
    with django_assert_num_queries(1):
        find(town.id, NAME)


def test_index_holds_private_words_as_keyed_tokens_only(case):
    tokens = stored_tokens()
    assert all(token in tokens for token in private_tokens([NAME, TELEPHONE]))
    assert not any(token in tokens.split() for token in bigrams(NAME)[:1] + bigrams(TELEPHONE))
    assert "司马" not in tokens
    assert TELEPHONE not in tokens


def test_erasure_drops_the_tokens(case):
    town, moment, first, second = case
    party = Party.objects.get(matter_id=first)
    apply([plan_erasure(loaded(first), moment, [party.name, party.telephone], "本人要求删除")], NOW)
    assert find(town.id, "司马") == []
    assert not any(token in stored_tokens() for token in private_tokens([NAME, TELEPHONE]))
    assert find(town.id, "松溪") == [first]
    assert find(town.id, "欧阳") == [second]


def test_rebuilding_finds_the_same(case):
    town, _, first, second = case
    assert rebuild_search() == 2
    assert find(town.id, "司马") == find(town.id, "松溪") == find(town.id, TELEPHONE) == [first]
    assert find(town.id, "纠纷") == [second, first]


HAN = st.text(st.sampled_from("松溪村宅基地纠纷邻里水渠"), min_size=2, max_size=12)


@given(HAN, st.integers(0, 10), st.integers(2, 5))
def test_every_part_of_two_characters_or_more_is_among_the_tokens(text, at, length):
    part = text[at : at + length]
    if len(part) > 1:
        assert set(bigrams(part)) <= set(bigrams(text))


@given(st.text(), st.lists(st.text(), max_size=3))
def test_tokens_are_plain_words_for_either_database(text, private):
    for token in search_tokens(text, private):
        assert token.isascii()
        assert token.isalnum()


@given(st.text(min_size=1).filter(str.strip))
def test_width_and_case_do_not_matter(text):
    wide = {ord(c): chr(ord(c) + 0xFEE0) for c in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"}
    plain = "".join(c for c in text if c.isascii() and c.isalnum()) or "a1"
    assert bigrams(plain.translate(wide)) == bigrams(plain) == bigrams(plain.upper())
