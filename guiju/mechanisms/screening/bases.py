"""The articles on which screening rests, and the posts that carry it out."""

import datetime as dt

from guiju.kernel.lawbook.api import Basis

LAW = "people-mediation-law"

OWN_INITIATIVE = Basis(LAW, "17")
IN_TIME = Basis(LAW, "21")
ESCALATION = Basis(LAW, "25")
RECORDS = Basis(LAW, "27")

FROM = dt.date(2011, 1, 1)  # the day on which 人民调解法 took effect
OFFICE = ("justice_clerk", "justice_head")
REGISTRARS = ("village_clerk", "mediator", "department_head", *OFFICE)
