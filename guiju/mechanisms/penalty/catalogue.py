"""The town's catalogue of enforcement items as choices of an input, and what the catalogue says of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from guiju.kernel.procedure.api import lawbook_in_use


class CatalogueItems(Mapping[str, str]):
    """Every item that the catalogue has ever held, code to name: a case may be recorded long after its day."""

    @cached_property
    def _table(self) -> dict[str, str]:
        return {row.id: row.label for row in lawbook_in_use().items()}

    def __getitem__(self, key: str) -> str:
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)
