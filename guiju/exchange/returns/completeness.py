"""Which units have returned what a figure counts: rounds of its register that reach into its period."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from guiju.exchange.returns.models import Answer, OwingUnit
from guiju.kernel.indicators.api import Indicator, Period
from guiju.kernel.mechanism.api import registers


def completeness(town_id: int, wanted: Sequence[tuple[Indicator, Period]]) -> list[tuple[int, int] | None]:
    """Units that answered every round they owe, and units that owe one; None without a round. One statement."""
    answered = Answer.objects.filter(town_id=town_id, owing=OuterRef("pk"))
    rows = list(
        OwingUnit.objects.filter(town_id=town_id)
        .annotate(answered=Exists(answered))
        .values_list("round__registers", "round__period_from", "round__period_to", "unit_id", "answered")
    )
    if not rows:
        return [None] * len(wanted)
    asked_by = {figure: register.id for register in registers() for figure in register.figures}
    found: list[tuple[int, int] | None] = []
    for indicator, period in wanted:
        units: dict[int, bool] = {}
        for names, begin, end, unit, told in rows:
            if asked_by.get(indicator.id) in names.split(",") and begin <= period.as_of and end >= period.start:
                units[unit] = units.get(unit, True) and told
        found.append((sum(units.values()), len(units)) if units else None)
    return found
