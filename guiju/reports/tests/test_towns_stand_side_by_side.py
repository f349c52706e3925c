"""Figures of several towns beside one another: in one order, with what is missing, marked where counted differently."""

from __future__ import annotations

import datetime as dt

from guiju.reports.side_by_side import side_by_side
from guiju.reports.tests.figures_made import OCTOBER, figure


def keyed(*figures):
    return {each.key: each for each in figures}


def test_a_figure_that_one_town_lacks_leaves_its_place_empty():
    rows = side_by_side([keyed(figure("example.a", 1)), keyed(figure("example.a", 2), figure("example.b", 3))])
    assert [(row.name, [f and f.value for f in row.figures]) for row in rows] == [
        ("示例指标 example.a", [1, 2]),
        ("示例指标 example.b", [None, 3]),
    ]


def test_ways_of_counting_that_differ_are_told_and_cutoffs_too():
    (same,) = side_by_side([keyed(figure("example.a", 1)), keyed(figure("example.a", 2))])
    assert (len(same.definitions), same.same_cutoff) == (1, True)
    other = figure("example.a", 2, definition="另一种口径", as_of=OCTOBER)
    (differs,) = side_by_side([keyed(figure("example.a", 1)), keyed(other)])
    assert differs.definitions[1] == "另一种口径" and not differs.same_cutoff


def test_platforms_totals_are_never_marked_for_their_own_words():
    rows = side_by_side(
        [
            keyed(figure("example.a", n, kind="attested", definition=f"平台{n}", as_of=dt.date(2022, 12, 31)))
            for n in (1, 2)
        ]
    )
    assert [row.definitions for row in rows] == [()]
