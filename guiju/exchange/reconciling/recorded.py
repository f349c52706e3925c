"""Whether a line says anything that is not recorded, told by plain values: nearly every pair agrees, and planning costs.

A line that is not plainly the same is planned and compared in full (comparing.py), which also says what differs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guiju.exchange.importing.api import says_nothing
from guiju.exchange.reconciling.likeness import evened
from guiju.kernel.organisation.api import Directory
from guiju.kernel.procedure.api import Opens, Procedure

# Numbers differ by their nature; the others follow from what is told and are no field of a sheet.
NOT_COMPARED = frozenset(
    {
        *("number", "master", "master_number", "title", "stage", "kind", "closed_on", "registered_on", "label"),
        *("person_id", "ordinal"),
    }
)


@dataclass
class Recorded:
    """What is recorded of a matter, private values opened: columns, parties by role, who took part by capacity.

    People of the town stand by their keys, others by their names as written.
    """

    procedure: Procedure
    on: dt.date
    columns: dict[str, Any]
    parties: dict[str, list[str]] = field(default_factory=dict)
    people: dict[str, set[int | str]] = field(default_factory=dict)

    def plainly_says(self, told: Opens, values: Mapping[str, Any], directory: Directory, *, days_shared: bool) -> bool:
        """Whether all that a line tells is recorded so: its `values` by field, and what its steps make of them.

        With `days_shared` the day of the matter itself is not compared, for days of the same meaning are.
        """
        first = told.intents[0].event_date
        if told.kind != self.procedure.kind or not (days_shared or first == self.on):
            return False
        said = dict(values)
        for intent in told.intents:
            said.update((name, value) for name, value in intent.values.items() if value is not None)
        return all(
            says_nothing(value) or self._holds(name, value, first, directory, name in values)
            for name, value in said.items()
            if name not in NOT_COMPARED
        )

    def _holds(self, name: str, value: Any, first: dt.date | None, directory: Directory, is_field: bool) -> bool:
        column = name if name in self.columns else f"{name}_id"
        if column in self.columns:
            here = self.columns[column]
            return bool(here == value) or (_is_text(here, value) and evened(here) == evened(value))
        if name in self.parties:
            names = _names(value)
            return names == self.parties[name][: len(names)]
        if name in self.people:
            return isinstance(value, str) and (directory.person(value) or value) in self.people[name]
        if value == first:
            return True  # the day of the matter by another name
        if isinstance(value, tuple) and set(_names(value)) == {one for names in self.parties.values() for one in names}:
            return True  # all parties in one column
        # What is neither a column of the sheet nor asked for by a step is a word between the register and the steps.
        return not is_field and not self.procedure.input_label(name)


def _names(value: str | Sequence[str]) -> list[str]:
    return [evened(one) for one in ((value,) if isinstance(value, str) else value)]


def _is_text(*values: object) -> bool:
    return all(isinstance(value, str) for value in values)
