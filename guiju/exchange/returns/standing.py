"""Where a round stands: each unit's answer beside what its records give, what is owing, and the closing account."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from guiju.exchange.returns.answering import Brought
from guiju.exchange.returns.models import Answer, AskedFigure, Force, How, OwingUnit, ReturnRound, ToldFigure
from guiju.exchange.returns.records import late_matters, recorded
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Directory


@dataclass
class UnitStanding:
    """One unit: its answers in order, its records by register, and what came in after the closing."""

    owing: OwingUnit
    name: str
    records: dict[str, int]
    answers: list[Answer] = field(default_factory=list)
    figures: dict[int, Decimal] = field(default_factory=dict)  # as told last, by asked figure
    late: list[Matter] = field(default_factory=list)

    @property
    def on_record(self) -> int:
        return sum(self.records.values())

    @property
    def last(self) -> Answer | None:
        return self.answers[-1] if self.answers else None

    @property
    def differs(self) -> bool:
        """零报告 was said, and records of the period have come in since."""
        return self.last is not None and self.last.how == How.NOTHING and self.on_record > 0

    @property
    def brought(self) -> Brought:
        """What all its uploads brought."""
        told = (
            Brought(a.rows, a.imported, a.there, a.to_confirm, a.wrong, a.first_entry, a.entries) for a in self.answers
        )
        return sum(told, Brought())


@dataclass
class Standing:
    """A round with its units in the order of the town's directory."""

    round: ReturnRound
    units: list[UnitStanding]
    asked: Sequence[AskedFigure]

    @property
    def answered(self) -> list[UnitStanding]:
        return [one for one in self.units if one.answers]

    @property
    def owing(self) -> list[UnitStanding]:
        return [one for one in self.units if not one.answers]

    @property
    def zero(self) -> list[UnitStanding]:
        return [one for one in self.units if one.last is not None and one.last.how == How.NOTHING]

    @property
    def brought(self) -> Brought:
        return sum((one.brought for one in self.units), Brought())

    @property
    def totals(self) -> list[tuple[AskedFigure, Decimal]]:
        """What the units told of each asked figure, added up; only of figures that somebody told."""
        told = [
            (each, [unit.figures[each.id] for unit in self.units if each.id in unit.figures]) for each in self.asked
        ]
        return [(each, sum(values, Decimal(0))) for each, values in told if values]

    @property
    def sentence(self) -> str:
        """The account of the round in one line."""
        line = self.brought
        told = f"应报 {len(self.units)} 个单位，已报 {len(self.answered)}（其中零报告 {len(self.zero)}），未报 {len(self.owing)}"
        if line.rows:
            told += (
                f"；报来 {line.rows:,} 行 ＝ 导入 {line.imported:,} ＋ 已有 {line.there:,} ＋ "
                f"请确认 {line.to_confirm:,} ＋ 有错 {line.wrong:,}"
            )
        return told

    def days_over(self, today: dt.date) -> int:
        """Days past the due day, 0 before it."""
        return max((today - self.round.due_on).days, 0)

    @property
    def is_statutory(self) -> bool:
        return self.round.force == Force.STATUTORY


def standing_of(one: ReturnRound, directory: Directory) -> Standing:
    """Where a round stands. A constant number of statements, however many units owe it."""
    owing = list(OwingUnit.objects.filter(town_id=one.town_id, round=one).order_by("unit_id"))
    keys = [each.unit_id for each in owing]
    counts, late = recorded(one, keys, directory), late_matters(one, keys, directory)
    units = {
        each.id: UnitStanding(
            each, directory.unit_names[each.unit_id], counts[each.unit_id], late=late.get(each.unit_id, [])
        )
        for each in owing
    }
    for answer in (
        Answer.objects.filter(town_id=one.town_id, owing__round=one).select_related("recorded_by").order_by("id")
    ):
        units[answer.owing_id].answers.append(answer)
    for told in (
        ToldFigure.objects.filter(town_id=one.town_id, answer__owing__round=one).select_related("answer").order_by("id")
    ):
        units[told.answer.owing_id].figures[told.asked_id] = told.value
    asked = list(AskedFigure.objects.filter(town_id=one.town_id, round=one).order_by("id"))
    return Standing(one, list(units.values()), asked)
