"""The workbook made for a unit comes back through the importer; so do pasted lines once a person has confirmed them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from guiju.exchange.returns.answering import Said
from guiju.exchange.returns.blank_sheet import blank_sheet
from guiju.exchange.returns.confirmed_rows import confirmed_sheet, fields_asked
from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.figures import Given
from guiju.exchange.returns.models import AskedFigure, UnitUpload
from guiju.exchange.returns.rounds import Asked
from guiju.exchange.returns.tests.made_rounds import (
    FIRST,
    NOW,
    TODAY,
    acting,
    consult,
    directory,
    make_round,
    owing,
    standing,
)
from guiju.exchange.returns.uploading import carry_out_answer, stage_answer
from guiju.exchange.sheets.api import find_head, read_workbook
from guiju.exchange.sheets.tests.made_workbooks import xlsx_of
from guiju.kernel.indicators.api import Period, completeness_of, town_indicator
from guiju.kernel.matters.api import Matter
from guiju.kernel.mechanism.api import register_of, registers
from guiju.mechanisms.registers.tests.made_sheets import defined
from guiju.mechanisms.registers.tests.made_sheets import wish as made_register

pytestmark = pytest.mark.usefixtures("town")


def answered(data, one, register="", who="village", figures=None, given=None):
    upload = stage_answer(
        owing(one, FIRST), data, "报送.xlsx", acting(who), NOW, Said("sheet", figures=figures), register, given
    )
    return carry_out_answer(upload, acting(who), NOW, TODAY, directory(), lambda: given or {})


def test_filled_template_is_imported_and_answers_the_round():
    one = make_round()
    consult("远9", dt.date(2026, 1, 10))
    register = register_of("station_consultation")
    book = read_workbook(blank_sheet(register, one, owing(one, FIRST).unit_id, directory()), "报送.xlsx")
    sheet = book.sheets[0]
    head = find_head(sheet)
    assert head is not None
    assert "服务地点" not in [heading.text for heading in head.headings]
    assert "安有容" not in str(book)
    filled = {"服务日期": dt.date(2026, 2, 3), "咨询方式": "来访", "人次": 2, "咨询内容": "问借条"}
    rows = [list(sheet.row(n)) for n in (1, 2)]
    data = xlsx_of([*rows, [filled.get(heading.text, "") for heading in head.headings]])
    batch = answered(data, one)
    assert (batch.result["rows"], batch.result["imported"]) == (1, 1)
    assert Matter.objects.filter(unit__name=FIRST, event_date=dt.date(2026, 2, 3)).count() == 1
    last = standing(one).units[0].last
    assert last is not None
    assert (last.how, last.rows, last.imported, last.on_record) == ("sheet", 1, 1, 1)
    assert not UnitUpload.objects.exists()


def test_confirmed_lines_become_oral_mediations():
    one = make_round(registers=("oral_mediation",))
    register = register_of("oral_mediation")
    row = {
        "mediated_on": dt.date(2026, 2, 5), "applicant": "安有容", "respondent": "成大山", "dispute_kind": "邻里纠纷",
        "amount": 3200, "outcome": register.field_table["outcome"].choices["agreement"], "facts": "漏水",
    }  # fmt: skip
    assert {"mediated_on", "outcome"} <= set(fields_asked(register))
    data = confirmed_sheet(register, one, FIRST, [row])
    batch = answered(data, one, "oral_mediation")
    assert batch.result["imported"] == 1, batch.result
    assert standing(one).units[0].records == {"oral_mediation": 1}


@pytest.mark.parametrize("register", [one.id for one in registers() if one.kinds])
def test_every_register_has_a_template_that_is_known_again(register):
    found = register_of(register)
    one = make_round(registers=(register,))
    data = blank_sheet(found, one, owing(one, FIRST).unit_id, directory())
    assert read_workbook(data, "报送.xlsx").sheets[0].name == "填报"


def test_figures_are_told_in_the_same_breath_as_an_upload():
    one = make_round(
        registers=("oral_mediation",), figures=[Asked("走访", "户"), Asked("口头调解", "件", "mediation.oral")]
    )
    visits, oral = AskedFigure.objects.filter(round=one).order_by("id")
    row = {"mediated_on": dt.date(2026, 2, 5), "applicant": "安有容", "respondent": "成大山", "facts": "漏水"}
    register = register_of("oral_mediation")
    row |= {"dispute_kind": "邻里纠纷", "outcome": register.field_table["outcome"].choices["agreement"]}
    data, given = confirmed_sheet(register, one, FIRST, [row]), {oral.id: Given(Decimal(1))}
    with pytest.raises(ReturnError, match="还差一个数字：走访"):
        answered(data, one, "oral_mediation", given=given)
    assert not UnitUpload.objects.exists()
    answered(data, one, "oral_mediation", figures={visits.id: Decimal(7)}, given=given)
    assert standing(one).units[0].figures == {visits.id: Decimal(7), oral.id: Decimal(1)}


def test_register_that_the_town_made_is_asked_for_like_any_other(town):
    own, other = defined(), defined(made_register("另一本台账"))
    one = make_round(registers=(own, other))
    register = register_of(own, town.id)
    data = blank_sheet(register, one, owing(one, FIRST).unit_id, directory())
    lines = read_workbook(data, "报送.xlsx").sheets[0]
    head = find_head(lines)
    assert head is not None and "村居" not in [heading.text for heading in head.headings]
    filled = {"发放日期": dt.date(2026, 2, 3), "物资名称": "手册", "覆盖人数": 30}
    rows = [list(lines.row(n)) for n in (1, 2)]
    batch = answered(xlsx_of([*rows, [filled.get(heading.text, "") for heading in head.headings]]), one)
    assert batch.result["imported"] == 1, batch.result
    assert standing(one).units[0].records == {own: 1, other: 0}
    february = Period(one.period_from, one.period_to)
    counted, apart = (town_indicator(f"{each}.count", town.id) for each in (own, other))
    assert completeness_of(town.id, [(counted, february), (apart, february)]) == [(1, 2), (1, 2)]
