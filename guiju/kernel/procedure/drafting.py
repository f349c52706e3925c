"""The draft of a plan: what a step's effects use to say which rows they add or change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from django.db import models

from guiju.kernel.documents.api import Content, Document
from guiju.kernel.ledger.api import Change, Key, NewKey, NextNumber, Private, Series, private_columns
from guiju.kernel.matters.api import Matter, Origin, Participation, Party
from guiju.kernel.procedure.declarations import Step
from guiju.kernel.procedure.snapshot import Moment, Snapshot
from guiju.kernel.procedure.untold import names_told


@dataclass(frozen=True)
class Intent:
    """One step that somebody wants to take, or that happened outside: input values, day, how and by whom."""

    step: str
    values: Mapping[str, Any] = field(default_factory=dict)
    event_date: dt.date | None = None
    mode: Literal["taken", "claimed"] = "taken"
    medium: str = "desk"
    done_by: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)  # refusal code -> written reason of a warned step


def _identity(key: Key) -> int:
    return key if isinstance(key, int) else -id(key)


class Draft:
    """Collects row changes of one plan on a growing snapshot; several changes of one row become one."""

    def __init__(self, snapshot: Snapshot, moment: Moment, row_key: str | None = None) -> None:
        self.snapshot = snapshot
        self.moment = moment
        self.row_key = row_key
        self.changes: dict[tuple[type[models.Model], int], Change] = {}
        self.raised: list[tuple[Series, int]] = []
        self.search_private: list[str] = []
        self.search_words: list[str] = []
        self.intent = Intent("")
        self.step: Step | None = None
        self.event_date = moment.today
        self.counted_from: dict[str, dt.date] = {}  # a term that the step opens and that begins on another day

    @property
    def values(self) -> Mapping[str, Any]:
        return self.intent.values

    def get(self, name: str, default: Any = None) -> Any:
        """An input value of the present step; None and empty count as not given."""
        value = self.intent.values.get(name)
        return default if value is None or value == "" else value

    def given(self, *names: str) -> dict[str, Any]:
        """The named inputs that were given: a step never empties what an earlier one said."""
        return {name: value for name in names if (value := self.get(name)) is not None}

    # rows

    def _record(
        self, model: type[models.Model], key: Key, op: Literal["add", "change"], values: dict[str, Any]
    ) -> None:
        present = self.changes.get((model, _identity(key)))
        if present is None:
            self.changes[model, _identity(key)] = Change(model, key, op, values)
        else:
            present.values.update(values)

    def add(self, model: type[models.Model], **values: Any) -> NewKey:
        """Add a child row of the matter; private columns given as text are sealed."""
        key = NewKey()
        own = {"town_id": self.moment.town_id, "matter_id": self.snapshot.key}
        row = own | self._sealed(model, values)
        self._record(model, key, "add", row)
        self.snapshot.rows.setdefault(model, {})[key] = {"id": key, **row}
        return key

    def change(self, model: type[models.Model], key: Key, **values: Any) -> None:
        """Change fields of a child row."""
        sealed = self._sealed(model, values)
        self._record(model, key, "change", sealed)
        self.snapshot.rows.setdefault(model, {}).setdefault(key, {"id": key}).update(sealed)

    def matter(self, **values: Any) -> None:
        """Change fields of the matter row."""
        assert self.snapshot.key is not None
        self._record(Matter, self.snapshot.key, "change", values)
        self.snapshot.matter.update(values)

    def detail(self, **values: Any) -> None:
        """Set fields of the mechanism's detail row; the first call adds the row."""
        model = self.snapshot.procedure.detail
        sealed = self._sealed(model, values)
        key = self.snapshot.key
        assert key is not None
        if not values and self.snapshot.detail:
            return  # nothing that the step asks for was told
        if self.snapshot.detail:
            self._record(model, key, "change", sealed)
        else:
            sealed = {"town_id": self.moment.town_id, **sealed}
            self._record(model, key, "add", sealed)
        self.snapshot.detail.update(sealed)

    def _sealed(self, model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
        private = private_columns(model)
        for name in private:
            value = values.get(name)
            if isinstance(value, str):
                values[name] = Private(value) if value else ""
        return values

    # what every mechanism needs

    def open_matter(self, *, unit_id: int, title: str, number: str | NextNumber = "", **values: Any) -> None:
        """Begin the matter: called by the effects of a registration step, once."""
        procedure, moment = self.snapshot.procedure, self.moment
        key = NewKey()
        self.snapshot.key = key
        imported = isinstance(number, str) and bool(number)
        row: dict[str, Any] = {
            "town_id": moment.town_id,
            "unit_id": unit_id,
            "mechanism": procedure.mechanism,
            "kind": procedure.kind,
            "number": number,
            "number_imported": imported,
            "title": title[:120],
            "stage": "",
            "event_date": self.event_date,
            "registered_on": self.event_date if self.intent.mode == "claimed" else moment.today,
            "procedure_version": procedure.version,
            "row_version": 1,
            "row_key": self.row_key,
            **{name: value for name, value in values.items() if value is not None},
        }
        self._record(Matter, key, "add", row)
        self.snapshot.matter = {"id": key, **row}

    def number(self, series: Series, given: str | None) -> str | NextNumber:
        """A number of our own series, or the one that the sheet brought, above which our series goes on."""
        if not given:
            return NextNumber(series)
        n = trailing_number(series, given)
        if n is not None:
            self.raised.append((series, n))
        return given

    def party(self, role: str, name: str = "", *, ordinal: int = 1, **values: Any) -> NewKey | None:
        """Add a party; a natural person's data are sealed and found by keyed search tokens only. None without a name."""
        organisation = values.get("organisation", "")
        if not name and not organisation:
            return None
        self.search_private += [value for value in (name, values.get("telephone"), values.get("id_number")) if value]
        if organisation:
            self.search_words.append(organisation)
        return self.add(Party, role=role, name=name, ordinal=ordinal, **{k: v or "" for k, v in values.items()})

    def join(self, capacity: str, name: str, *, unit_id: int | None = None, on: dt.date | None = None) -> bool:
        """Record a participation; the same person in the same capacity joins a matter once. Returns whether new."""
        person = self.moment.directory.person(name)
        for row in self.snapshot.of(Participation):
            if row["capacity"] == capacity and (row["person_id"] or row["name"]) == (person or name):
                return False
        self.add(
            Participation,
            capacity=capacity,
            person_id=person,
            name="" if person else name[:32],
            unit_id=unit_id,
            joined_on=on or self.event_date,
        )
        return True

    def join_named(self, field: str, capacity: str = "") -> None:
        """Record as participants whom an input names, in the capacity of that name unless another is given."""
        for name in names_told(self.get(field)):
            self.join(capacity or field, name, unit_id=self.snapshot.matter["unit_id"])

    def arise_from(self, source: Key, reason: str, *, of: int | None = None) -> None:
        """This matter (or the matter `of`) arises from another one."""
        values = {"source_id": source, "reason": reason}
        self.add(Origin, **(values if of is None else {**values, "matter_id": of}))

    def document(self, kind: str, content: Content | None, *, title: str, number: str | NextNumber = "") -> NewKey:
        """Freeze a document; a paper that exists only outside is recorded without content."""
        return self.add(
            Document,
            kind=kind,
            title=title,
            number=number,
            number_imported=isinstance(number, str) and bool(number),
            content=Private(content.to_json()) if content is not None else "",
            made_on=self.event_date,
        )


@lru_cache(maxsize=1024)
def _around_number(pattern: str, year: int) -> tuple[str, str]:
    head, _, tail = pattern.partition("{n}")
    return head.format(year=year), tail.format(year=year)


def trailing_number(series: Series, given: str) -> int | None:
    """The running number in a given number when it is one of this series' pattern, else None."""
    head, tail = _around_number(series.pattern, series.year)
    if not given.startswith(head) or not given.endswith(tail):
        return None
    digits = given[len(head) : len(given) - len(tail)] if tail else given[len(head) :]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else None
