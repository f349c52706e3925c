"""The documents on which diverted orders rest, and the posts that carry them out."""

import datetime as dt

from guiju.kernel.lawbook.api import Basis

MEDIATE_FIRST = Basis("people-mediation-law", "18")
ESCALATION = Basis("people-mediation-law", "25")
LINKAGE = Basis("hotline-110-linkage-opinion")
SCOPE = Basis("hotline-110-linkage-opinion", "受理范围")
HOTLINE = Basis("hotline-optimisation-opinion")
CITY_HOTLINE = Basis("shanghai-hotline-rules")
RETURNING = Basis("shanghai-hotline-rules", "退单延期")

FROM = dt.date(2011, 1, 1)  # from then on 人民调解法 第18条 lets the police point to mediation
REGISTRARS = ("village_clerk", "mediator", "department_head", "justice_clerk", "justice_head")
