"""The people and the firm that a screened dispute concerns, as sheets name them."""

from __future__ import annotations

import re
from typing import Any

from guiju.kernel.procedure.api import Draft

_PARTING = re.compile(r"[、，,；;\n]+")


def names_in(value: Any) -> tuple[str, ...]:
    """The names in an input: a text parted by 、 or a list as read from a sheet."""
    parts = _PARTING.split(value) if isinstance(value, str) else value or ()
    return tuple(name for part in parts if (name := str(part).strip()))


def add_parties(draft: Draft) -> None:
    """Add the named people, sealed; identity number and address belong to the first. A firm's name is not private."""
    names = names_in(draft.get("parties"))
    for ordinal, name in enumerate(names, 1):
        first = ordinal == 1
        draft.party(
            "party",
            name,
            ordinal=ordinal,
            id_number=draft.get("party_id", "") if first else "",
            address=draft.get("party_address", "") if first else "",
        )
    draft.party("party", organisation=str(draft.get("involved_organisation", ""))[:80], ordinal=len(names) + 1)
