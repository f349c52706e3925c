"""The figures of a year as a table in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from guiju.reports.figures import Shown, YearFigure
from guiju.reports.wording import KINDS, completeness_words


def figures_table(figures: Iterable[YearFigure], title: str) -> Table:
    """Value, unit, cut-off, records, completeness, kind and digest of each figure."""
    table = Table(title=title)
    table.add_column("指标", min_width=16)
    table.add_column("数字", justify="right", no_wrap=True)
    for heading in ("单位", "截至"):
        table.add_column(heading, no_wrap=True)
    table.add_column("记录", justify="right", no_wrap=True)
    for heading in ("报送", "性质", "记录摘要"):
        table.add_column(heading, no_wrap=True)
    for figure in figures:
        table.add_row(
            figure.name,
            value_words(figure),
            figure.unit,
            figure.as_of.isoformat(),
            f"{len(figure.records):,}",
            completeness_words(figure.completeness),
            KINDS[figure.kind],
            figure.digest[:12],
        )
    return table


def value_words(figure: YearFigure) -> str:
    """The value as a table shows it; a ratio with its two numbers."""
    text = number_words(figure.value)
    return f"{text}（{figure.numerator}/{figure.denominator}）" if figure.is_ratio else text


def number_words(value: Shown) -> str:
    """A number as a table shows it: thousands parted, a dash for nothing."""
    if value is None:
        return "—"
    return f"{value:,}" if isinstance(value, int | float) else value
