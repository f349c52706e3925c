"""Texts as their writers see them: figures in braces by name, `{调处矛盾纠纷|余}`, stored by id so that a name may change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from guiju.reports.errors import ReportError
from guiju.reports.figures import YearFigure

WORD_NAMES = {
    "year": "本年",
    "last_year": "上年",
    "next_year": "下年",
    "town": "镇名",
    "government": "镇政府",
    "district": "区名",
}
_BRACES = re.compile(r"\{([^{}|]*)((?:\|[^{}]*)?)\}")


def names_of(figures: Iterable[YearFigure]) -> dict[str, str]:
    """Names by id, of figures and of the report's own words."""
    return {**WORD_NAMES, **{figure.id: figure.name for figure in figures}}


def by_name(text: str, names: Mapping[str, str]) -> str:
    """A stored text with names in its braces; what has no name keeps its id."""
    return _BRACES.sub(lambda found: f"{{{names.get(found[1].strip(), found[1])}{found[2]}}}", text)


def by_id(text: str, names: Mapping[str, str]) -> str:
    """What a writer wrote, with ids in its braces. Raises ReportError for a name that no figure has."""
    ids = {name: identifier for identifier, name in names.items()}

    def stored(found: re.Match[str]) -> str:
        name = found[1].strip()
        identifier = ids.get(name) or (name if name in names else None)
        if identifier is None:
            raise ReportError(f"没有叫“{name}”的数字，请从右边的清单里找。")
        return f"{{{identifier}{found[2]}}}"

    return _BRACES.sub(stored, text)
