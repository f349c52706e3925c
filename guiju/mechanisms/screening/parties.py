"""The people and firms that a screened dispute concerns, as sheets name them."""

from __future__ import annotations

from guiju.kernel.matters.api import is_organisation, names_in
from guiju.kernel.procedure.api import Draft


def add_parties(draft: Draft) -> None:
    """Add who is named; identity number and address belong to the first person. Only a firm's name is not private."""
    people = names_in(draft.get("parties"))
    for ordinal, name in enumerate((*people, *names_in(draft.get("involved_organisation"))), 1):
        if is_organisation(name):
            draft.party("party", organisation=name[:80], ordinal=ordinal)
        else:
            first = ordinal == 1 and bool(people)
            identity, address = (draft.get(item, "") if first else "" for item in ("party_id", "party_address"))
            draft.party("party", name, ordinal=ordinal, id_number=identity, address=address)
