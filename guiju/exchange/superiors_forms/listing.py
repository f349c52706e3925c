"""The rows of a list: matters of a register in a period, each column an answer."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from guiju.exchange.superiors_forms.answers import Answer, Sources
from guiju.exchange.superiors_forms.errors import FormError
from guiju.exchange.superiors_forms.mapping import ListFill
from guiju.kernel.mechanism.api import ListedMatter, listed_keys, listed_matters

TEN_THOUSAND = 10_000


@dataclass(frozen=True)
class FilledRow:
    """One matter of a list."""

    matter: ListedMatter
    sources: Sources

    @property
    def number(self) -> str:
        """By what a person knows the matter."""
        return str(self.matter.snapshot.matter["number"] or self.matter.snapshot.matter["title"])

    def answer(self, name: str, *, in_ten_thousands: bool = False) -> Answer:
        """What a column holds; an amount in 万元 where the heading says so."""
        found = self.matter.told.get(name)
        money = found is not None and isinstance(found.shown, Decimal)
        answer = self.sources.told(self.matter, name, TEN_THOUSAND if in_ten_thousands and money else 1)
        # Of a matter that is still open much is not there yet: only a column that no register has is worth a word.
        return answer if answer.value is not None or found is None else Answer(None)


def rows_for(wish: ListFill, sources: Sources) -> tuple[list[FilledRow], int]:
    """The rows of a list, and how many matters are left out as 工作秘密. Raises FormError where the register is gone."""
    listed = sources.registers().get(wish.register)
    if listed is None or wish.date not in listed.dates:
        raise FormError("名册指定的台账或日期本镇没有。请重新指定这份名册。")
    keys, secret = listed_keys(listed, sources.moment, sources.chosen.period(wish.period), wish.date)
    return [FilledRow(one, sources) for one in listed_matters(listed, keys, sources.moment)], secret
