"""Parties of a mediation as people write them: several names in one cell, persons and firms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guiju.kernel.matters.api import Party, is_organisation, names_in
from guiju.kernel.procedure.api import Draft, Snapshot

ROLES = {"applicant": "申请人", "respondent": "被申请人"}


def add_parties(draft: Draft) -> None:
    """Add the parties that the input names; telephone, identity number and address belong to the first of a side."""
    for role in ROLES:
        for ordinal, name in enumerate(names_in(draft.get(role)), 1):
            own = {}
            if ordinal == 1:
                own = {
                    "telephone": draft.get(f"{role}_phone", ""),
                    "id_number": draft.get(f"{role}_id", ""),
                    "address": draft.get(f"{role}_address", ""),
                }
            if is_organisation(name):
                draft.party(role, organisation=name[:80], ordinal=ordinal, **own)
            else:
                draft.party(role, name, ordinal=ordinal, **own)


def name_of(snapshot: Snapshot, row: dict[str, Any]) -> str:
    """A party's name in clear: the firm's, or the person's where it may be read here, else the role's word.

    A row just planned holds only the columns that were given.
    """
    return row.get("organisation") or snapshot.text(row.get("name")) or ROLES.get(row["role"], "当事人")


def side(snapshot: Snapshot, role: str) -> Iterator[dict[str, Any]]:
    """The parties of one side, in their order."""
    rows = [row for row in snapshot.of(Party) if row["role"] == role]
    return iter(sorted(rows, key=lambda row: row["ordinal"]))


def side_names(snapshot: Snapshot, role: str) -> str:
    """The names of one side in clear, parted by 、."""
    return "、".join(name_of(snapshot, row) for row in side(snapshot, role))
