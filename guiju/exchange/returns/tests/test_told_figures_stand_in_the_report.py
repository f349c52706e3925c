"""What units told where no record gives it stands in the year's figures: attested, with round and units, never twice."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from guiju.exchange.returns.answering import Said
from guiju.exchange.returns.figures import Given
from guiju.exchange.returns.models import AskedFigure
from guiju.exchange.returns.rounds import Asked
from guiju.exchange.returns.tests.made_rounds import FIRST, SECOND, answer, consult, found_town, make_round
from guiju.kernel.indicators.api import Period, indicator_of
from guiju.reports.api import figures_json, figures_of_year, told_beside

COUNTED = "legal_service.station_consultations"
TODAY, YEAR = dt.date(2026, 4, 1), Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
VISITS, WARDENS = Asked("走访", "户"), Asked("网格员", "人", reckoned="at_end")


def told(month: int, visits: int, unit: str = FIRST, *, again: bool = False) -> None:
    """A month's round in which one unit tells its visits and as many wardens as the month's number."""
    begin, end = dt.date(2026, month, 1), dt.date(2026, month, 28)
    one = make_round(registers=(), figures=[VISITS, WARDENS], period_from=begin, period_to=end, due_on=end)
    asked = {each.name: each.id for each in AskedFigure.objects.filter(round=one)}
    figures = {asked["走访"]: Decimal(visits), asked["网格员"]: Decimal(month)}
    if again:
        answer(one, unit, Said("figures", "桑晓", "telephone", figures={**figures, asked["走访"]: Decimal(99)}))
    answer(one, unit, Said("figures", "桑晓", "telephone", figures=figures))


def test_months_add_up_the_last_word_counts_and_what_stands_at_the_end_is_not_added(town):
    told(1, 5)
    told(2, 7, again=True)
    told(2, 8, SECOND)  # the same month asked once more: the later round stands
    found = {each["name"]: each for each in figures_json(town, 2026, TODAY) if each["kind"] == "attested"}
    visits = found["走访"]
    assert (visits["value"], visits["unit"], visits["as_of"], visits["records"]) == (13, "户", "2026-02-28", 0)
    assert visits["definition"] == f"单位报送，《法律咨询月报》，2 轮相加：{SECOND} 8、{FIRST} 5"
    assert visits["completeness"] == {"returned": 2, "owed": 4}
    assert (found["网格员"]["value"], found["网格员"]["completeness"]) == (2, {"returned": 1, "owed": 2})
    lapsed = {each.name: each.lapsed for each in figures_of_year(town.id, 2026, TODAY)}
    assert lapsed["走访"] == "已过期，只到2026-02-28，要重新取到2026-03-31"


def test_figure_of_ours_is_no_second_figure_but_stands_beside_the_records(town):
    one = make_round(figures=[Asked("咨询", "人次", COUNTED)])
    (asked,) = AskedFigure.objects.filter(round=one)
    answer(one, FIRST, Said("nothing", "桑晓", "telephone"), given={asked.id: Given(Decimal(0))})
    consult("远1", dt.date(2026, 2, 10), "远溪镇公共法律服务站")
    assert not [each for each in figures_of_year(town.id, 2026, TODAY) if each.kind == "attested"]
    (beside,) = told_beside(town.id, YEAR, indicator_of(COUNTED))
    assert (beside.value, beside.ours) == (0, 1)


def test_other_towns_and_rounds_without_a_word_have_no_such_figure(town):
    other = found_town("beitang")
    told(1, 5)
    make_round(registers=(), figures=[VISITS], title="另一份月报")
    names = [each.name for each in figures_of_year(town.id, 2026, TODAY)]
    assert names.count("走访（法律咨询月报）") == 1 and "走访（另一份月报）" not in names
    assert not [each.name for each in figures_of_year(other.id, 2026, TODAY) if each.kind == "attested"]
