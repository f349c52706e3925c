"""What the records give of a round's figures: of a unit by its records, of the town as its report has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from guiju.exchange.returns.figures import Given, derived_figures
from guiju.exchange.returns.models import AskedFigure, OwingUnit, ReturnRound
from guiju.kernel.indicators.api import Period, derive, rounds_behind, summed, town_indicators
from guiju.reports.api import YearFigure, comparable, load_report
from guiju.web.access import DeskRequest


def given_figures(request: DeskRequest, owing: OwingUnit, asked: Sequence[AskedFigure]) -> Mapping[int, Given]:
    """By asked figure what is not to be typed, because the records give it."""
    one = owing.round
    if one.from_district:
        return _of_town(one, asked, request.moment.today)
    units = OwingUnit.objects.filter(town_id=one.town_id, round=one).values_list("unit_id", flat=True)
    return derived_figures(one, asked, list(units), request.moment.directory)[owing.unit_id]


def _of_town(one: ReturnRound, asked: Sequence[AskedFigure], today: dt.date) -> dict[int, Given]:
    """The town's figures for the round's period: as they are locked where the report has just these, else counted."""
    locked, found = _locked(one), {}
    ours = {each.id: each for each in town_indicators(one.town_id) if comparable(each)}
    period = Period(one.period_from, min(one.period_to, today))
    wanted = [each for each in asked if each.indicator in ours and each.indicator not in locked]
    rounds = rounds_behind(one.town_id, [(ours[each.indicator], period) for each in wanted])
    for each, behind in zip(wanted, rounds, strict=True):
        value = derive(ours[each.indicator], one.town_id, period).value
        if value is not None:
            definition = f"{ours[each.indicator].definition}；以{ours[each.indicator].date_label}为准"
            found[each.id] = Given(Decimal(str(value)), period.as_of, definition, summed(behind))
    for each in asked:
        if each.indicator in locked:
            figure = locked[each.indicator]
            told = f"年度报告锁定的数字：{figure.definition}"[:400]
            found[each.id] = Given(Decimal(str(figure.value)), figure.as_of, told, figure.completeness)
    return found


def _locked(one: ReturnRound) -> dict[str, YearFigure]:
    """The locked figures of a year that the round asks: of the whole year, or of just the days of the lock."""
    state = load_report(one.town_id, one.period_to.year).locked
    year_end = dt.date(one.period_to.year, 12, 31)
    return {
        figure.id: figure
        for figure in (state.figures if state else ())
        if figure.kind == "derived"
        and isinstance(figure.value, int | float | str)
        and figure.start == one.period_from
        and one.period_to in (figure.as_of, year_end)
    }
