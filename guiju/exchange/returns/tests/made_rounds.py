"""Rounds of an invented town (虚构): made, answered and closed through the write path."""

from __future__ import annotations

import datetime as dt
from typing import Any

from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    FIRST,
    NOW,
    SECOND,
    STATION,
    acting,
    book,
    consultation,
    found_town,
    imported,
)
from guiju.exchange.returns.answering import Said, plan_answer
from guiju.exchange.returns.models import AskedFigure, OwingUnit, ReturnRound
from guiju.exchange.returns.records import recorded
from guiju.exchange.returns.rounds import Wish, plan_closing, plan_round
from guiju.exchange.returns.standing import Standing, standing_of
from guiju.kernel.ledger.api import head_of
from guiju.kernel.organisation.api import Directory, Town, Unit, load_directory
from guiju.kernel.procedure.api import apply

__all__ = [
    "FIRST",
    "NOW",
    "SECOND",
    "STATION",
    "TODAY",
    "acting",
    "answer",
    "close",
    "consult",
    "directory",
    "found_town",
    "make_round",
    "owing",
    "standing",
    "wish",
]

TODAY = dt.date(2026, 3, 12)
REGISTER = "station_consultation"


def directory(code: str = "yuanxi") -> Directory:
    """The town's directory as it is now."""
    return load_directory(Town.objects.get(code=code))


def wish(code: str = "yuanxi", **changed: Any) -> Wish:
    """A monthly round on consultations, owed by the villages."""
    villages = Unit.objects.filter(town__code=code, kind="village").values_list("id", flat=True)
    told: dict[str, Any] = {
        "title": "法律咨询月报",
        "notice": "关于报送法律咨询情况的通知",
        "notice_number": "示司〔2026〕3号",
        "period_from": dt.date(2026, 2, 1),
        "period_to": dt.date(2026, 2, 28),
        "due_on": dt.date(2026, 3, 5),
        "force": "internal",
        "registers": (REGISTER,),
        "units": list(villages),
        "every": "month",
    }
    return Wish(**(told | changed))


def make_round(who: str = "clerk", code: str = "yuanxi", **changed: Any) -> ReturnRound:
    """Make a round and read it back."""
    applied = apply([plan_round(acting(who, code), wish(code, **changed), TODAY)], NOW)[0]
    return ReturnRound.objects.filter(town_id=applied.town_id).latest("id")


def owing(one: ReturnRound, unit: str) -> OwingUnit:
    """What a unit owes of the round."""
    return OwingUnit.objects.select_related("round").get(round=one, unit__name=unit)


def answer(one: ReturnRound, unit: str, said: Said, who: str = "clerk", code: str = "yuanxi", **others: Any) -> None:
    """Record an answer, with what is on record counted as it is."""
    one.refresh_from_db()
    found = owing(one, unit)
    units = list(OwingUnit.objects.filter(round=one).values_list("unit_id", flat=True))
    on_record = sum(recorded(one, units, directory(code))[found.unit_id].values())
    asked = list(AskedFigure.objects.filter(round=one))
    apply([plan_answer(acting(who, code), one, found, said, on_record, TODAY, asked, **others)], NOW)


def close(one: ReturnRound, who: str = "clerk", code: str = "yuanxi") -> ReturnRound:
    """Close a round and read it back."""
    told = standing(one, code).sentence
    apply([plan_closing(acting(who, code), one, told, head_of(one.town_id).size, TODAY)], NOW)
    one.refresh_from_db()
    return one


def standing(one: ReturnRound, code: str = "yuanxi") -> Standing:
    """Where the round stands."""
    return standing_of(ReturnRound.objects.get(id=one.id), directory(code))


def consult(number: str, day: dt.date, unit: str = FIRST) -> None:
    """Import one consultation held in a unit."""
    imported(book(CONSULTATIONS, [consultation(number, day, unit)]))
