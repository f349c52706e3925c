"""Code lists of the rulepacks as choices of an input: read when they are first looked at, not when declared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property

from guiju.kernel.procedure.moments import lawbook_in_use


class CodeLabels(Mapping[str, str]):
    """Our own categories of a kind: code to Chinese label, in the order of the rulepack."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    @cached_property
    def _table(self) -> dict[str, str]:
        return {code.code: code.label for code in lawbook_in_use().codes(self.kind)}

    def __getitem__(self, key: str) -> str:
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


class OwnerWords(CodeLabels):
    """Words by which other owners call our categories: the newest mapping table of each owner, the first one wins.

    `also` are words that registers use and no owner's table has.
    """

    def __init__(self, kind: str, *owners: str, also: Mapping[str, str] | None = None) -> None:
        super().__init__(kind)
        self.owners = owners
        self.also = dict(also or {})

    @cached_property
    def _table(self) -> dict[str, str]:
        book, found = lawbook_in_use(), dict(self.also)
        for owner in self.owners:
            for word, code in book.code_table(owner, self.kind, dt.date.max).inward.items():
                found.setdefault(word, code)
        return found


class OwnerGroups(Mapping[str, tuple[str, ...]]):
    """Which of our categories stand behind an owner's word, by the newest table of each owner; the first one wins.

    Several of ours may be one of theirs: what they call 劳动争议 holds our wages in arrears as well.
    """

    def __init__(self, kind: str, *owners: str) -> None:
        self.kind, self.owners = kind, owners

    @cached_property
    def _table(self) -> dict[str, tuple[str, ...]]:
        book, found = lawbook_in_use(), dict[str, tuple[str, ...]]()
        for owner in self.owners:
            table, grouped = book.code_table(owner, self.kind, dt.date.max), dict[str, tuple[str, ...]]()
            for code, word in table.outward.items():
                grouped[word] = (*grouped.get(word, ()), code)
            for word, code in table.inward.items():
                grouped.setdefault(word, (code,))
            found = grouped | found
        return found

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)
