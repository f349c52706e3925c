"""How a figure is read in a sentence. The writer of a text chooses the habit by the word after the bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from guiju.reports.approximations import almost, in_characters, somewhat_above
from guiju.reports.comparisons import beside_last_quarter, beside_last_year, growth, plain_decimal
from guiju.reports.figures import YearFigure
from guiju.reports.wording import until_words

NOTHING_TO_COUNT = "无应计事项"


def number(figure: YearFigure) -> str:
    """The exact number without its unit; money without needless zeros."""
    value = figure.value
    if value is None:
        return NOTHING_TO_COUNT
    if isinstance(value, str) and "+" not in value:
        return plain_decimal(Decimal(value))
    return str(value)


def plain(figure: YearFigure) -> str:
    """The exact number with its unit."""
    return _with_unit(number(figure), figure)


def both_numbers(figure: YearFigure) -> str:
    """A ratio with the two numbers it is made of: 97.5%（39/40）; any other figure as it is."""
    if figure.value is None or not figure.is_ratio:
        return plain(figure)
    return f"{plain(figure)}（{figure.numerator}/{figure.denominator}）"


def _rounded(rounding: Callable[[int], str]) -> Callable[[YearFigure], str]:
    def read(figure: YearFigure) -> str:
        return _with_unit(rounding(figure.value), figure) if isinstance(figure.value, int) else plain(figure)

    return read


def _with_unit(text: str, figure: YearFigure) -> str:
    return text if figure.value is None else f"{text}{figure.unit}"


def is_zero(figure: YearFigure) -> bool:
    """Whether nothing was counted: zero, or a ratio of nothing."""
    return figure.value is None or figure.value == 0


HABITS: Mapping[str, Callable[[YearFigure], str]] = {
    "照录": plain,
    "数": number,
    "余": _rounded(somewhat_above),
    "近": _rounded(almost),
    "汉字": _rounded(in_characters),
    "两数": both_numbers,
    "同比": beside_last_year,
    "同比率": growth,
    "环比": beside_last_quarter,
    "截至": lambda figure: until_words(figure.as_of),
}
PLAIN, UNTIL = "照录", "截至"
BESIDE_LAST_YEAR = ("同比", "同比率")
