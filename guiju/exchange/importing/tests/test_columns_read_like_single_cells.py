"""Reading a column at once is only quicker: the results are those of its cells one by one."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from guiju.exchange.importing.answers import Answers
from guiju.exchange.importing.cells import read_field
from guiju.exchange.sheets.api import Choices, Column, LostDigits, Parsed, Wrong, parser_for
from guiju.kernel.procedure.api import Input

COLUMNS = [
    Column("a", ("甲",), kind="text"),
    Column("b", ("乙",), required=True, kind="date"),
    Column("c", ("丙",), kind="integer"),
    Column("d", ("丁（万元）",), required=True, kind="money"),
    Column("e", ("戊",), kind="persons"),
    Column("f", ("己",), kind="identity"),
    Column("g", ("庚",), kind="telephone"),
    Column("h", ("辛",), kind="choice", choices=Choices({"x": ("邻里",), "y": ("家庭",)})),
    Column("i", ("壬",), kind="flag"),
]
CELLS = st.one_of(
    st.sampled_from(
        ["", " ", "/", "2022.3.5", "3月5日", "1", "12人", "张三、李四", "邻里", "是", "1.5万元", "13800138000"]
    ),
    st.sampled_from(
        [
            1,
            1.0,
            True,
            False,
            0,
            0.0,
            44625.0,
            LostDigits(1e17),
            dt.date(2022, 3, 5),
            dt.datetime.fromisoformat("2022-03-05"),
        ]
    ),
    st.text(max_size=5),
)


def read(column, cells):
    item = Input(column.field, column.label, "text", required=column.required)
    return read_field("example", item, parser_for(column, year=2022), cells, Answers())


@given(st.sampled_from(COLUMNS), st.lists(CELLS, max_size=20))
def test_a_column_reads_like_its_cells(column, cells):
    together, _ = read(column, cells)
    assert together == [found for raw in cells for found in read(column, [raw])[0]]


def test_equal_cells_share_one_question():
    (first, second), asked = read(COLUMNS[7], ["邻居", "邻居"])
    assert first is second
    assert list(asked.values()) == ["邻居"]


def test_a_required_cell_must_not_be_blank():
    assert read(COLUMNS[1], ["", "/"])[0] == [Wrong("“乙”不能为空。请补填。")] * 2
    assert read(COLUMNS[0], [""])[0] == [Parsed(None)]


def test_the_unit_comes_from_the_heading_that_was_found():
    money = Column("amount", ("金额",), kind="money")
    for heading, yuan in (("金额（万元）", "15000.00"), ("金额（元）", "1.50")):
        assert str(parser_for(money, heading)(1.5).value) == yuan
