"""The day table: which days are working days, and counting them without walking from day to day.

Working days follow the yearly notice of the State Council's office on holidays and make-up days. The table is made
from the package chinesecalendar; `calendar_check.py` compares it with a second package. A year whose notice is not in
the table has weekends only and is *provisional*: dates that depend on it are marked 暂定.
"""

from array import array
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from chinese_calendar.constants import holidays as _NOTICED_HOLIDAYS
from chinese_calendar.constants import workdays as _NOTICED_WORKDAYS

FIRST_YEAR = 1990
LAST_YEAR = 2070


class OutsideCalendar(ValueError):
    """A date lies before or after the years of the day table."""

    def __init__(self, day: object) -> None:
        super().__init__(f"日期{day}超出日历表的范围（{FIRST_YEAR}年至{LAST_YEAR}年）。请核对日期。")


class Calendar:
    """Working days of all years from FIRST_YEAR to LAST_YEAR; immutable once made.

    `overrides` are the town's own days (date -> is it a working day), which go before everything else.
    `confirmed_years` are years whose notice the town has entered in full by overrides, so that they are not
    provisional although the packages do not hold them yet.
    """

    __slots__ = ("_first", "_known", "_last", "_through", "_working", "overrides")

    def __init__(self, overrides: Mapping[date, bool] | None = None, confirmed_years: Iterable[int] = ()) -> None:
        self.overrides = dict(overrides or {})
        self._first = date(FIRST_YEAR, 1, 1).toordinal()
        self._last = date(LAST_YEAR, 12, 31).toordinal()
        self._known = noticed_years() | frozenset(confirmed_years)
        free, made_up = set(_NOTICED_HOLIDAYS), set(_NOTICED_WORKDAYS)
        for day, works in self.overrides.items():
            (free if works else made_up).discard(day)
            (made_up if works else free).add(day)
        free_days = {day.toordinal() for day in free}
        made_up_days = {day.toordinal() for day in made_up}
        # _through[i]: working days from the first day of the table up to and including day i.
        self._through, self._working, count = array("i"), array("i"), 0
        for ordinal in range(self._first, self._last + 1):
            weekday = (ordinal + 6) % 7 < 5
            if ordinal in made_up_days or (weekday and ordinal not in free_days):
                count += 1
                self._working.append(ordinal)
            self._through.append(count)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Calendar):
            return NotImplemented
        return self._working == other._working and self._known == other._known

    def __hash__(self) -> int:
        return hash((len(self._working), self._known))

    def is_working(self, day: date) -> bool:
        """Whether people work on the day. Raises OutsideCalendar."""
        return self.working_through(day) > self.working_through(day - timedelta(1))

    def is_known(self, year: int) -> bool:
        """Whether the holiday notice of the year is in the table."""
        return year in self._known

    def all_known(self, first: date, last: date) -> bool:
        """Whether no year from the first to the last day is provisional; true of an empty span."""
        if first.year == last.year:
            return first > last or first.year in self._known
        return all(year in self._known for year in range(first.year, last.year + 1))

    def working_through(self, day: date) -> int:
        """How many working days the table holds up to and including the day. Raises OutsideCalendar."""
        index = day.toordinal() - self._first
        if index == -1:
            return 0
        if not 0 <= index < len(self._through):
            raise OutsideCalendar(day)
        return self._through[index]

    def working_between(self, first: date, last: date) -> int:
        """How many working days lie from the first to the last day, both included; 0 of an empty span."""
        return self.working_through(last) - self.working_through(first - timedelta(1)) if first <= last else 0

    def add_working(self, day: date, days: int) -> date:
        """The n-th working day after the day (n > 0) or before it (n < 0); 0 gives the day itself.

        The day itself is never counted, whether it is a working day or not. Raises OutsideCalendar.
        """
        if days == 0:
            return day
        if days > 0:
            position = self.working_through(day) + days - 1
        else:
            position = self.working_through(day - timedelta(1)) + days
        if not 0 <= position < len(self._working):
            raise OutsideCalendar(f"{day}前后{abs(days)}个工作日")
        return date.fromordinal(self._working[position])

    def next_working(self, day: date) -> date:
        """The day itself if it is a working day, else the first one after it. Raises OutsideCalendar."""
        return self.add_working(day - timedelta(1), 1)

    def free_runs(self, first: date, last: date) -> list[tuple[date, date]]:
        """The days without work from the first to the last day, as stretches of days that follow one another."""
        runs: list[tuple[date, date]] = []
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            day = date.fromordinal(ordinal)
            if self.is_working(day):
                continue
            if runs and runs[-1][1] == day - timedelta(1):
                runs[-1] = (runs[-1][0], day)
            else:
                runs.append((day, day))
        return runs

    def made_up(self, first: date, last: date) -> list[date]:
        """The Saturdays and Sundays of a span on which people work."""
        days = (date.fromordinal(ordinal) for ordinal in range(first.toordinal(), last.toordinal() + 1))
        return [day for day in days if day.weekday() >= 5 and self.is_working(day)]


@lru_cache(maxsize=1)
def noticed_years() -> frozenset[int]:
    """The years whose holiday notice is in the package, without those where the second source differs.

    2005 is left out: the two packages differ on one day of it, and no period that still matters runs through it.
    """
    return frozenset(day.year for day in _NOTICED_HOLIDAYS if (day.month, day.day) == (10, 1)) - {2005}


@lru_cache(maxsize=1)
def national_calendar() -> Calendar:
    """The calendar without overrides of a town, made once in a process."""
    return Calendar()
