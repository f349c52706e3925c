"""The hash tree against the definition of RFC 9162, section 2.1, written down a second time as plainly as it stands."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.ledger.api import Frontier, Tree, leaf_hash, root_from_inclusion

ENTRIES = st.lists(st.binary(max_size=8), max_size=70)


def split_of(n: int) -> int:
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def plain_root(entries: list[bytes]) -> bytes:
    """MTH of section 2.1.1."""
    if not entries:
        return hashlib.sha256(b"").digest()
    if len(entries) == 1:
        return hashlib.sha256(b"\0" + entries[0]).digest()
    k = split_of(len(entries))
    return hashlib.sha256(b"\1" + plain_root(entries[:k]) + plain_root(entries[k:])).digest()


def plain_path(m: int, entries: list[bytes]) -> list[bytes]:
    """PATH of section 2.1.3.1."""
    if len(entries) == 1:
        return []
    k = split_of(len(entries))
    if m < k:
        return [*plain_path(m, entries[:k]), plain_root(entries[k:])]
    return [*plain_path(m - k, entries[k:]), plain_root(entries[:k])]


def leaves_of(entries):
    return [leaf_hash(entry) for entry in entries]


@given(ENTRIES)
def test_root_of_every_size(entries):
    tree = Tree(leaves_of(entries))
    assert [tree.root(n) for n in range(len(entries) + 1)] == [plain_root(entries[:n]) for n in range(len(entries) + 1)]


@given(ENTRIES)
def test_growing_edge_has_the_same_root(entries):
    frontier = Frontier()
    for n, leaf in enumerate(leaves_of(entries), 1):
        frontier.append(leaf)
        frontier = Frontier.loads(frontier.size, frontier.dumps())  # as it is kept between two transactions
        assert frontier.root() == plain_root(entries[:n])
    assert frontier.size == len(entries)


@given(ENTRIES.filter(len), st.data())
def test_inclusion_path_is_the_defined_one_and_leads_to_the_root(entries, data):
    index = data.draw(st.integers(0, len(entries) - 1))
    size = data.draw(st.integers(index + 1, len(entries)))
    tree = Tree(leaves_of(entries))
    path = tree.inclusion_proof(index, size)
    assert path == plain_path(index, entries[:size])
    assert root_from_inclusion(leaf_hash(entries[index]), index, size, path) == tree.root(size)


@given(ENTRIES.filter(lambda entries: len(entries) > 1), st.data())
def test_path_of_another_place_or_content_does_not_lead_to_the_root(entries, data):
    index = data.draw(st.integers(0, len(entries) - 1))
    tree, size = Tree(leaves_of(entries)), len(entries)
    path = tree.inclusion_proof(index)
    assert root_from_inclusion(leaf_hash(entries[index] + b"x"), index, size, path) != tree.root()
    with pytest.raises(ValueError):
        root_from_inclusion(leaf_hash(entries[index]), index, size, [*path, b"\0" * 32])
    with pytest.raises(ValueError):
        root_from_inclusion(leaf_hash(entries[index]), index, size, path[:-1])


@pytest.mark.parametrize("index", [-1, 3])
def test_place_outside_the_tree_is_refused(index):
    with pytest.raises(ValueError):
        root_from_inclusion(leaf_hash(b""), index, 3, [])


def test_kept_edge_that_does_not_fit_its_size_is_refused():
    with pytest.raises(ValueError):
        Frontier.loads(3, leaf_hash(b"").hex())
