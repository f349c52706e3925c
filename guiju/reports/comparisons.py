"""A figure beside another: 与去年持平, 比去年同期增加4件, 比上季度减少3件, 同比增长9.2%."""

from __future__ import annotations

from decimal import Decimal

from guiju.reports.figures import Shown, YearFigure


def beside_last_year(figure: YearFigure) -> str:
    """How the figure stands to the same stretch of last year, in its own unit."""
    return _beside(figure, figure.value, figure.compared.last_year, last_year_words(figure))


def beside_last_quarter(figure: YearFigure) -> str:
    """How the last whole quarter stands to the one before it (环比)."""
    return _beside(figure, figure.compared.quarter, figure.compared.quarter_before, "上季度")


def growth(figure: YearFigure) -> str:
    """The change against last year in per cent; in its own unit where last year had none, or for a ratio."""
    now, before = _number(figure.value), _number(figure.compared.last_year)
    if now is None or not before or figure.is_ratio:
        return beside_last_year(figure)
    change = ((now - before) * 100 / before).quantize(Decimal("0.1"))
    if now == before:
        return f"与{last_year_words(figure)}持平"
    return f"同比{'增长' if change >= 0 else '下降'}{plain_decimal(abs(change))}%"


def last_year_words(figure: YearFigure) -> str:
    """去年 for a whole year, else 去年同期."""
    return "去年" if (figure.as_of.month, figure.as_of.day) == (12, 31) else "去年同期"


def _beside(figure: YearFigure, value: Shown, other: Shown, when: str) -> str:
    if value is None or other is None:
        return f"{when}没有可比的数字"
    if value == other:
        return f"与{when}持平"
    now, before = _number(value), _number(other)
    if now is None or before is None:
        return f"{when}为{other}{figure.unit}"
    difference = now - before
    if figure.is_ratio:
        return f"比{when}{'提高' if difference > 0 else '降低'}{plain_decimal(abs(difference))}个百分点"
    return f"比{when}{'增加' if difference > 0 else '减少'}{plain_decimal(abs(difference))}{figure.unit}"


def _number(value: Shown) -> Decimal | None:
    """The number of a value; None for nothing and for a breakdown."""
    if value is None or (isinstance(value, str) and "+" in value):
        return None
    return Decimal(str(value))


def plain_decimal(number: Decimal) -> str:
    """A decimal without needless zeros and without an exponent."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
