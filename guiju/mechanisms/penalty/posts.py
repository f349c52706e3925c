"""Which posts take which steps of a case, and from when these procedures are in force."""

import datetime as dt

OFFICERS = ("enforcement_officer", "enforcement_head")
TEAM = (*OFFICERS, "legal_officer")
HEADS = ("organ_head", "leader")
CHECKERS = ("legal_officer",)
REVIEWERS = ("legal_reviewer", "justice_head")
CLERKS = (*OFFICERS, "legal_officer", "justice_clerk", "justice_head")
REPORTING = (*TEAM, *HEADS, "justice_clerk", "justice_head")  # who hands in what superiors ask for
DISCUSSING = ("organ_head", "leader")  # the organ's leaders, not the team's (第57条第2款)
FROM = dt.date(2021, 7, 15)  # the day on which the revised Act took effect
