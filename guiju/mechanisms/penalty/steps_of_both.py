"""Steps that an ordinary case and a penalty on the spot have alike: payment, publication as a sheet tells it, archive."""

from __future__ import annotations

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.procedure.api import Step
from guiju.mechanisms.penalty import bases, effects_decision, guards, guards_after
from guiju.mechanisms.penalty import forms_after as forms
from guiju.mechanisms.penalty.posts import TEAM

PAY = Step(
    "pay",
    "登记缴款",
    ("performing",),
    None,
    TEAM,
    (bases.PAYMENT, bases.LATE_FEE),
    forms.PAYMENT,
    when=("fined",),
    guards=(guards.dated("paid_on", "served_on", label="缴款日期"), guards_after.NOT_OVERPAID),
    effects=effects_decision.pay,
    closes=("penalty.pay",),
    reads=(),
    dated_by="paid_on",
)

PUBLISH = Step(
    "publish",
    "登记公示",
    ("decided", "performing", "closed"),
    None,
    TEAM,
    (bases.PUBLISHING, bases.PUBLICATION),
    forms.PUBLICATION,
    guards=(guards.dated("published_on", "decided_on", label="公示日期"), guards_after.PUBLISHED_IN_TIME),
    effects=effects_decision.publish,
    reads=(DisclosureItem,),
    dated_by="published_on",
    hidden=True,  # told by a sheet; the desk records it where the items to be published stand
)

ARCHIVE = Step(
    "archive",
    "立卷归档",
    ("closed",),
    "archived",
    TEAM,
    (bases.ARCHIVING,),
    forms.ARCHIVE,
    guards=(guards.dated("archived_on", "case_closed_on", label="归档日期"),),
    effects=effects_decision.archive,
    makes="案卷移交清单",
    reads=(),
    dated_by="archived_on",
)
