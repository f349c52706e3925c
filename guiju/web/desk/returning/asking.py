"""The forms with which a round is asked for: by a town of its units, by the district of its towns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.figures import unit_figures
from guiju.exchange.returns.models import Every, Force, Reckoned
from guiju.exchange.returns.records import askable
from guiju.exchange.returns.rounds import Asked, Wish
from guiju.kernel.indicators.api import Indicator, all_indicators
from guiju.kernel.mechanism.api import registers
from guiju.kernel.organisation.api import Directory, Town, Unit
from guiju.kernel.procedure.api import Register
from guiju.reports.api import comparable

AT_END = "期末数"
OWING_KINDS = (
    "village",
    "mediation_committee",
    "legal_station",
    "legal_centre",
    "department",
    "enforcement_team",
    "police_station",
)


class AskingForm(forms.Form):
    """What is asked, for which period, on what notice, until when."""

    title = forms.CharField(label="报送什么", max_length=60, help_text="例如：矛盾纠纷排查月报")
    notice = forms.CharField(label="依据的通知", max_length=80)
    notice_number = forms.CharField(label="文号", max_length=48, required=False, help_text="照通知上的抄，这里不编")
    period_from = forms.DateField(label="期间从", widget=forms.DateInput(attrs={"type": "date"}))
    period_to = forms.DateField(label="到", widget=forms.DateInput(attrs={"type": "date"}))
    due_on = forms.DateField(label="哪天前报", widget=forms.DateInput(attrs={"type": "date"}))
    force = forms.ChoiceField(
        label="这个日子是", choices=Force.choices, initial=Force.INTERNAL, help_text="只有法定期限过了才标红"
    )
    every = forms.ChoiceField(label="多久一次", choices=Every.choices, required=False)
    registers = forms.MultipleChoiceField(label="要报的台账", required=False, widget=forms.CheckboxSelectMultiple)
    figures = forms.MultipleChoiceField(
        label="要确认的数字",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="记录里数得出的，只核对不再填",
    )
    others = forms.CharField(
        label="记录里没有的数字",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="一行一个，名称空一格写单位，例如：网格走访 户。不跨期相加的再写期末数：网格员 人 期末数",
    )

    def offer(self, found: Iterable[Register], ours: Mapping[str, Indicator], **others: list[tuple[str, str]]) -> None:
        """Set what can be chosen: registers, figures of ours, and what a subclass asks besides."""
        self.ours = ours
        choices = {
            "registers": [(each.id, each.label) for each in found],
            "figures": [(each.id, f"{each.name}（{each.unit}）") for each in ours.values()],
            **others,
        }
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]

    def wish(self, units: Iterable[int]) -> Wish:
        """The round as the form says it, owed by some units. Raises ReturnError for a figure that is asked twice."""
        told = self.cleaned_data
        names = ("title", "notice", "notice_number", "period_from", "period_to", "due_on", "force", "registers")
        figures = [Asked(self.ours[each].name, self.ours[each].unit, each) for each in told["figures"]]
        figures += [self._other(line.split()) for line in told["others"].splitlines() if line.strip()]
        asked = [each.name for each in figures]
        twice = next((name for name in asked if asked.count(name) > 1), "")
        if twice:
            raise ReturnError(f"“{twice}”要了两次，请去掉一个。")
        return Wish(
            **{name: told[name] for name in names}, units=list(units), figures=figures, every=told.get("every", "")
        )

    def _other(self, words: list[str]) -> Asked:
        """A line as a figure; one that bears the name of ours is ours, and nobody types it."""
        at_end = len(words) > 1 and words[-1] == AT_END
        name, *measure = words[:-1] if at_end else words
        own = next((each for each in self.ours.values() if each.name == name), None)
        if own is not None:
            return Asked(own.name, own.unit, own.id)
        return Asked(name, "".join(measure), reckoned=Reckoned.AT_END if at_end else Reckoned.SUMMED)


class RoundForm(AskingForm):
    """A round of a town, and which of its units owe it."""

    kinds = forms.MultipleChoiceField(label="哪些单位报", widget=forms.CheckboxSelectMultiple)
    without = forms.CharField(label="不用报的", required=False, help_text="单位名称，用顿号分开")

    def __init__(self, town_id: int, directory: Directory, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.directory = directory
        there = {kind: sum(1 for one in directory.unit_kinds.values() if one == kind) for kind in OWING_KINDS}
        kinds = [(kind, f"{Unit.Kind(kind).label}（{n}）") for kind, n in there.items() if n]
        self.offer(askable(town_id), unit_figures(town_id), kinds=kinds)

    def units(self) -> list[int]:
        """The units that owe it. Raises ReturnError for a unit that is none."""
        told = self.cleaned_data
        away = set()
        for name in filter(None, (part.strip() for part in told["without"].split("、"))):
            unit = self.directory.unit(name)
            if unit is None:
                raise ReturnError(f"没有叫“{name}”的单位，请写全称。")
            away.add(unit)
        return [unit for unit, kind in self.directory.unit_kinds.items() if kind in told["kinds"] and unit not in away]


class DistrictRoundForm(AskingForm):
    """A round of the district, and which of its towns owe it. What a single town counts is not offered."""

    every = None  # type: ignore[assignment]
    towns = forms.MultipleChoiceField(
        label="哪些镇报", widget=forms.CheckboxSelectMultiple, error_messages={"required": "请选要报的镇，至少一个。"}
    )

    def __init__(self, towns: list[Town], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(town.code, town.name) for town in towns]
        ours = {each.id: each for each in all_indicators() if comparable(each)}
        self.offer([each for each in registers() if each.kinds], ours, towns=choices)
