"""What a sheet does not say: nobody is made up for it, and no step loses its name because of it."""

from __future__ import annotations

from typing import Any

from guiju.kernel.matters.api import names_in

NOT_TOLD = "台账未写明"  # stands where a step asks who it was and the sheet names nobody
UNTOLD_MANNER = "not_told"  # a paper was served, the sheet does not say how
ELSEWHERE = "见案卷原件"  # stands where a step asks for a text that is only in the paper file


def told_names(value: Any) -> tuple[str, ...]:
    """The names in an input, without the word that says that nobody was named."""
    return tuple(name for name in names_in(value) if name != NOT_TOLD)
