"""The yearbook counts by its rules; the sheet for the credit platform shows no person and hands in no gap."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from guiju.exchange.tables import make_table
from guiju.kernel.indicators.api import year_until
from guiju.kernel.organisation.api import Town, acting_as_command, plan_setting
from guiju.kernel.procedure.api import apply, forget_directory, moment_for
from guiju.mechanisms.penalty.credit_sheet import CODE_SETTING, CREDIT_SHEET, HEADINGS, VALID_SETTING
from guiju.mechanisms.penalty.tests.made_cases import Desk
from guiju.mechanisms.penalty.tests.test_rows_of_ledgers_tell_their_steps import COMPLETE, SPOT, written
from guiju.mechanisms.penalty.told_simple import tells_on_spot
from guiju.mechanisms.penalty.yearbook import YEARBOOK
from tests.sample_registers import NOW, found_sample_town, import_registers

YEAR = year_until(dt.date(2025, 12, 31))


def yearbook(desk: Desk) -> dict[str, dict[str, object]]:
    rows = YEARBOOK.rows(desk.moment, YEAR)
    return {str(row[0]): dict(zip(YEARBOOK.headings, row, strict=True)) for row in rows}


def credit(desk: Desk) -> list[dict[str, object]]:
    return [dict(zip(HEADINGS, row, strict=True)) for row in CREDIT_SHEET.rows(desk.moment, YEAR)]


def test_several_kinds_count_once_under_the_heaviest_and_revoked_still_count(desk: Desk) -> None:
    written(desk, **{**COMPLETE, "kinds": "警告、罚款、没收", "confiscation": Decimal(500)})
    gone = {"number": "远综执罚立〔2025〕8号", "decision_number": "远综执罚决〔2025〕8号", "archived_on": None}
    written(desk, **{**COMPLETE, **gone, "revoked_on": dt.date(2025, 6, 3), "closed_on": dt.date(2025, 6, 6)})
    written(desk, tells_on_spot, **SPOT)
    rows = yearbook(desk)
    ordinary = rows["普通程序"]
    assert (ordinary["警告"], ordinary["罚款"], ordinary["没收"], ordinary["合计（宗）"]) == (0, 1, 1, 2)
    assert rows["合计"]["罚没金额（元）"] == Decimal("6600.00")
    assert (rows["合计"]["立案"], rows["合计"]["结案"], rows["简易程序"]["立案"]) == (3, 3, 1)
    assert rows["合计"]["持证率"] == "100.00%（3/3）"  # the last day of a certificate counts


def test_there_are_twenty_seven_columns() -> None:
    assert len(HEADINGS) == 27
    assert set(CREDIT_SHEET.required) <= set(HEADINGS)


def test_person_stands_by_surname_only_and_free_text_stays(desk: Desk) -> None:
    told = {"party_kind": "person", "party": "李示例", "party_id": "310100199001010007", "facts": "李示例乱倒"}
    written(desk, **{**COMPLETE, **told, "penalty_basis": "示例规定第3条"})
    (row,) = credit(desk)
    assert (row["行政相对人名称"], row["行政相对人类别"], row["证件号码"]) == ("李某某", "自然人", None)
    assert "李示例" not in str(row) and "310100" not in str(row)
    assert row["罚款金额（万元）"] == "0.3"


def test_row_with_a_required_cell_empty_is_named_and_not_handed_in(desk: Desk) -> None:
    written(desk, **COMPLETE)
    made = make_table(CREDIT_SHEET, desk.moment, YEAR)
    assert made.rows == 0
    (gap,) = made.gaps
    assert gap[0] == "远综执罚决〔2025〕7号"
    assert set(gap[1]) == {"处罚有效期", "处罚机关统一社会信用代码", "数据来源单位统一社会信用代码"}
    for name, value in ((CODE_SETTING, "示例代码"), (VALID_SETTING, "2099-12-31")):
        apply([plan_setting(desk.town.id, "system:test", name, value, desk.today)], desk.now)
    forget_directory()
    made = make_table(CREDIT_SHEET, desk.moment, YEAR)
    assert (made.rows, made.gaps) == (1, ())


@pytest.fixture
def sample(db: None) -> Town:
    return found_sample_town()


def test_sample_year_fills_both_tables(sample: Town, tmp_path: object) -> None:
    import_registers(sample, tmp_path, "penalty_case", "penalty_spot")  # type: ignore[arg-type]
    moment = moment_for(acting_as_command(sample, "table"), NOW)
    period = year_until(dt.date(2022, 12, 31))
    made = make_table(CREDIT_SHEET, moment, period)
    assert (made.rows, made.gaps) == (31, ())
    total = dict(zip(YEARBOOK.headings, YEARBOOK.rows(moment, period)[-1], strict=True))
    assert (total["合计（宗）"], total["不予处罚"], total["移送"]) == (31, 3, 1)
