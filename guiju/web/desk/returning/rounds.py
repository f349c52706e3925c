"""报送: the rounds of a town for who keeps them, what is owed for a unit; a new round, and the last one again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.figures import unit_figures
from guiju.exchange.returns.models import AskedFigure, Every, Force, OwingUnit, ReturnRound
from guiju.exchange.returns.offers import owed_by, rounds_due_again
from guiju.exchange.returns.records import askable
from guiju.exchange.returns.rounds import Asked, Wish, may_keep_rounds, next_period, plan_round, wish_again
from guiju.kernel.organisation.api import Directory, Unit
from guiju.kernel.procedure.api import apply
from guiju.web.access import DeskRequest, business
from guiju.web.desk.returning.round import deadline, round_or_404

SHOWN = 40
OWING_KINDS = (
    "village",
    "mediation_committee",
    "legal_station",
    "legal_centre",
    "department",
    "enforcement_team",
    "police_station",
)


class RoundForm(forms.Form):
    """What is asked, of whom, for which period, on what notice, until when."""

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
        help_text="记录里数得出的，单位只核对",
    )
    others = forms.CharField(
        label="记录里没有的数字",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="一行一个，名称后面空一格写单位，例如：网格走访 户",
    )
    kinds = forms.MultipleChoiceField(label="哪些单位报", widget=forms.CheckboxSelectMultiple)
    without = forms.CharField(label="不用报的", required=False, help_text="单位名称，用顿号分开")

    def __init__(self, town_id: int, directory: Directory, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.directory = directory
        self.ours = unit_figures(town_id)
        there = {kind: sum(1 for one in directory.unit_kinds.values() if one == kind) for kind in OWING_KINDS}
        choices: dict[str, list[tuple[str, str]]] = {
            "registers": [(found.id, found.label) for found in askable(town_id)],
            "figures": [(each.id, each.name) for each in self.ours.values()],
            "kinds": [(kind, f"{Unit.Kind(kind).label}（{n}）") for kind, n in there.items() if n],
        }
        for name, found in choices.items():
            self.fields[name].choices = found  # type: ignore[attr-defined]

    def wish(self) -> Wish:
        """The round as the form says it. Raises ReturnError for a unit that is none."""
        told = self.cleaned_data
        away = set()
        for name in filter(None, (part.strip() for part in told["without"].split("、"))):
            unit = self.directory.unit(name)
            if unit is None:
                raise ReturnError(f"没有叫“{name}”的单位，请写全称。")
            away.add(unit)
        units = [unit for unit, kind in self.directory.unit_kinds.items() if kind in told["kinds"] and unit not in away]
        figures = [Asked(self.ours[each].name, self.ours[each].unit, each) for each in told["figures"]]
        for line in filter(str.strip, told["others"].splitlines()):
            name, _, measure = line.strip().rpartition(" ")
            figures.append(Asked(name or measure, measure if name else ""))
        names = ("title", "notice", "notice_number", "period_from", "period_to", "due_on", "force")
        return Wish(
            **{name: told[name] for name in names},
            registers=told["registers"],
            units=units,
            figures=figures,
            every=told["every"],
        )


@business
def rounds(request: DeskRequest) -> HttpResponse:
    """The town's rounds for who sees the town; for a unit what it owes and what it answered."""
    acting, today = request.acting, request.moment.today
    context: dict[str, Any] = {"keeps": may_keep_rounds(acting), "sees_town": acting.sees_town}
    if acting.sees_town:
        found = list(ReturnRound.objects.filter(town_id=acting.town_id).order_by("-period_to", "-id")[:SHOWN])
        counts = _counts(acting.town_id, [one.id for one in found])
        context["rounds"] = [_line(one, *counts.get(one.id, (0, 0)), today) for one in found]
        context["offers"] = offered(request)
    else:
        own = OwingUnit.objects.filter(town_id=acting.town_id, unit_id__in=acting.unit_ids)
        owed = list(owed_by(acting.town_id, acting.unit_ids)[:SHOWN])
        rest = (
            own.exclude(id__in=[one.id for one in owed])
            .select_related("round", "unit")
            .order_by("-round__period_to", "-id")
        )
        context["owed"] = [_owed(one, today) for one in owed]
        context["answered"] = [_owed(one, today) for one in rest[:SHOWN]]
    return render(request, "returns/list.html", context)


def _counts(town_id: int, keys: list[int]) -> dict[int, tuple[int, int]]:
    """Answered and owing by round. One statement."""
    found: dict[int, tuple[int, int]] = {}
    rows = OwingUnit.objects.filter(town_id=town_id, round_id__in=keys).values_list("round_id", "id", "answers__id")
    seen: dict[int, dict[int, bool]] = {}
    for one, owing, answer in rows:
        units = seen.setdefault(one, {})
        units[owing] = units.get(owing, False) or answer is not None
    for one, units in seen.items():
        found[one] = (sum(units.values()), len(units))
    return found


def _line(one: ReturnRound, answered: int, owing: int, today: Any) -> dict[str, Any]:
    return {
        "title": one.title,
        "url": reverse("return-round", args=[one.id]),
        "period": f"{one.period_from.isoformat()} 至 {one.period_to.isoformat()}",
        "notice": f"{one.notice}{one.notice_number}",
        "count": f"{answered}/{owing}",
        "lacking": owing - answered,
        "closed": one.closed_on.isoformat() if one.closed_on else "",
        "due": deadline(one, today),
    }


def _owed(owing: OwingUnit, today: Any) -> dict[str, Any]:
    one = owing.round
    return {
        "title": one.title,
        "unit": owing.unit.name,
        "url": reverse("return-unit", args=[owing.id]),
        "period": f"{one.period_from.isoformat()} 至 {one.period_to.isoformat()}",
        "closed": one.closed_on.isoformat() if one.closed_on else "",
        "due": deadline(one, today),
    }


def offered(request: DeskRequest) -> list[dict[str, Any]]:
    """Rounds whose next period is over: made again with one click."""
    if not may_keep_rounds(request.acting):
        return []
    found = []
    for one in rounds_due_again(request.acting.town_id, request.moment.today):
        begin, end = next_period(one.period_from, one.period_to, one.every)
        found.append(
            {
                "title": one.title,
                "period": f"{begin.isoformat()} 至 {end.isoformat()}",
                "action": reverse("return-again", args=[one.id]),
            }
        )
    return found


def due_today(request: DeskRequest) -> dict[str, Any]:
    """What 今日 says of returns: rounds to make again, and rounds that the person's units owe."""
    acting = request.acting
    owed = [] if may_keep_rounds(acting) or not acting.unit_ids else owed_by(acting.town_id, acting.unit_ids)[:5]
    return {"offers": offered(request), "owed": [_owed(one, request.moment.today) for one in owed]}


@business
def new(request: DeskRequest) -> HttpResponse:
    """A form for a round."""
    if not may_keep_rounds(request.acting):
        raise PermissionDenied("报送由司法所、党政办发起。要收什么，请告诉司法所内勤。")
    form = RoundForm(request.acting.town_id, request.moment.directory, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _made(request, form.wish())
        except ReturnError as error:
            form.add_error(None, str(error))
    return render(request, "returns/new.html", {"form": form})


@require_POST
@business
def again(request: DeskRequest, key: int) -> HttpResponse:
    """The same round for its next period."""
    last = round_or_404(request, key)
    units = OwingUnit.objects.filter(town_id=last.town_id, round=last).values_list("unit_id", flat=True)
    figures = list(AskedFigure.objects.filter(town_id=last.town_id, round=last).order_by("id"))
    try:
        return _made(request, wish_again(last, list(units), figures))
    except ReturnError as error:
        raise PermissionDenied(str(error)) from error


def _made(request: DeskRequest, wish: Wish) -> HttpResponse:
    applied = apply([plan_round(request.acting, wish, request.moment.today)], request.moment.now)[0]
    one = ReturnRound.objects.filter(town_id=applied.town_id).latest("id")
    messages.success(
        request, f"已发起《{one.title}》（条目 #{applied.index:,}），{len(wish.units)} 个单位在各自的今日里看到。"
    )
    return HttpResponseRedirect(reverse("return-round", args=[one.id]))
