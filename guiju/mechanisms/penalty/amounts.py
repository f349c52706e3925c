"""Kinds and amounts of a penalty: as a form gives them, and measured against the dated amounts of the rulepacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from guiju.kernel.lawbook.api import LawbookError, NamedValue
from guiju.kernel.procedure.api import Moment
from guiju.mechanisms.penalty.models import PartyKind, PenaltyKind

ORDER = {kind.value: place for place, kind in enumerate(PenaltyKind)}
# Kinds before which the party may always ask for a hearing (第63条第3、4项).
HEAVY = frozenset(
    kind.value
    for kind in (
        PenaltyKind.LOWER_GRADE,
        PenaltyKind.RESTRICT,
        PenaltyKind.SUSPEND_BUSINESS,
        PenaltyKind.CLOSE,
        PenaltyKind.REVOKE_LICENCE,
    )
)
BUSINESS_SETTING = "penalty.business_counts_as"  # the Act is silent on 个体工商户: the town fixes it, 待核实


@dataclass(frozen=True)
class Sentence:
    """What a penalty consists of: kinds as codes lightest first, fine and confiscation in yuan."""

    kinds: tuple[str, ...]
    fine: Decimal | None = None
    confiscation: Decimal | None = None

    @property
    def codes(self) -> str:
        return ",".join(self.kinds)

    @property
    def heaviest(self) -> str:
        return self.kinds[-1] if self.kinds else ""

    @property
    def label(self) -> str:
        """As a list shows it: 罚款6,000元、警告."""
        words = [str(PenaltyKind(kind).label) for kind in self.kinds]
        if self.fine is not None:
            words = [f"罚款{self.fine:,.2f}元".replace(".00元", "元") if w == "罚款" else w for w in words]
        return "、".join(words)

    def heavier_than(self, told: Sentence) -> bool:
        """Whether it goes beyond another one: a kind that the other lacks, or a higher amount."""
        more = set(self.kinds) - set(told.kinds)
        fine = (self.fine or 0) > (told.fine or 0)
        return bool(more) or fine or (self.confiscation or 0) > (told.confiscation or 0)


def sentence_from(values: Mapping[str, Any]) -> Sentence:
    """The penalty that a form or a sheet row tells."""
    kinds = {kind for kind in str(values.get("kinds") or "").split(",") if kind in ORDER}
    kinds |= {kind for kind in ("warning", "criticism") if values.get(kind)}
    if values.get("other_kind"):
        kinds.add(str(values["other_kind"]))
    fine, confiscation = values.get("fine") or None, values.get("confiscation") or None
    if fine:
        kinds.add(PenaltyKind.FINE.value)
    if confiscation:
        kinds.add(PenaltyKind.CONFISCATION.value)
    return Sentence(tuple(sorted(kinds, key=ORDER.__getitem__)), fine, confiscation)


def sentence_of(detail: Mapping[str, Any], phase: str) -> Sentence:
    """The penalty as proposed, told or decided in a case's detail."""
    kinds = tuple(kind for kind in str(detail.get(f"{phase}_kinds") or "").split(",") if kind)
    prefix = "" if phase == "decided" else f"{phase}_"
    return Sentence(kinds, detail.get(f"{prefix}fine"), detail.get(f"{prefix}confiscation"))


def counted_as(detail: Mapping[str, Any], moment: Moment) -> str:
    """Whether the limits of a person or those of an organisation are asked: person, organisation."""
    kind = detail.get("party_kind") or PartyKind.PERSON.value
    if kind == PartyKind.BUSINESS:
        return moment.settings.get(BUSINESS_SETTING, "person")
    return str(kind)


def amount(name: str, moment: Moment) -> NamedValue | None:
    """A dated amount of the rulepacks on the day of the step; None where no rulepack has one."""
    try:
        return moment.lawbook.value(name, moment.on)
    except LawbookError:
        return None


def reaches(sentence: Sentence, prefix: str, detail: Mapping[str, Any], moment: Moment) -> NamedValue | None:
    """The amount that fine or confiscation reaches, each taken by itself (沪府令77号 第31条); None when neither does."""
    limit = amount(f"{prefix}.{counted_as(detail, moment)}", moment)
    if limit is None:
        return None
    most = max(sentence.fine or Decimal(0), sentence.confiscation or Decimal(0))
    return limit if most >= Decimal(str(limit.value)) else None
