"""Rows that tell a matter which another register, or somebody at the desk, has told before.

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
from guiju.kernel.matters.api import Matter, Participation
from guiju.kernel.procedure.api import Again, Opens, Register


@dataclass(frozen=True)
class OnRecord:
    """A matter that a row may tell again."""

    key: int
    number: str
    title: str
    unit_id: int
    day: dt.date
    number_imported: bool
    people: frozenset[str]


class ToldAgain:
    """The matters on record that the rows of one sheet may tell again; a few statements for all rows."""

    def __init__(self, register: Register, town_id: int, lines: Iterable[Line]) -> None:
        self._mechanism, self._town_id = register.mechanism, town_id
        self._numbered: dict[tuple[str, str], list[OnRecord]] = {}
        self._by_day: dict[tuple[str, int, dt.date], list[OnRecord]] = {}
        told = [line.told for line in lines if isinstance(line.told, Opens) and line.told.again is not None]
        if told:
            self._load({t.kind for t in told}, [t.again for t in told if t.again], {_day(t) for t in told})

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
            one = OnRecord(key, number, title, unit, day, imported, frozenset(people.get(key, ())))
            if number:
                self._numbered.setdefault((kind, same_number(number)), []).append(one)
            self._by_day.setdefault((kind, unit, day), []).append(one)

    def numbered(self, told: Opens) -> OnRecord | None:
        """The matter with the number of the row, in its unit."""
        if told.again is None or not told.again.number:
            return None
        found = self._numbered.get((told.kind, same_number(told.again.number)), ())
        return next((one for one in found if one.unit_id == _unit(told)), None)

    def alike(self, told: Opens, kind_label: str, taken: Iterable[int]) -> OnRecord | None:
        """A matter of the same kind, day, unit and person that may be the row's; none that `taken` rows are already."""
        if told.again is None:
            return None
        others = self._by_day.get((told.kind, _unit(told), _day(told)), ())
        away = set(taken)
        return next((one for one in others if one.key not in away and _may_be(one, told.again, kind_label)), None)


def _may_be(one: OnRecord, again: Again, kind_label: str) -> bool:
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
