"""What a place is filled with: figures by period, texts of ours, columns of a matter; None where nobody can tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from guiju.exchange.superiors_forms.mapping import Fill
from guiju.exchange.superiors_forms.periods import Chosen
from guiju.kernel.indicators.api import Axis, Indicator, axes_of, derive, split, town_indicators
from guiju.kernel.matters.api import Matter
from guiju.kernel.mechanism.api import ListedMatter, listed_registers
from guiju.kernel.procedure.api import Moment

NO_RECORDS = "本镇没有那一期的记录，不能当作 0"
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Answer:
    """A value, or None and why there is none. With `matter` and `field` its clear text is private; `hidden`: it was masked."""

    value: Any = None
    why: str = ""
    matter: int | None = None
    field: str = ""
    hidden: bool = False


class Sources:
    """The records of a town as forms ask for them, for a chosen month and the person who fills."""

    def __init__(self, moment: Moment, chosen: Chosen, *, clear: bool = False) -> None:
        self.moment, self.chosen, self.clear = moment, chosen, clear
        self._splits: dict[tuple[Any, ...], dict[tuple[Any, ...], Any]] = {}

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """All figures of the town by id."""
        return {one.id: one for one in town_indicators(self.moment.town_id)}

    @cached_property
    def _since(self) -> dt.date | None:
        """The earliest day of which the town has a matter; what it did before that nobody can count."""
        first = Matter.objects.filter(town_id=self.moment.town_id, voided=False).order_by("event_date")
        return first.values_list("event_date", flat=True).first()

    def recorded(self, period: str) -> bool:
        """Whether the town has records that reach into the period."""
        return self._since is not None and self._since <= self.chosen.period(period).as_of

    def figure(self, wanted: Sequence[str], period: str, divide: int = 1) -> Answer:
        """Figures of a period added up."""
        if not wanted or any(one not in self.indicators for one in wanted):
            return Answer(None, "本镇没有这个数字，请重新指定")
        if not self.recorded(period):
            return Answer(None, NO_RECORDS)
        values = [derive(self.indicators[one], self.moment.town_id, self.chosen.period(period)).value for one in wanted]
        if any(one is None for one in values):
            return Answer(None, "这一期没有可以作分母的记录，算不出比例")
        if len(values) == 1:
            return Answer(_divided(values[0], divide))
        numbers = [one for one in values if isinstance(one, int | Decimal)]
        if len(numbers) != len(values):
            return Answer(None, "分几项列出的数字不能相加，请重新指定")
        return Answer(_divided(sum(numbers), divide))

    def split(self, identifier: str, axes: Sequence[str], period: str) -> dict[tuple[Any, ...], Any]:
        """A figure by axes; one statement however many cells ask for it."""
        key = (identifier, *axes, period)
        if key not in self._splits:
            indicator = self.indicators[identifier]
            known = {axis.id: axis for axis in axes_of(indicator)}
            chosen = [known[one] for one in axes]
            self._splits[key] = split(indicator, self.moment.town_id, self.chosen.period(period), chosen)
        return self._splits[key]

    def axis(self, identifier: str, axis: str) -> Axis | None:
        """An axis of a figure; None where the figure has none of that name."""
        indicator = self.indicators.get(identifier)
        return next((one for one in axes_of(indicator) if one.id == axis), None) if indicator else None

    def answer(self, fill: Fill, matter: ListedMatter | None) -> Answer:
        """What goes into one place."""
        if fill.kind == "figure":
            return self.figure(fill.what, fill.period, fill.divide)
        if fill.kind == "fixed":
            return Answer(fill.what[0])
        if fill.kind == "field":
            if matter is None:
                return Answer(None, "这一格要看是哪一件事项")
            return self.told(matter, fill.what[0], fill.divide)
        return Answer(*self._text(fill.what[0]))

    def told(self, matter: ListedMatter, name: str, divide: int = 1) -> Answer:
        """What a column holds of a matter: clear text of private values only where it was asked for."""
        found = matter.told.get(name)
        if found is None:
            return Answer(None, "本镇的台账没有这一栏")
        value = found.value(clear=self.clear)
        if value is None:
            return Answer(None, "没有登记")
        key = matter.snapshot.key
        leaves = found.private and self.clear and isinstance(key, int)
        return Answer(
            _divided(value, divide),
            matter=key if leaves and isinstance(key, int) else None,
            field=name if leaves else "",
            hidden=found.private and not self.clear,
        )

    def _text(self, code: str) -> tuple[Any, str]:
        book, acting, chosen = self.moment.directory, self.moment.acting, self.chosen
        own = next((post.unit_id for post in acting.posts), None)
        texts: dict[str, Any] = {
            "town": book.town_name,
            "government": f"{book.town_name}人民政府",
            "office": book.unit_names.get(own) if own is not None else None,
            "person": acting.name,
            "today": chosen.today,
            "period": chosen.label,
            "year_number": chosen.year,
            "month_number": chosen.month,
        }
        return texts.get(code), "本系统没有这一项"

    def registers(self) -> Any:
        """The registers whose rows can be listed."""
        return listed_registers()


def _divided(value: Any, divide: int) -> Any:
    if divide == 1 or not isinstance(value, int | Decimal) or isinstance(value, bool):
        return value
    return (Decimal(value) / divide).normalize() + 0
