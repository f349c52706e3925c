"""What a claimed step asks for and its source does not tell: nothing is made up, and the step keeps its name.

A sheet that names nobody, a text that lies only in the paper file: the input is then a word that says so. It stands in
the record as it is read; to guards and effects that look for people it is nobody.
"""

from __future__ import annotations

from typing import Any

from guiju.kernel.matters.api import names_in


class Untold(str):
    """The word that stands where a required input is not told (台账未写明, 见案卷原件)."""

    __slots__ = ()


def names_told(value: Any) -> tuple[str, ...]:
    """The names in an input; none where the source does not tell it."""
    return () if isinstance(value, Untold) else tuple(names_in(value))
