"""The books of a year: what was given in each, what was told twice, which numbers nobody has seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from guiju.exchange.numbers.models import GivenNumber, Keeper
from guiju.exchange.numbers.reading import Place, place_of
from guiju.kernel.documents.api import Document
from guiju.kernel.matters.api import Matter

OURS = "本系统编号"
TYPED = "登记时照填"


@dataclass(frozen=True)
class Standing:
    """A number as it stands somewhere: in a list that was entered, on a matter or on a paper."""

    number: str
    title: str
    where: str
    matter_id: int | None = None
    given_id: int | None = None
    cancelled: bool = False


@dataclass
class Book:
    """字号簿 of a year: numbers in order; `doubles` by running number, `gaps` as first and last of what is missing."""

    name: str
    year: int
    keeper: str
    standing: dict[int, list[Standing]] = field(default_factory=dict)

    @property
    def first(self) -> int:
        return min(self.standing)

    @property
    def last(self) -> int:
        return max(self.standing)

    @property
    def doubles(self) -> dict[int, list[Standing]]:
        """Numbers that stand for more than one thing: two matters, or two different titles in a list."""
        return {n: told for n, told in sorted(self.standing.items()) if len(_things(told)) > 1}

    @property
    def gaps(self) -> list[tuple[int, int]]:
        """What is missing between 1 and the last number seen, as stretches."""
        missing = [n for n in range(1, self.last + 1) if n not in self.standing]
        runs = [[n for _, n in run] for _, run in groupby(enumerate(missing), lambda pair: pair[1] - pair[0])]
        return [(run[0], run[-1]) for run in runs]


def _things(told: Sequence[Standing]) -> set[str]:
    """What a number stands for: a matter, else a title. A list that names a matter's number adds no second thing."""
    matters = {f"matter {each.matter_id}" for each in told if each.matter_id is not None}
    titles = {each.title for each in told if each.matter_id is None and each.title and not each.cancelled}
    return matters | (titles if len(titles) > 1 or not matters else set())


def books_of(town_id: int, year: int) -> tuple[list[Book], list[Standing]]:
    """The books of a year by keeper and name, and numbers that are not made of book, year and running number.

    Three statements, whatever the number of numbers.
    """
    books: dict[tuple[str, str], Book] = {}
    odd: list[Standing] = []
    for keeper, standing in _all(town_id, year):
        place = place_of(standing.number)
        if place is None:
            odd.append(standing)
        elif place.year == year:
            _put(books, keeper, place, standing)
    return sorted(books.values(), key=lambda book: (book.keeper == OURS, book.keeper, book.name)), odd


def _put(books: dict[tuple[str, str], Book], keeper: str, place: Place, standing: Standing) -> None:
    book = books.setdefault((keeper, place.book), Book(place.book, place.year, keeper))
    book.standing.setdefault(place.running, []).append(standing)


def _all(town_id: int, year: int) -> Iterable[tuple[str, Standing]]:
    for row in GivenNumber.objects.filter(town_id=town_id).order_by("id"):
        if row.given_on is None or row.given_on.year == year or str(year) in row.number:
            label = str(Keeper(row.keeper).label)
            yield label, Standing(row.number, row.title, row.source, None, row.id, row.cancelled_on is not None)
    matters = Matter.objects.filter(town_id=town_id, number__contains=str(year), voided=False)
    told = matters.values_list("number", "number_imported", "id", "title", "master")
    for number, imported, key, title, master in told.order_by("id"):
        keeper = OURS if not imported else master or TYPED
        yield keeper, Standing(number, title, "事项编号", key)
    papers = Document.objects.filter(town_id=town_id, number__contains=str(year))
    rows = papers.values_list("number", "number_imported", "matter_id", "title", "state").order_by("id")
    for number, imported, key, title, state in rows:
        if number:
            keeper = TYPED if imported else OURS
            yield keeper, Standing(number, title, "文书字号", key, None, state == Document.State.VOIDED)
