"""Rows that tell a matter which another register, an earlier sheet, or somebody at the desk has told before.

A register says of its rows what they may be again (`Again`). With the same number in the same unit it is that matter.
Without one, a matter of the same kind, day, unit and person makes a question: only a person knows whether it is another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from guiju.exchange.importing.identity import same_number
from guiju.exchange.importing.lines import Line
from guiju.exchange.importing.numbers import CHUNK, written_forms
from guiju.kernel.ledger.api import Key
from guiju.kernel.matters.api import Matter, Participation
from guiju.kernel.procedure.api import Again, Opens, Register, Snapshot


@dataclass(frozen=True)
class ToldBefore:
    """A matter that a row may tell again: on record, or about to be opened by a row of an earlier sheet."""

    key: Key
    mark: str  # what names it in the key of a question, the same each time a workbook is previewed
    kind: str
    number: str
    title: str
    unit_id: int
    day: dt.date
    number_imported: bool
    people: frozenset[str]

    @property
    def matter(self) -> int | None:
        """Its key on record; None while it is about to be opened."""
        return self.key if isinstance(self.key, int) else None


class ToldHere:
    """What the sheets of a workbook planned so far are about to open and later ones may tell again."""

    def __init__(self) -> None:
        self._by_mechanism: dict[str, list[ToldBefore]] = {}

    def note(self, opened: Snapshot) -> None:
        """Keep a matter that a row would open."""
        matter, procedure = opened.matter, opened.procedure
        assert opened.key is not None
        number = matter["number"] if isinstance(matter["number"], str) else ""
        people = frozenset(str(row["name"]) for row in opened.of(Participation))
        one = ToldBefore(
            opened.key, str(matter["row_key"]), procedure.kind, number, str(matter["title"]), matter["unit_id"],
            matter["event_date"], bool(matter["number_imported"]), people,
        )  # fmt: skip
        self._by_mechanism.setdefault(procedure.mechanism, []).append(one)

    def of(self, mechanism: str) -> list[ToldBefore]:
        """What was noted of one mechanism, as a list of its own."""
        return list(self._by_mechanism.get(mechanism, ()))


class ToldAgain:
    """The matters that the rows of one sheet may tell again: on record, by a few statements for all rows, and `here`."""

    def __init__(self, register: Register, town_id: int, lines: Iterable[Line], here: ToldHere) -> None:
        self._mechanism, self._town_id = register.mechanism, town_id
        self._numbered: dict[tuple[str, str], list[ToldBefore]] = {}
        self._by_day: dict[tuple[str, int, dt.date], list[ToldBefore]] = {}
        told = [line.told for line in lines if isinstance(line.told, Opens) and line.told.again is not None]
        if told:
            self._load({t.kind for t in told}, [t.again for t in told if t.again], {_day(t) for t in told})
            for one in here.of(register.mechanism):
                self._note(one)

    def _load(self, kinds: set[str], again: list[Again], days: set[Any]) -> None:
        wanted = sorted({form for one in again for form in written_forms(one.number)})
        rows: dict[int, tuple[Any, ...]] = {}
        looked_for: tuple[tuple[str, list[Any]], ...] = (("number__in", wanted), ("event_date__in", sorted(days)))
        for name, values in looked_for:
            for at in range(0, len(values), CHUNK):
                found = Matter.objects.filter(town_id=self._town_id, mechanism=self._mechanism, voided=False)
                found = found.filter(kind__in=kinds, **{name: values[at : at + CHUNK]})
                columns = ("id", "kind", "number", "title", "unit_id", "event_date", "number_imported")
                rows.update((row[0], row) for row in found.values_list(*columns))
        people: dict[int, set[str]] = {}
        keys = sorted(rows)
        for at in range(0, len(keys), CHUNK):
            joined = Participation.objects.filter(town_id=self._town_id, matter_id__in=keys[at : at + CHUNK])
            for key, name in joined.values_list("matter_id", "name"):
                people.setdefault(key, set()).add(name)
        for key in keys:
            _, kind, number, title, unit, day, imported = rows[key]
            named = frozenset(people.get(key, ()))
            self._note(ToldBefore(key, str(key), kind, number, title, unit, day, imported, named))

    def _note(self, one: ToldBefore) -> None:
        if one.number:
            self._numbered.setdefault((one.kind, same_number(one.number)), []).append(one)
        self._by_day.setdefault((one.kind, one.unit_id, one.day), []).append(one)

    def numbered(self, told: Opens) -> ToldBefore | None:
        """The matter with the number of the row, in its unit."""
        if told.again is None or not told.again.number:
            return None
        found = self._numbered.get((told.kind, same_number(told.again.number)), ())
        return next((one for one in found if one.unit_id == _unit(told)), None)

    def alike(self, told: Opens, kind_label: str, taken: Iterable[int]) -> ToldBefore | None:
        """A matter of the same kind, day, unit and person that may be the row's; none that `taken` rows are already."""
        if told.again is None:
            return None
        others = self._by_day.get((told.kind, _unit(told), _day(told)), ())
        away = set(taken)
        return next((one for one in others if one.key not in away and _may_be(one, told.again, kind_label)), None)


def _may_be(one: ToldBefore, again: Again, kind_label: str) -> bool:
    if again.number and one.number_imported:
        return False  # two numbers of papers are two papers
    said = one.title.partition("：")[2]
    if again.title and said not in (again.title, kind_label):
        return False
    return not again.person or not one.people or again.person in one.people


def _unit(told: Opens) -> Any:
    return told.intents[0].values.get("unit")


def _day(told: Opens) -> Any:
    return told.intents[0].event_date
