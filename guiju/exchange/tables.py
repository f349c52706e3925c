"""A superior's table as a workbook: rows with a required cell empty are named, not handed in."""

from __future__ import annotations

from dataclasses import dataclass

from guiju.exchange.sheets.api import write_list
from guiju.kernel.indicators.api import Period
from guiju.kernel.mechanism.api import SuperiorTable
from guiju.kernel.procedure.api import Moment


@dataclass(frozen=True)
class MadeTable:
    """The workbook's bytes, how many rows it holds, and what the rows left out lack, by the row's name."""

    data: bytes
    rows: int
    gaps: tuple[tuple[str, tuple[str, ...]], ...]


def make_table(table: SuperiorTable, moment: Moment, period: Period) -> MadeTable:
    """Fill a table for the moment's town and a period. Natural persons stand in it as their mechanism redacts them."""
    whole, gaps = [], []
    for row in table.rows(moment, period):
        lacking = table.lacking(row)
        if lacking:
            named = row[table.headings.index(table.names_row)] if table.names_row else ""
            gaps.append((str(named or "（没有编号）"), lacking))
        else:
            whole.append(row)
    span = f"{period.start.isoformat()}至{period.as_of.isoformat()}"
    made = f"填报单位：{moment.directory.town_name}人民政府　统计期间：{span}　填表时间：{moment.today.isoformat()}"
    data = write_list(table.headings, whole, title=table.label, sheet_name="表", notes=(made, *table.notes))
    return MadeTable(data, len(whole), tuple(gaps))
