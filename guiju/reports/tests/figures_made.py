"""Invented figures (示例) for tests of texts and papers, without a database."""

from __future__ import annotations

import datetime as dt
from typing import Any

from guiju.kernel.indicators.api import Record
from guiju.reports.figures import Compared, Shown, YearFigure

END = dt.date(2022, 12, 31)
OCTOBER = dt.date(2022, 10, 31)


def figure(identifier: str, value: Shown, unit: str = "件", **values: Any) -> YearFigure:
    """A derived figure of 2022 with as many records as its value says."""
    count = value if isinstance(value, int) else 0
    records = tuple(
        Record(n, f"示例〔2022〕{n}号", "", dt.date(2022, 1, 1) + dt.timedelta(days=n % 300), 1, n, 100 + n)
        for n in range(1, min(count, 400) + 1)
    )
    given: dict[str, Any] = {
        "id": identifier,
        "name": f"示例指标 {identifier}",
        "unit": unit,
        "kind": "derived",
        "value": value,
        "start": dt.date(2022, 1, 1),
        "as_of": END,
        "records": records,
        "digest": "ab" * 32,
        "definition": "示例口径；以登记日期为准",
    }
    return YearFigure(**(given | values))


def compared(value: Shown, last_year: Shown, **values: Any) -> YearFigure:
    """A figure beside last year's."""
    return figure("example.compared", value, **({"compared": Compared(last_year)} | values))
