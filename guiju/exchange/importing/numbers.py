"""The matters that rows name by number: those on record, and those that rows of the same workbook are about to open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from guiju.exchange.importing.identity import same_number
from guiju.kernel.ledger.api import Key
from guiju.kernel.matters.api import visible_to
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import Register, Snapshot

CHUNK = 2000
_CORNERED = str.maketrans({"[": "〔", "]": "〕", "［": "〔", "］": "〕", "【": "〔", "】": "〕"})


class Numbers(Mapping[str, Key]):
    """Matters by number, however blanks and brackets are written; grows while a workbook is planned."""

    def __init__(self) -> None:
        self._keys: dict[str, Key] = {}
        self.pending: dict[Key, Snapshot] = {}

    def __getitem__(self, number: str) -> Key:
        return self._keys[same_number(number)]

    def __contains__(self, number: object) -> bool:
        return isinstance(number, str) and bool(number) and same_number(number) in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, number: str, key: Key, snapshot: Snapshot | None = None) -> None:
        """Note a matter under its number; the first one with a number keeps it."""
        self._keys.setdefault(same_number(number), key)
        if snapshot is not None:
            self.pending[key] = snapshot

    def look_up(self, numbers: Iterable[str], acting: Acting) -> None:
        """Find on record, among what the person sees, the matters with these numbers."""
        wanted = sorted({form for n in numbers if n not in self for form in written_forms(n)})
        for at in range(0, len(wanted), CHUNK):
            found = visible_to(acting).filter(number__in=wanted[at : at + CHUNK], voided=False).order_by("id")
            for number, key in found.values_list("number", "id"):
                self.add(number, key)


def written_forms(number: str) -> set[str]:
    """The ways in which a number is looked for on record: as it is written, and with corner brackets; none without."""
    return {number, "".join(number.split()).translate(_CORNERED)} if number else set()


def named_by(register: Register, rows: Iterable[Mapping[str, object]]) -> set[str]:
    """The numbers of other matters that the rows name."""
    return {str(row[name]) for row in rows for name in register.names_matters if row.get(name)}
