"""The figures of a year as a table in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from guiju.reports.figures import Shown, YearFigure
from guiju.reports.wording import KINDS, completeness_words


def figures_table(figures: Iterable[YearFigure], title: str) -> Table:
    """Value, unit, cut-off, records, completeness and digest of each figure; attested ones say so beside the name."""
    table = Table(title=title)
    table.add_column("指标", min_width=20)
    table.add_column("数字", justify="right", max_width=14, overflow="fold")
    for heading in ("单位", "截至"):
        table.add_column(heading, no_wrap=True)
    table.add_column("记录", justify="right", no_wrap=True)
    for heading in ("报送", "摘要"):
        table.add_column(heading, no_wrap=True)
    for figure in figures:
        table.add_row(
            figure.name if figure.kind == "derived" else f"{figure.name}（{KINDS[figure.kind]}）",
            value_words(figure),
            figure.unit,
            figure.as_of.isoformat(),
            f"{len(figure.records):,}",
            completeness_words(figure.completeness),
            figure.digest[:8],
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
