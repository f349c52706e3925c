"""A round is owed, answered in each way, refused where it cannot be, and closed with an account that adds up."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guiju.exchange.returns.answering import Brought, Said
from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.figures import Given, derived_figures
from guiju.exchange.returns.models import AskedFigure, Force
from guiju.exchange.returns.offers import owed_by, rounds_due_again
from guiju.exchange.returns.reminding import asking_of, reminder_for, reminder_for_all
from guiju.exchange.returns.rounds import Asked, next_period, plan_closing, wish_again
from guiju.exchange.returns.tests.made_rounds import (
    FIRST,
    SECOND,
    STATION,
    TODAY,
    acting,
    answer,
    close,
    consult,
    directory,
    found_town,
    make_round,
    owing,
    standing,
)
from guiju.kernel.indicators.api import Period, completeness_of, indicator_of, rounds_behind
from guiju.kernel.ledger.api import verify_town

FEBRUARY = dt.date(2026, 2, 10)
PHONE = Said("nothing", "桑晓", "telephone")
COUNTED = indicator_of("legal_service.station_consultations")
pytestmark = pytest.mark.usefixtures("town")


def test_zero_report_is_refused_where_records_are_and_differs_where_they_come_later():
    one = make_round()
    consult("远1", FEBRUARY)
    with pytest.raises(ReturnError, match="已经登记了 1 件，不能零报告"):
        answer(one, FIRST, PHONE)
    answer(one, FIRST, Said("there", "桑晓", "telephone"))
    answer(one, SECOND, PHONE)
    assert [unit.differs for unit in standing(one).units] == [False, False]
    consult("远2", FEBRUARY, SECOND)
    assert [unit.differs for unit in standing(one).units] == [False, True]


def test_nothing_recorded_cannot_be_called_all():
    with pytest.raises(ReturnError, match="还没有登记过"):
        answer(make_round(), FIRST, Said("there", "桑晓", "telephone"))


def test_who_answers_for_a_unit_names_who_said_it_and_how():
    one = make_round()
    for said in (Said("nothing"), Said("nothing", "桑晓"), Said("nothing", "", "telephone")):
        with pytest.raises(ReturnError, match="谁说的、怎么说的"):
            answer(one, FIRST, said)
    answer(one, FIRST, Said("nothing"), who="village")
    with pytest.raises(ReturnError, match="由别的单位报"):
        answer(one, SECOND, Said("nothing"), who="village")
    told = standing(one).units[0].last
    assert told is not None
    assert (told.told_by, told.medium) == ("桑晓", "desk")


def test_round_closes_with_an_account_and_late_records_are_named(town):
    one = make_round()
    answer(one, FIRST, Said("sheet", "桑晓", "paper", Brought(5, 2, 1, 1, 1, 9, 2)))
    assert standing(one).sentence == (
        "应报 2 个单位，已报 1（其中零报告 0），未报 1；报来 5 行 ＝ 导入 2 ＋ 已有 1 ＋ 请确认 1 ＋ 有错 1"
    )
    consult("远1", FEBRUARY)
    one = close(one)
    consult("远2", FEBRUARY, SECOND)
    assert [[matter.number for matter in unit.late] for unit in standing(one).units] == [[], ["远2"]]
    with pytest.raises(ReturnError, match="已经收口"):
        answer(one, SECOND, PHONE)
    with pytest.raises(ReturnError, match="已经收口"):
        close(one)
    assert verify_town(town.id).whole


def test_figures_that_the_records_give_are_filled_and_others_are_the_units_word():
    station = directory().units[STATION]
    asked = [Asked("咨询人次", "人次", COUNTED.id), Asked("会议", "次")]
    one = make_round(figures=asked, units=[station, directory().units[SECOND]])
    consult("远1", FEBRUARY, STATION)
    ours, theirs = AskedFigure.objects.filter(round=one).order_by("id")
    units = [owing(one, name).unit_id for name in (STATION, SECOND)]
    derived = derived_figures(one, [ours, theirs], units, directory())
    assert derived == {units[0]: {ours.id: Given(Decimal(1))}, units[1]: {ours.id: Given(Decimal(0))}}
    said = Said("there", "桑晓", "wechat", figures={ours.id: Decimal(99), theirs.id: Decimal(3)})
    with pytest.raises(ReturnError, match="还差一个数字：会议"):
        answer(one, STATION, Said("there", "桑晓", "wechat"), given=derived[units[0]])
    answer(one, STATION, said, given=derived[units[0]])
    assert standing(one).units[0].figures == {ours.id: Decimal(1), theirs.id: Decimal(3)}
    answer(one, SECOND, Said("nothing", "桑晓", "wechat", figures={theirs.id: Decimal(4)}), given=derived[units[1]])
    assert [(each.name, value) for each, value in standing(one).totals] == [("咨询人次", 1), ("会议", 7)]


def test_completeness_sums_the_rounds_within_the_period_and_names_who_lacks(town):
    year, before = (
        Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        Period(dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
    )
    january, february = (Period(dt.date(2026, month, 1), dt.date(2026, month, 28)) for month in (1, 2))
    other = indicator_of("mediation.oral")
    assert completeness_of(town.id, [(COUNTED, year)]) == [None]
    answer(make_round(), FIRST, PHONE)
    wanted = [(COUNTED, year), (COUNTED, february), (COUNTED, january), (COUNTED, before), (other, year)]
    assert completeness_of(town.id, wanted) == [(1, 2), (1, 2), None, None, None]
    make_round(period_from=dt.date(2026, 3, 1), period_to=dt.date(2026, 3, 31), due_on=dt.date(2026, 4, 5))
    assert completeness_of(town.id, wanted[:2]) == [(1, 4), (1, 2)], "a month keeps its own round, a year has both"
    assert [(one.end.month, one.lacking) for one in rounds_behind(town.id, wanted[:1])[0]] == [
        (2, (SECOND,)),
        (3, (FIRST, SECOND)),
    ]


def test_round_longer_than_a_figure_says_nothing_of_it_and_asked_figures_count_by_themselves(town):
    march = dt.date(2026, 3, 31)
    make_round(
        period_from=dt.date(2026, 1, 1), period_to=march, registers=(), figures=[Asked("调解", "件", "mediation.oral")]
    )
    oral, quarter = indicator_of("mediation.oral"), Period(dt.date(2026, 1, 1), march)
    cut = Period(quarter.start, dt.date(2026, 2, 28))
    assert completeness_of(town.id, [(oral, quarter), (oral, cut), (COUNTED, quarter)]) == [(0, 2), None, None]


def test_round_comes_again_when_its_next_period_is_over(town):
    one = make_round()
    assert rounds_due_again(town.id, dt.date(2026, 3, 31)) == []
    assert rounds_due_again(town.id, dt.date(2026, 4, 1)) == [one]
    again = wish_again(one, [1], [])
    assert (again.period_from, again.period_to, again.due_on) == (
        dt.date(2026, 3, 1),
        dt.date(2026, 3, 31),
        dt.date(2026, 4, 5),
    )
    assert next_period(dt.date(2026, 10, 1), dt.date(2026, 12, 31), "quarter") == (
        dt.date(2027, 1, 1),
        dt.date(2027, 3, 31),
    )


def test_reminders_name_units_and_what_is_there_and_no_person():
    one = make_round()
    consult("远1", FEBRUARY)
    found = standing(one)
    text = reminder_for(found.units[0], one, asking_of(one, found.asked))
    assert "系统里已有 1 件，不用再报" in text and "2026年3月5日前" in text and "安有容" not in text
    assert f"{SECOND}、{FIRST}" in reminder_for_all([SECOND, FIRST], one, asking_of(one, found.asked))
    alone = make_round(registers=(), figures=[Asked("会议", "次")])
    assert "零报告" not in reminder_for_all([FIRST], alone, "") and "零报告" in reminder_for_all([FIRST], one, "")
    assert owed_by(one.town_id, [found.units[0].owing.unit_id]).count() == 2


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"notice": " "}, "依据的通知"),
        ({"units": []}, "至少一个"),
        ({"registers": ()}, "要报的台账"),
        ({"period_to": dt.date(2026, 1, 1)}, "起日晚于止日"),
        ({"due_on": dt.date(2026, 1, 1)}, "报送日早于"),
        ({"force": Force.STATUTORY, "notice_number": ""}, "写明依据的文号"),
    ],
)
def test_round_that_cannot_be_is_refused(changed, said):
    with pytest.raises(ReturnError, match=said):
        make_round(**changed)


def test_who_keeps_no_rounds_makes_and_closes_none():
    with pytest.raises(ReturnError, match="不发起"):
        make_round(who="leader")
    with pytest.raises(ReturnError, match="不能收口"):
        plan_closing(acting("village"), make_round(), "", 0, TODAY)


def test_towns_do_not_see_each_others_rounds(town):
    other = found_town("beitang")
    make_round()
    year = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert completeness_of(other.id, [(COUNTED, year)]) == [None]
    assert rounds_due_again(other.id, dt.date(2026, 9, 1)) == []
    with pytest.raises(ReturnError, match="由别的单位报|不能代报"):
        answer(make_round(), FIRST, Said("nothing"), who="village", code="beitang")


def test_standing_takes_as_many_statements_for_one_unit_as_for_all():

    few, many = make_round(units=[owing(make_round(), FIRST).unit_id]), make_round()
    lists = []
    for one in (few, many):
        with CaptureQueriesContext(
            connection,
        ) as caught:
            standing(one)
        lists.append(len(caught))
    assert lists[0] == lists[1]
