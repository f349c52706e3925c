"""The text of an entry is the canonical JSON of RFC 8785, as an independent implementation writes it."""

from __future__ import annotations

import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.ledger.api import canonical_json, sha256_hex

# What an entry holds: no floats, integers that every reader can hold, keys of ASCII.
LARGEST = 2**53 - 1
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
KEYS = st.text(st.characters(codec="ascii"), max_size=12)
SCALARS = st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | TEXTS
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=30)


@given(VALUES)
def test_bytes_are_those_of_rfc8785(value):
    assert canonical_json(value).encode() == rfc8785.dumps(value)


@given(VALUES)
def test_text_reads_back_as_the_value(value):
    assert json.loads(canonical_json(value)) == value


def test_order_in_which_keys_were_set_does_not_matter():
    assert canonical_json({"b": 1, "a": {"d": "字", "c": None}}) == '{"a":{"c":null,"d":"字"},"b":1}'


def test_floats_that_are_no_numbers_are_refused():
    with pytest.raises(ValueError):
        canonical_json({"a": float("nan")})


def test_hash_is_of_utf8():
    assert sha256_hex("字") == sha256_hex("字".encode())
    assert sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
