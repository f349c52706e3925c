"""The town's catalogue of enforcement items as choices of an input, and what the catalogue says of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from guiju.kernel.mechanism.api import ItemCase
from guiju.kernel.procedure.api import lawbook_in_use, procedure_of
from guiju.mechanisms.penalty.indicators import cases
from guiju.mechanisms.penalty.models import PenaltyDetail


class CatalogueItems(Mapping[str, str]):
    """Every item that the catalogue has ever held, code to name: a case may be recorded long after its day."""

    @cached_property
    def _table(self) -> dict[str, str]:
        return {row.id: row.label for row in lawbook_in_use().items()}

    def __getitem__(self, key: str) -> str:
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


def cases_of_items(town_id: int, items: Sequence[str]) -> list[ItemCase]:
    """第24条: the cases under some items, oldest first, and what became of each. One statement."""
    found = cases(town_id).filter(item__in=items).select_related("matter").order_by("discovered_on", "matter_id")
    return [_case(detail) for detail in found]


def _case(detail: PenaltyDetail) -> ItemCase:
    matter = detail.matter
    ends = (matter.closed_on, detail.case_closed_on, detail.transferred_on)
    return ItemCase(
        matter_id=matter.id,
        item=detail.item,
        number=matter.number,
        title=matter.title,
        since=detail.filed_on or detail.discovered_on or matter.event_date,
        until=min((day for day in ends if day is not None), default=None),
        became=_became(detail),
    )


def _became(detail: PenaltyDetail) -> str:
    """办结, 移送 and to whom, or the stage in which it stands."""
    matter = detail.matter
    procedure = procedure_of(matter.mechanism, matter.kind, matter.procedure_version)
    if detail.transferred_to:
        receipt = f"，{detail.receipt_on.isoformat()}收到回执" if detail.receipt_on else "，还没有回执"
        day = f"{detail.transferred_on.isoformat()}" if detail.transferred_on else ""
        return f"{day}移送{detail.transferred_to}{receipt}"
    if detail.case_closed_on:
        outcome = procedure.outcomes.get(matter.outcome, "")
        return f"{detail.case_closed_on.isoformat()}结案" + (f"（{outcome}）" if outcome else "")
    if matter.closed_on:
        return f"{matter.closed_on.isoformat()}{procedure.stage_label(matter.stage)}"
    return f"在办：{procedure.stage_label(matter.stage)}"
