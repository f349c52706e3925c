"""报送 of the district: a round stands once in each town that owes it, in the town's own ledger; a town sees its own alone.

The district reads what each town told it, value by value with cut-off, definition and completeness; never a town's rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.models import Answer, OwingUnit, ReturnRound, ToldFigure
from guiju.exchange.returns.rounds import Wish, refuse_impossible, round_changes
from guiju.kernel.ledger.api import Change, Plan
from guiju.kernel.organisation.api import DISTRICT_POSTS, Acting, Town, Unit

Towns = Sequence[Town]


@dataclass
class TownReturn:
    """What one town owes of a round of the district and what it told last, by the name of what was asked."""

    town: Town
    round: ReturnRound
    owing: OwingUnit
    answer: Answer | None = None
    figures: dict[str, ToldFigure] = field(default_factory=dict)


@dataclass
class DistrictRound:
    """A round of the district over its towns, in their order."""

    towns: list[TownReturn]

    @property
    def first(self) -> ReturnRound:
        """The round as it stands in the first town: all that was asked is the same in every one."""
        return self.towns[0].round

    @property
    def lacking(self) -> list[TownReturn]:
        return [one for one in self.towns if one.answer is None]

    @property
    def count(self) -> str:
        return f"{len(self.towns) - len(self.lacking)}/{len(self.towns)}"


def governments(towns: Towns) -> dict[int, int]:
    """By town the unit that answers for it: its government, in existence. One statement."""
    keys = [town.id for town in towns]
    found = Unit.objects.filter(town_id__in=keys, kind=Unit.Kind.GOVERNMENT, until__isnull=True).order_by("-id")
    return dict(found.values_list("town_id", "id"))


def plan_district_rounds(
    acting: Acting, wish: Wish, towns: Towns, units: Mapping[int, int], code: str, today: dt.date
) -> list[Plan]:
    """A round for each of some towns, each in its own ledger; `units` are the towns' governments, `code` is its own.

    Raises ReturnError for another post, a town without a government, and what cannot be.
    """
    _refuse(acting)
    if not towns:
        raise ReturnError("请选要报的镇，至少一个。")
    lacking = [town.name for town in towns if town.id not in units]
    if lacking:
        raise ReturnError(f"{'、'.join(lacking)}还没有登记镇人民政府这个单位，收不到。请先请该镇补上。")
    refuse_impossible(replace(wish, units=list(units.values())))
    who = f"{district_office(acting)} {acting.name}"
    made = {"made_by_id": None, "made_on": today, "district_round": code, "asked_by": who}
    reason = f"{who}要报《{wish.title.strip()}》，{wish.due_on.isoformat()}前报"
    return [
        Plan(
            town.id,
            "return_round",
            who,
            who,
            changes=round_changes(town.id, replace(wish, units=[units[town.id]]), made),
            reason=reason,
        )
        for town in towns
    ]


def plan_district_closing(acting: Acting, one: DistrictRound, entries: Mapping[int, int], today: dt.date) -> list[Plan]:
    """Close a round in every town; `entries` is how many each town has now. Raises ReturnError."""
    _refuse(acting)
    if one.first.closed_on is not None:
        raise ReturnError(f"《{one.first.title}》{one.first.closed_on.isoformat()}已经收口。")
    who, plans = f"{district_office(acting)} {acting.name}", []
    for each in one.towns:
        values = {"closed_by_id": None, "closed_on": today, "closed_at_entry": entries[each.town.id]}
        change = Change(ReturnRound, each.round.id, "change", values)
        told = f"区里收口：{'已报' if each.answer else '未报'}"
        plans.append(Plan(each.town.id, "return_closed", who, who, changes=[change], reason=told))
    return plans


def district_office(acting: Acting) -> str:
    """The office of somebody who acts for the district."""
    return next((post.unit_name for post in acting.posts if post.role in DISTRICT_POSTS), "区司法局")


def _refuse(acting: Acting) -> None:
    if not acting.holds(DISTRICT_POSTS):
        raise ReturnError("向各镇要报送，是区司法局的岗位。本镇的报送在“报送”里发起。")


def district_rounds(towns: Towns, code: str = "") -> list[DistrictRound]:
    """The rounds of the district in its towns, the latest first; of a `code` that one alone. Three statements."""
    by_key = {town.id: town for town in towns}
    found = OwingUnit.objects.filter(town_id__in=list(by_key)).exclude(round__district_round="")
    if code:
        found = found.filter(round__district_round=code)
    rounds: dict[str, DistrictRound] = {}
    told: dict[int, TownReturn] = {}
    rows = found.select_related("round").order_by("-round__period_to", "-round__due_on", "town__code", "id")
    for owing in rows:
        one = TownReturn(by_key[owing.town_id], owing.round, owing)
        rounds.setdefault(owing.round.district_round, DistrictRound([])).towns.append(one)
        told[owing.id] = one
    _gather_answers(list(by_key), told)
    return list(rounds.values())


def _gather_answers(towns: list[int], told: dict[int, TownReturn]) -> None:
    for answer in Answer.objects.filter(town_id__in=towns, owing_id__in=list(told)).order_by("id"):
        told[answer.owing_id].answer = answer
    figures = ToldFigure.objects.filter(town_id__in=towns, answer__owing_id__in=list(told))
    for each in figures.select_related("answer", "asked").order_by("id"):
        told[each.answer.owing_id].figures[each.asked.name] = each
