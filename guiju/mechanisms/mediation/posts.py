"""Which posts take which steps of a mediation, and from when these procedures are in force."""

import datetime as dt

MEDIATORS = ("mediator", "justice_clerk", "justice_head")
REGISTRARS = ("village_clerk", *MEDIATORS)
FROM = dt.date(2011, 1, 1)  # the day on which 人民调解法 took effect
