"""会签: the unit that answers for a figure confirms it, objects, or says whose it is; only then is the year locked."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.indicators.api import indicator_of, year_until
from guiju.kernel.ledger.api import Entry, verify_town
from guiju.kernel.organisation.api import acting_as_command
from guiju.kernel.procedure.api import apply
from guiju.reports.api import (
    Answer,
    ReportError,
    ReportState,
    Standing,
    Verdict,
    YearFigure,
    load_report,
    lock_report,
    owner_of,
    plan_checks,
    plan_owner,
    standing,
)
from guiju.reports.figures import derived_figure
from guiju.reports.tests.made_town import NOW, TODAY, MadeTown

OCTOBER = dt.date(2022, 10, 10)
SECTION = "results.service"
YEAR = year_until(dt.date(2022, 12, 31))


def consultations(town: MadeTown) -> tuple[ReportState, YearFigure]:
    figure = derived_figure(indicator_of("legal_service.station_consultations"), town.town.id, YEAR, compare=False)
    return load_report(town.town.id, 2022), figure


def say(town: MadeTown, verdict: str, **more: object) -> None:
    state, figure = consultations(town)
    answer = Answer(verdict, **more)  # type: ignore[arg-type]
    apply([plan_checks(town.clerk, state, [(figure, SECTION)], answer, TODAY)], NOW)


def stands(town: MadeTown) -> Standing:
    state, figure = consultations(town)
    return standing(figure, state.checks.get(figure.key))


def test_section_belongs_to_the_unit_of_the_outline(town: MadeTown) -> None:
    state, figure = consultations(town)
    assert state.owners.name(owner_of(state, figure.key, SECTION)) == "示例镇公共法律服务站"
    assert state.owners.name(owner_of(state, figure.key, "results.disputes")) == "示例镇司法所"


def test_confirmation_holds_for_the_records_that_were_seen(town: MadeTown) -> None:
    town.consult(OCTOBER)
    assert stands(town) is Standing.OPEN
    say(town, Verdict.CONFIRMED)
    assert stands(town) is Standing.CHECKED
    town.consult(OCTOBER)
    assert stands(town) is Standing.MOVED
    say(town, Verdict.CONFIRMED)
    assert stands(town) is Standing.CHECKED
    assert verify_town(town.town.id).whole


def test_objection_names_records_and_stops_the_lock(town: MadeTown) -> None:
    town.consult(OCTOBER)
    town.confirm()
    with pytest.raises(ReportError, match="写明是哪几条记录"):
        say(town, Verdict.OBJECTED)
    say(town, Verdict.OBJECTED, remark="示公服咨〔2022〕1号是上一年的")
    assert stands(town) is Standing.OBJECTED
    with pytest.raises(ReportError, match="1个数字没有核对完"):
        lock_report(town.town, 2022, town.clerk, NOW, TODAY)


def test_figure_that_is_not_theirs_passes_to_the_unit_named(town: MadeTown) -> None:
    village = town.unit("village")
    with pytest.raises(ReportError, match="请选归哪个部门"):
        say(town, Verdict.NOT_OURS)
    say(town, Verdict.NOT_OURS, passed_to=village)
    state, figure = consultations(town)
    assert owner_of(state, figure.key, SECTION) == village
    assert stands(town) is Standing.OPEN, "the other unit has to look at it"
    apply([plan_checks(town.villager, state, [(figure, SECTION)], Answer(Verdict.CONFIRMED), TODAY)], NOW)
    assert stands(town) is Standing.CHECKED


def test_who_does_not_speak_for_a_unit_says_who_signed(town: MadeTown) -> None:
    state, figure = consultations(town)
    with pytest.raises(ReportError, match="由示例镇公共法律服务站核对"):
        plan_checks(town.villager, state, [(figure, SECTION)], Answer(Verdict.CONFIRMED), TODAY)
    apply([plan_owner(town.clerk, state, SECTION, town.unit("village"))], NOW)
    with pytest.raises(ReportError, match="由示例镇甲村核对"):
        say(town, Verdict.CONFIRMED)
    say(town, Verdict.CONFIRMED, said_by="丙示例")
    state, figure = consultations(town)
    check = state.checks[figure.key]
    assert (check.said_by, check.checked_by, check.unit) == ("丙示例", "甲示例", "示例镇甲村")


def test_command_confirms_nothing(town: MadeTown) -> None:
    state, figure = consultations(town)
    with pytest.raises(ReportError, match="由人负责"):
        plan_checks(acting_as_command(town.town, "test"), state, [(figure, SECTION)], Answer(Verdict.CONFIRMED), TODAY)


def test_locked_year_is_not_checked_again(town: MadeTown) -> None:
    town.confirm()
    assert Entry.objects.filter(kind="report_check").count() == 1, "a unit's figures are confirmed in one entry"
    lock_report(town.town, 2022, town.clerk, NOW, TODAY)
    with pytest.raises(ReportError, match="已经锁定"):
        say(town, Verdict.CONFIRMED)
    with pytest.raises(ReportError, match="不再改"):
        plan_owner(town.clerk, load_report(town.town.id, 2022), SECTION, town.unit("village"))
