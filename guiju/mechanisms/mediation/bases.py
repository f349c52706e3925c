"""The articles on which mediation rests, once each."""

from guiju.kernel.lawbook.api import Basis

LAW, RULES, FORMATS = "people-mediation-law", "mediation-work-rules", "mediation-document-formats"

MEDIATION_START = Basis(LAW, "17")
MEDIATORS_CHOSEN = Basis(LAW, "19")
INVITED = Basis(LAW, "20")
IN_TIME = Basis(LAW, "21")
RIGHTS = Basis(LAW, "23")
ESCALATION = Basis(LAW, "25")
TERMINATION = Basis(LAW, "26")
ARCHIVE = Basis(LAW, "27")
ORAL_AGREEMENT = Basis(LAW, "28")
AGREEMENT = Basis(LAW, "29")
ORAL_EFFECT = Basis(LAW, "30")
PERFORMANCE = Basis(LAW, "31")
CONFIRMATION = Basis(LAW, "33")
INFORMING = Basis(RULES, "30")
ONE_MONTH = Basis(RULES, "33")
ORAL_PAGE = Basis(FORMATS, "口头协议登记表")
REGISTRATION_PAGE = Basis(FORMATS, "受理登记表")
REVISIT = Basis(FORMATS, "回访记录")
VOLUME = Basis(FORMATS, "卷宗封面")
