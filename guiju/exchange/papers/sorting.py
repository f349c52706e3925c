"""Which page belongs to which paper. Pure: it reads what is said of the pages and asks nothing else.

A page that bears a code, or that a person has placed, is where that says. A page without one follows the page before it
in the same file if its paper lacks the very next number; everything else stays unknown. The order in which pages come
decides nothing but that, and which of two pages with one number is the second.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

FURTHER = 0  # number of a page that a person adds to a paper behind its own


@dataclass(frozen=True)
class Page:
    """One page that came: in which file at which place, and whose it is, where that is known."""

    key: int
    upload: str
    place: int
    paper: int | None = None
    number: int | None = None


@dataclass
class Bundle:
    """A paper as its pages came together; `by_order` are numbers that only the order of the file gave to a page."""

    paper: int
    total: int
    pages: dict[int, Page] = field(default_factory=dict)
    further: list[Page] = field(default_factory=list)
    doubled: list[Page] = field(default_factory=list)
    by_order: set[int] = field(default_factory=set)

    @property
    def missing(self) -> list[int]:
        return [number for number in range(1, self.total + 1) if number not in self.pages]

    @property
    def in_order(self) -> list[Page]:
        """The pages as they are to be bound."""
        return [self.pages[number] for number in sorted(self.pages)] + self.further


def sorted_pages(pages: Sequence[Page], totals: Mapping[int, int]) -> tuple[list[Bundle], list[Page]]:
    """The papers with their pages, and the pages that nobody knows. `totals` tells how many pages each paper has."""
    bundles: dict[int, Bundle] = {}
    for page in sorted(pages, key=lambda page: (page.paper or 0, page.number or 0, page.key)):
        if page.paper is None or page.number is None:
            continue
        bundle = bundles.setdefault(page.paper, Bundle(page.paper, totals[page.paper]))
        if page.number == FURTHER:
            bundle.further.append(page)
        elif page.number in bundle.pages:
            bundle.doubled.append(page)
        else:
            bundle.pages[page.number] = page
    unknown = []
    in_files = sorted(pages, key=lambda page: (page.upload, page.place))
    for _, file in groupby(in_files, key=lambda page: page.upload):
        unknown += _followed(list(file), bundles)
    return list(bundles.values()), unknown


def _followed(file: Sequence[Page], bundles: Mapping[int, Bundle]) -> list[Page]:
    """Place the pages of one file that say nothing of themselves; returns those that find no place."""
    unknown, paper, number = [], None, FURTHER
    for page in file:
        if page.paper is not None:
            paper, number = page.paper, page.number or FURTHER
            continue
        bundle = bundles.get(paper) if paper is not None and number != FURTHER else None
        if bundle is not None and number + 1 in bundle.missing:
            number += 1
            bundle.pages[number] = page
            bundle.by_order.add(number)
        else:
            unknown.append(page)
            paper = None
    return unknown
