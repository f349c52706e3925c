"""The stretches of time that a form speaks of, seen from the month that was chosen."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from guiju.kernel.indicators.api import Period


@dataclass(frozen=True)
class Chosen:
    """The month for which a form is filled (of a quarter or year its last), and the day on which it is filled."""

    year: int
    month: int
    today: dt.date
    rhythm: str = "month"

    @property
    def until(self) -> dt.date:
        """The last day of the month, or today where that has not come yet."""
        return min(dt.date(self.year, self.month, calendar.monthrange(self.year, self.month)[1]), self.today)

    @property
    def label(self) -> str:
        """2022年10月, 2022年第三季度, 2022年."""
        if self.rhythm == "quarter":
            return f"{self.year}年第{'一二三四'[(self.month - 1) // 3]}季度"
        return f"{self.year}年" if self.rhythm == "year" else f"{self.year}年{self.month}月"

    def period(self, code: str) -> Period:
        """The stretch of a code of PERIODS."""
        until = self.until
        if code in ("year", "year_before"):
            found = Period(dt.date(self.year, 1, 1), until)
        elif code == "quarter":
            found = Period(dt.date(self.year, (self.month - 1) // 3 * 3 + 1, 1), until)
        else:
            found = Period(dt.date(self.year, self.month, 1), until)
        return self._a_year_before(found) if code.endswith("_before") else found

    def _a_year_before(self, period: Period) -> Period:
        """To the same day of the year before; of a whole month to that month's last day, which February changes."""
        before = period.a_year_before()
        if self.until.day != calendar.monthrange(self.year, self.month)[1]:
            return before
        last = calendar.monthrange(self.year - 1, self.month)[1]
        return Period(before.start, before.as_of.replace(day=last))


def last_whole(today: dt.date, rhythm: str) -> Chosen:
    """What is due to be filled today: the last month, quarter or year that is over."""
    month_ends = {"quarter": (3, 6, 9, 12), "year": (12,)}.get(rhythm, tuple(range(1, 13)))
    year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    while month not in month_ends:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return Chosen(year, month, today, rhythm)
