"""Parties of a mediation as people write them: several names in one cell, persons and firms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from guiju.kernel.matters.api import Party
from guiju.kernel.procedure.api import Draft, Snapshot

# Endings by which a name is certainly no person's. One-character endings need a longer name: 李行 is a person.
_ENDING = re.compile(
    r".{2,}(?:公司|工厂|集团|商行|会所|车队|工程队|施工队|合作社|中心|学校|幼儿园|医院|诊所|银行|委员会|村委会|居委会|"
    r"协会|工作室|超市|餐厅|饭店|酒店|宾馆|事务所|经营部|门市部|服务部|分公司|政府|派出所)|.{4,}(?:厂|店|行|部|所|站|社|局|院|队)"
)
_PARTING = re.compile(r"[、，,；;\n]+")
ROLES = {"applicant": "申请人", "respondent": "被申请人"}


def is_organisation(name: str) -> bool:
    """Whether a name is a firm's or another body's: such names are not private, persons' are."""
    return "·" not in name and _ENDING.fullmatch(name) is not None


def names_in(value: Any) -> tuple[str, ...]:
    """The names in an input: a text parted by 、 or a list as read from a sheet."""
    parts = _PARTING.split(value) if isinstance(value, str) else value or ()
    return tuple(name for part in parts if (name := str(part).strip()))


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
