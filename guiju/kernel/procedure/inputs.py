"""What a step or a register row asks for, declared once for page, Excel and API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

InputKind = Literal[
    "text",
    "long_text",
    "date",
    "moment",
    "integer",
    "money",
    "choice",
    "yes_no",
    "unit",
    "staff",
    "person_name",
    "person_names",
    "telephone",
    "id_number",
    "address",
    "matter_number",
]

PRIVATE_KINDS = frozenset({"person_name", "person_names", "telephone", "id_number", "address"})


@dataclass(frozen=True)
class Input:
    """One value that is asked for.

    `choices` maps codes to Chinese labels; `synonyms` maps what people write to a code. `private` values are of
    natural persons (or free text about them) and go to the private store. `unit` stands behind the label (元, 人次).
    """

    name: str
    label: str
    kind: InputKind = "text"
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    synonyms: Mapping[str, str] = field(default_factory=dict)
    private: bool = False
    help: str = ""
    unit: str = ""
    past_only: bool = False  # a date that cannot lie after today
    phone_first: bool = False  # shown as chips on a phone
    article: str = ""  # citation that stands beside the label

    @property
    def is_private(self) -> bool:
        return self.private or self.kind in PRIVATE_KINDS


def past_day(name: str, label: str, help: str = "不填就是今天") -> Input:
    """The day on which a step happened; empty is today."""
    return Input(name, label, "date", past_only=True, help=help)
