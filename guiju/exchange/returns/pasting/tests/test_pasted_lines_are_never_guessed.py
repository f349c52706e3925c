"""Five hundred invented lines: what is marked certain is right, what is not certain is a question; the rate is told."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.exchange.returns.pasting.api import PastedRow, read_pasted
from guiju.exchange.returns.pasting.days import days_in
from guiju.exchange.returns.pasting.sums import amount_in, chinese_amount
from guiju.exchange.returns.pasting.tests.written_lines import AROUND, Truth, written_lines
from guiju.kernel.mechanism.api import register_of

KIND = register_of("oral_mediation").field_table["dispute_kind"]
CELLS = ("day", "people", "kind", "amount")


def wrong_cells(row: PastedRow, truth: Truth) -> list[str]:
    """Cells that are certain and not what is true."""
    return [
        name for name in CELLS if getattr(row, name).is_certain and getattr(row, name).value != getattr(truth, name)
    ]


def test_no_wrong_value_is_certain_in_five_hundred_lines(capsys):
    count: Counter[str] = Counter()
    wrong, parted = [], []
    for written in written_lines():
        rows, _ = read_pasted(written.text, AROUND, KIND)
        if len(rows) != len(written.events):
            parted.append((written.text, [row.text for row in rows]))
            continue
        count["lines"] += 1
        for row, truth in zip(rows, written.events, strict=True):
            count["events"] += 1
            wrong += [(name, written.text, getattr(row, name)) for name in wrong_cells(row, truth)]
            for name in CELLS:
                cell = getattr(row, name)
                count[f"{name} certain"] += cell.is_certain
                count[f"{name} suggested right"] += not cell.is_certain and cell.value == getattr(truth, name)
            count["all certain"] += not row.questions
    with capsys.disabled():
        print(f"\n500 lines: {len(parted)} parted otherwise than meant; {dict(count)}")
    assert not wrong, wrong[:10]
    assert len(parted) <= 5, parted[:10]
    cells = sum(count[f"{name} certain"] for name in CELLS)
    assert cells / (4 * count["events"]) >= 0.6


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("三千二", 3200),
        ("三千零二", 3002),
        ("两万五", 25000),
        ("一百二", 120),
        ("十五", 15),
        ("二十", 20),
        ("两万零五百", 20500),
    ],
)
def test_amounts_as_people_say_them(words, value):
    assert chinese_amount(words) == value


@pytest.mark.parametrize(
    "text", ["赔了约3000元", "赔3000多", "要求赔5000元，给了3000元", "每人500元", "欠2万元", "赔了点钱", "借款三万"]
)
def test_amounts_that_are_not_sure_are_asked(text):
    assert not amount_in(text).is_certain


@pytest.mark.parametrize(
    "text", ["昨天", "上周二", "5号", "初三", "月底", "3月5日、6日", "4月1日", "3月32日", "面积3.5亩", "去了3.5公里外"]
)
def test_days_that_are_not_sure_are_asked(text):
    assert all(not one.told.is_certain for one in days_in(text, AROUND))


@pytest.mark.parametrize(
    "text",
    [
        "3月5日老王和小李吵架",
        "3月5日王某与张大妈漏水",
        "3月5日张三和李四和王五吵架",
        "3月5日张三跟某某物业吵",
        "3月5日张三儿子和李四打架",
    ],
)
def test_people_who_are_not_named_in_full_are_asked(text):
    (row,), _ = read_pasted(text, AROUND, KIND)
    assert not row.people.is_certain


@given(st.text(alphabet="3月5日.昨天张三李四和与跟因漏水赔了千二百元万约、，。；\n 大家好号[]🙏", max_size=60))
def test_any_text_is_read_without_loss_of_a_line(text):
    rows, left = read_pasted(text, AROUND, KIND)
    told = {one.line for one in (*rows, *left)}
    assert told == {number for number, line in enumerate(text.splitlines(), 1) if line.strip()}
    for row in rows:
        assert row.day.value is None or not row.day.is_certain or AROUND.begin <= row.day.value <= AROUND.end


@given(
    st.dates(dt.date(2026, 3, 1), dt.date(2026, 3, 31)),
    st.sampled_from(("3月{}日", "3月{}号", "2026-3-{}", "2026年3月{}日")),
)
def test_a_day_written_out_in_the_period_is_certain(day, form):
    (found,) = days_in(f"{form.format(day.day)}张三和李四吵架", AROUND)
    assert (found.told.value, found.told.is_certain) == (day, True)
