"""Any order, any way round, any pages lost: what has a code comes to its paper, and what lacks is named."""

from __future__ import annotations

import io
from functools import cache

import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from guiju.exchange.papers.codes import Code, new_token
from guiju.exchange.papers.reading import codes_in
from guiju.exchange.papers.sorting import Bundle, Page, sorted_pages

TOKENS = [new_token() for _ in range(4)]


@cache
def small_page(token: str, page: int) -> Image.Image:
    target = io.BytesIO()
    segno.make(Code(token, page, "A").text(), error="h", micro=False).save(target, kind="png", scale=3, border=4)
    return Image.open(target).convert("RGB")


@st.composite
def batches(draw):
    """How many pages each paper has, and the pages that come: paper, number, quarter turns, in any order."""
    totals = draw(st.lists(st.integers(1, 5), min_size=1, max_size=4))
    every = [(paper, number) for paper, total in enumerate(totals) for number in range(1, total + 1)]
    kept = draw(st.lists(st.sampled_from(every), unique=True))
    turns = draw(st.lists(st.integers(0, 3), min_size=len(kept), max_size=len(kept)))
    return totals, [(*page, turn) for page, turn in zip(draw(st.permutations(kept)), turns, strict=True)]


@given(batches())
@settings(max_examples=40)
def test_pages_with_codes_come_to_their_papers(batch):
    totals, come = batch
    pages = []
    for place, (paper, number, turn) in enumerate(come):
        (found,) = codes_in(small_page(TOKENS[paper], number).rotate(90 * turn))
        pages.append(Page(place, "scan", place, TOKENS.index(found.code.token), found.code.page))
    bundles, unknown = sorted_pages(pages, dict(enumerate(totals)))
    assert not unknown
    expected = {(paper, number) for paper, number, _ in come}
    assert {(bundle.paper, number) for bundle in bundles for number in bundle.pages} == expected
    for bundle in bundles:
        assert set(bundle.missing) == {n for n in range(1, bundle.total + 1) if (bundle.paper, n) not in expected}
        assert [page.number for page in bundle.in_order] == sorted(bundle.pages)
        assert not bundle.doubled and not bundle.by_order


@st.composite
def with_unknown(draw):
    """Pages of a few papers in a file, some of which bear no code that could be read, some of which come twice."""
    totals = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    one = st.tuples(st.integers(0, len(totals) - 1), st.integers(1, 4)).filter(lambda page: page[1] <= totals[page[0]])
    return totals, draw(st.lists(st.none() | one, max_size=12))


@given(with_unknown())
def test_no_page_is_lost_or_placed_twice(batch):
    totals, come = batch
    pages = [Page(place, "scan", place, *(said or (None, None))) for place, said in enumerate(come)]
    bundles, unknown = sorted_pages(pages, dict(enumerate(totals)))
    placed = [page.key for bundle in bundles for page in (*bundle.in_order, *bundle.doubled)]
    assert sorted(placed + [page.key for page in unknown]) == [page.key for page in pages]
    for bundle in bundles:
        for number, page in bundle.pages.items():
            assert 1 <= number <= bundle.total
            assert (page.number is None) == (number in bundle.by_order), "a code is never overruled"
            assert page.number in (None, number)


def bundle_of(*said: tuple[int, int] | None, total: int) -> tuple[Bundle, list[int]]:
    pages = [Page(place, "scan", place, *(one or (None, None))) for place, one in enumerate(said)]
    (bundle,), unknown = sorted_pages(pages, {1: total})
    return bundle, [page.key for page in unknown]


def test_page_without_code_follows_only_where_a_number_is_left():
    bundle, unknown = bundle_of((1, 1), None, (1, 3), total=3)
    assert (bundle.by_order, bundle.missing, unknown) == ({2}, [], [])
    bundle, unknown = bundle_of((1, 1), None, (1, 2), total=2)
    assert (bundle.by_order, unknown) == (set(), [1]), "no number is left between one and two"
    bundle, unknown = bundle_of(None, (1, 1), None, None, None, total=3)
    assert (bundle.by_order, unknown) == ({2, 3}, [0, 4]), "nothing stands before the first page"


def test_second_page_with_one_number_is_named():
    bundle, unknown = bundle_of((1, 1), (1, 1), (1, 2), total=2)
    assert [page.key for page in bundle.doubled] == [1]
    assert not bundle.missing and not unknown
