"""When something is due, by which rule, and how that was counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guiju.kernel.lawbook.api import TermRule
from guiju.kernel.terms.calendar import Calendar
from guiju.kernel.terms.due_counting import Counting, Span, count
from guiju.kernel.terms.explanation import explain


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a period. `provisional` (暂定): it depends on a year whose holiday notice is not known yet."""

    on: date
    provisional: bool
    counting: Counting

    @property
    def explanation(self) -> str:
        """How the date was counted, in Chinese sentences that a party can be shown. Made when asked for."""
        return explain(self.counting)


def due_date(
    rule: TermRule,
    start: date,
    calendar: Calendar,
    suspensions: Sequence[Span] = (),
    extended_by: int | None = None,
) -> Due:
    """The last day of the period that a rule opens on the day of an event (民法典 第201-203条, 民事诉讼法 第85条).

    `start` is the day of the event; whether it counts, and whether a last day without work moves to the next working
    day, is part of the rule. `suspensions` are stretches that do not count, first and last day both included; for one
    that still runs give the present day as its last and ask again tomorrow. `extended_by` is the extension granted,
    in the unit of the rule's extension. A rule that counts backwards gives the last day on which the thing may still
    be done; a yearly one gives its next date after `start`.

    Raises TermNotCountable (extension or suspension that the rule does not know), OutsideCalendar.
    """
    counting = count(rule, start, calendar, suspensions, extended_by)
    return Due(counting.on, counting.provisional, counting)
