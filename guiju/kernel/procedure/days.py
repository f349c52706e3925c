"""Guards on the days that steps are given: a day that lies ahead, or before what it must follow, was mistyped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.procedure.declarations import Guard, Refusal
from guiju.kernel.procedure.snapshot import Moment, Snapshot

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Days:
    """The days of a mechanism's matters by field, with the names that people read."""

    labels: Mapping[str, str]

    def dated(self, name: str, *after: str, label: str = "") -> Guard:
        """The day `name` is not in the future and not before the matter's days `after`; else a slip (code `input`).

        A slip stops a claimed step too. `label` names the day where the step calls it otherwise.
        """
        called = label or self.labels.get(name, "日期")

        def check(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
            day = values.get(name)
            if day is None:
                return None
            if day > moment.today:
                reason = f"{called}{day.isoformat()}晚于今天{moment.today.isoformat()}，请填实际发生的日期。"
                return Refusal("input", reason, field=name)
            for earlier in after:
                before = snapshot.detail.get(earlier, snapshot.matter.get(earlier))
                if before is not None and day < before:
                    reason = (
                        f"{called}{day.isoformat()}早于{self.labels[earlier]}{before.isoformat()}，请核对两个日期。"
                    )
                    return Refusal("input", reason, field=name)
            return None

        return Guard(f"dated.{name}", check)

    def usually_after(self, name: str, earlier: str, basis: Basis) -> Guard:
        """The day `name` should by law follow another but may in fact have preceded it: then a finding says so."""

        def check(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
            day, usual = values.get(name), snapshot.detail.get(earlier)
            if day is None or usual is None or day >= usual:
                return None
            reason = f"{self.labels[name]}{day.isoformat()}早于{self.labels[earlier]}{usual.isoformat()}。"
            return Refusal(f"order.{name}", reason, basis, field=name)

        return Guard(f"order.{name}", check)
