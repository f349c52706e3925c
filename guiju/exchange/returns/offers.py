"""What today is to be done about returns: rounds that come again, and rounds that a person's units owe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db.models import Exists, OuterRef, QuerySet

from guiju.exchange.returns.models import Answer, OwingUnit, ReturnRound
from guiju.exchange.returns.rounds import next_period


def rounds_due_again(town_id: int, today: dt.date) -> list[ReturnRound]:
    """The last round of each recurring kind whose next period is over and not yet asked for. One statement."""
    newest: dict[tuple[str, str], ReturnRound] = {}
    for one in (
        ReturnRound.objects.filter(town_id=town_id, district_round="").exclude(every="").order_by("period_to", "id")
    ):
        newest[one.title, one.every] = one
    found = []
    for one in newest.values():
        _, end = next_period(one.period_from, one.period_to, one.every)
        if end < today:
            found.append(one)
    return found


def owed_to_district(town_id: int) -> QuerySet[OwingUnit]:
    """Open rounds of the district that the town has not answered, the earliest due first."""
    answered = Answer.objects.filter(town_id=town_id, owing=OuterRef("pk"))
    owing = OwingUnit.objects.filter(town_id=town_id, round__closed_on=None).exclude(round__district_round="")
    return owing.exclude(Exists(answered)).select_related("round", "unit").order_by("round__due_on", "id")


def owed_by(town_id: int, units: Collection[int]) -> QuerySet[OwingUnit]:
    """Open rounds that some units owe and have not answered, the earliest due first."""
    answered = Answer.objects.filter(town_id=town_id, owing=OuterRef("pk"))
    open_rounds = OwingUnit.objects.filter(
        town_id=town_id, unit_id__in=list(units), round__closed_on=None, round__district_round=""
    )
    return open_rounds.exclude(Exists(answered)).select_related("round", "unit").order_by("round__due_on", "id")
