"""The rounds of returns of the demo: one of 2022, answered in four ways and closed with two units owing, and one that runs."""

from __future__ import annotations

import datetime as dt

from guiju.exchange.returns.answering import Brought, Said, plan_answer
from guiju.exchange.returns.models import OwingUnit, ReturnRound
from guiju.exchange.returns.rounds import Wish, plan_closing, plan_round
from guiju.exchange.returns.standing import standing_of
from guiju.kernel.ledger.api import head_of
from guiju.kernel.organisation.api import Acting, Directory, Town, load_directory
from guiju.kernel.procedure.api import apply

OF_SERVICES = ("village", "legal_station", "legal_centre")


def plant_returns(town: Town, acting: Acting, now: dt.datetime, today: dt.date) -> None:
    """Plant both rounds, once. What a unit of 2022 tells is on record already: it brings no row, and moves no figure."""
    if ReturnRound.objects.filter(town_id=town.id).exists():
        return
    directory = load_directory(town)
    _closed_round(town, acting, directory, now, today)
    _running_round(acting, directory, now, today)


def _units(directory: Directory, kinds: tuple[str, ...]) -> list[int]:
    return [unit for unit, kind in directory.unit_kinds.items() if kind in kinds]


def _closed_round(town: Town, acting: Acting, directory: Directory, now: dt.datetime, today: dt.date) -> None:
    from samples.returns import NOTICE, answer_of

    wish = Wish(
        title="公共法律服务数据报送",
        notice=NOTICE,
        notice_number="",
        period_from=dt.date(2022, 1, 1),
        period_to=dt.date(2022, 10, 31),
        due_on=dt.date(2022, 11, 10),
        force="internal",
        registers=("station_consultation", "station_guidance", "adviser_log", "legal_opinion"),
        units=_units(directory, OF_SERVICES),
    )
    apply([plan_round(acting, wish, today)], now)
    one = ReturnRound.objects.get(town_id=town.id)
    plans = []
    for unit in standing_of(one, directory).units:
        told = answer_of(unit.name, unit.on_record)
        if told is not None:
            rows = unit.on_record if told.how in ("sheet", "lines") else 0
            said = Said(told.how, f"{unit.name}信息员", told.medium, Brought(rows=rows, there=rows))
            plans.append(plan_answer(acting, one, unit.owing, said, unit.on_record, today))
    apply(plans, now)
    apply([plan_closing(acting, one, standing_of(one, directory).sentence, head_of(town.id).size, today)], now)


def _running_round(acting: Acting, directory: Directory, now: dt.datetime, today: dt.date) -> None:
    begin = today.replace(day=1)
    end = (begin + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)
    wish = Wish(
        title="口头调解月报",
        notice="司法所工作例会要求",
        notice_number="",
        period_from=begin,
        period_to=end,
        due_on=end + dt.timedelta(days=3),
        force="internal",
        registers=("oral_mediation",),
        units=_units(directory, ("village",)),
        every="month",
    )
    applied = apply([plan_round(acting, wish, today)], now)[0]
    one = ReturnRound.objects.filter(town_id=applied.town_id).latest("id")
    first = OwingUnit.objects.filter(round=one).order_by("unit_id")[4:7]
    standing = {unit.owing.id: unit for unit in standing_of(one, directory).units}
    said = Said("nothing", "值班员", "telephone")
    apply([plan_answer(acting, one, owing, said, 0, today) for owing in first if not standing[owing.id].on_record], now)
