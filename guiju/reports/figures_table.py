"""The figures of a year as a table in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.table import Table

from guiju.reports.figures import Shown, YearFigure
from guiju.reports.wording import completeness_words, kind_words

LONGEST_VALUE = 16  # cells; a breakdown of more parts goes on in the next line


def figures_table(figures: Iterable[YearFigure], title: str) -> Table:
    """Value, unit, cut-off, records, completeness and digest of each figure; attested ones say so beside the name.

    Names are never cut: in a narrow window they go on in the next line. What is the same for every figure (报送) is
    told once below.
    """
    figures = list(figures)
    returned = {completeness_words(figure.completeness) for figure in figures}
    alike = len(returned) == 1
    table = Table(title=title, box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    table.add_column("指标", overflow="fold")
    table.add_column("数字", justify="right", max_width=LONGEST_VALUE, overflow="fold")
    for heading in ("单位", "截至"):
        table.add_column(heading, no_wrap=True)
    table.add_column("记录", justify="right", no_wrap=True)
    for heading in ("摘要",) if alike else ("报送", "摘要"):
        table.add_column(heading, no_wrap=True)
    if alike:
        table.caption = f"报送：{returned.pop()}"
    for figure in figures:
        own = () if alike else (completeness_words(figure.completeness),)
        table.add_row(*_cells(figure), *own, figure.digest[:8])
    return table


def _cells(figure: YearFigure) -> tuple[str, ...]:
    return (
        figure.name if figure.kind == "derived" else f"{figure.name}（{kind_words(*figure.key)}）",
        value_words(figure),
        figure.unit,
        figure.as_of.isoformat(),
        f"{len(figure.records):,}",
    )


def value_words(figure: YearFigure) -> str:
    """The value as a table shows it; a ratio with its two numbers."""
    text = number_words(figure.value)
    return f"{text}（{figure.numerator}/{figure.denominator}）" if figure.is_ratio else text


def number_words(value: Shown) -> str:
    """A number as a table shows it: thousands parted, a dash for nothing."""
    if value is None:
        return "—"
    return f"{value:,}" if isinstance(value, int | float) else value
