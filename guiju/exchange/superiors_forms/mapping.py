"""What a person said of a form by pointing: which place is filled with what. Carried from town to town as it is.

Places are a sheet and a cell (月报!B4), or a place of a Word form (t1.r2.c3, p5.1, p5.x).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from guiju.exchange.superiors_forms.errors import FormError

ORDINAL = "#"  # a column that counts the rows
ALL, REST, OPEN = "*", "+", ""  # of a matrix: all together; what no other column or row names; not yet said
RHYTHMS = {"month": "每月一份", "quarter": "每季一份", "year": "每年一份", "matter": "每件事项一份"}
PERIODS = {
    "month": "本月",
    "quarter": "本季",
    "year": "本年累计",
    "year_before": "上年同期累计",
    "month_before": "上年同月",
}
TEXTS = {
    "town": "单位（镇）",
    "government": "单位（镇人民政府）",
    "office": "填表人所在单位",
    "person": "填表人",
    "today": "填表日期",
    "period": "期间",
    "year_number": "年份",
    "month_number": "月份",
}


@dataclass(frozen=True)
class Fill:
    """What goes into one place: a text of ours, a text as typed, figures added up, or a column of the matter.

    `divide` is 10000 where the form asks for 万元.
    """

    kind: Literal["text", "fixed", "figure", "field"]
    what: tuple[str, ...]
    period: str = "month"
    divide: int = 1


@dataclass(frozen=True)
class ListFill:
    """One matter a row: the register, the day that places a matter in the period, the field of each column."""

    where: str  # sheet, or t1
    heading: int
    first: int
    register: str
    date: str
    columns: Mapping[int, str]
    period: str = "month"


@dataclass(frozen=True)
class MatrixColumn:
    """A column of a matrix: figures added up, of all kinds, of some, or of those that no other column names."""

    figures: tuple[str, ...]
    kinds: tuple[str, ...] = (ALL,)


@dataclass(frozen=True)
class MatrixFill:
    """Units down, categories across. `rows` says of a row whose head names no unit of ours which one it is."""

    where: str  # sheet, or t1
    head_column: int
    first: int
    last: int
    axis: str
    columns: Mapping[int, MatrixColumn]
    rows: Mapping[int, str] = field(default_factory=dict)
    period: str = "month"


@dataclass(frozen=True)
class FormMapping:
    """All that was said of a form."""

    rhythm: str = "month"
    register: str = ""  # of a form for each matter
    date: str = ""
    cells: Mapping[str, Fill] = field(default_factory=dict)
    lists: tuple[ListFill, ...] = ()
    matrices: tuple[MatrixFill, ...] = ()

    @property
    def count(self) -> int:
        """How many things were said."""
        return len(self.cells) + len(self.lists) + len(self.matrices)


_ADAPTER = TypeAdapter(FormMapping)


def to_json(mapping: FormMapping) -> dict[str, Any]:
    """The mapping as plain data."""
    found: dict[str, Any] = _ADAPTER.dump_python(mapping, mode="json")
    return found


def from_json(data: Any) -> FormMapping:
    """The mapping from plain data; raises FormError for what is none."""
    try:
        return _ADAPTER.validate_python(data)
    except ValidationError as error:
        raise FormError("这份表的对应关系读不出来，可能由更新的版本导出。请升级后再载入，或者重新指定。") from error
