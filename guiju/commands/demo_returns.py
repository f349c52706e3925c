"""The rounds of returns of the demo: one of 2022, answered in four ways and closed with two units owing, one that runs,
and one that the district asks of its towns."""

from __future__ import annotations

import datetime as dt

from guiju.exchange.returns.answering import Brought, Said, plan_answer
from guiju.exchange.returns.district import district_rounds, governments, plan_district_rounds
from guiju.exchange.returns.models import OwingUnit, ReturnRound
from guiju.exchange.returns.rounds import Asked, Wish, plan_closing, plan_round
from guiju.exchange.returns.standing import standing_of
from guiju.kernel.ledger.api import head_of
from guiju.kernel.organisation.api import Acting, Directory, Town, load_directory
from guiju.kernel.procedure.api import apply
from guiju.reports.api import towns_of_district

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


def plant_district_round(district: Acting, now: dt.datetime, today: dt.date) -> None:
    """Plant the district's round over the quarter that is over, once; no town has answered it yet."""
    towns = towns_of_district(district.town_id)
    if district_rounds(towns):
        return
    end = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1) - dt.timedelta(days=1)
    wish = Wish(
        title="公共法律服务季报",
        notice="关于报送公共法律服务工作情况的通知",
        notice_number="",
        period_from=end.replace(month=end.month - 2, day=1),
        period_to=end,
        due_on=today + dt.timedelta(days=10),
        force="internal",
        registers=(),
        units=(),
        figures=[
            Asked("镇公共法律服务站接待法律咨询", "人次", "legal_service.station_consultations"),
            Asked("居村法律顾问解答法律咨询", "人次", "legal_service.adviser_answers"),
            Asked("在岗法律明白人", "人", reckoned="at_end"),
        ],
    )
    apply(plan_district_rounds(district, wish, towns, governments(towns), "demo-quarter", today), now)
