"""What an entry of a town's own register tells, and what each kind of column asks for."""

from __future__ import annotations

from guiju.kernel.procedure.api import Input
from guiju.mechanisms.registers.models import ColumnField

EVENT_DATE = Input("event_date", "日期", "date", required=True, past_only=True)
UNIT = Input("unit", "单位", "unit", required=True)
TITLE = Input("title", "名称", "text")
PERSONS = Input("persons", "人数", "integer", unit="人")
AMOUNT = Input("amount", "金额", "money", unit="元")
NOTE = Input("note", "备注", "long_text", private=True)
NUMBER = Input("number", "编号", "text", help="表上没有编号的由系统给号")

ENTRY = (EVENT_DATE, UNIT, TITLE, PERSONS, AMOUNT, NOTE, NUMBER)
TYPED = {ColumnField(item.name): item for item in ENTRY}


def text_column(name: str, heading: str, *, private: bool) -> Input:
    """A further column, kept as the text that stands in the cell."""
    return Input(name, heading, "long_text", private=private)
