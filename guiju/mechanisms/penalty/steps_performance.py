"""Steps after service: payment, deferral, remedies, urging, court, closing, archive; and what comes of a revocation."""

from __future__ import annotations

from dataclasses import replace

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.documents.api import Document
from guiju.kernel.procedure.api import If, Step
from guiju.mechanisms.penalty import bases, effects_decision, guards, guards_after
from guiju.mechanisms.penalty import forms_after as forms
from guiju.mechanisms.penalty.posts import HEADS, TEAM
from guiju.mechanisms.penalty.rows import RecordItem
from guiju.mechanisms.penalty.steps_of_both import ARCHIVE, PAY

PAYING = (
    PAY,
    Step(
        "defer",
        "批准延期、分期缴纳",
        ("performing",),
        None,
        HEADS,
        (bases.DEFERRED,),
        forms.DEFERRAL,
        when=("fined",),
        guards=(guards.dated("approved_on", "served_on", label="批准日期"),),
        effects=effects_decision.defer,
        closes=("penalty.pay",),
        makes="延期（分期）缴纳罚款通知书",
        reads=(Document,),
        reads_private=True,
        dated_by="approved_on",
        other_way=True,
    ),
    Step(
        "note_remedy",
        "登记当事人申请复议或者起诉",
        ("decided", "performing"),
        None,
        TEAM,
        (bases.NO_STAY,),
        forms.REMEDY,
        guards=(guards.dated("begun_on", "decided_on", label="日期"),),
        effects=effects_decision.note_remedy,
        closes=("reconsideration.apply", "litigation.direct"),
        reads=(),
        dated_by="begun_on",
        other_way=True,
    ),
    Step(
        "end_remedy",
        "复议、诉讼结束，决定维持",
        ("decided", "performing"),
        None,
        TEAM,
        (bases.NO_STAY,),
        forms.REMEDY_END,
        guards=(guards.dated("ended_on", "decided_on", label="日期"),),
        effects=effects_decision.end_remedy,
        reads=(),
        dated_by="ended_on",
        other_way=True,
    ),
)

COURT = (
    Step(
        "urge",
        "催告",
        ("performing",),
        None,
        TEAM,
        (bases.URGING,),
        forms.URGING,
        when=("fined",),
        establishes=("urged",),
        guards=(guards.dated("served_on", "served_on", label="催告书送达日期"), guards_after.CONSENTED),
        effects=effects_decision.urge,
        opens=("coercion.court.urge",),
        makes="催告书",
        reads=(Document,),
        reads_private=True,
        dated_by="served_on",
    ),
    Step(
        "apply_court",
        "申请法院强制执行",
        ("performing",),
        None,
        HEADS,
        (bases.COURT, bases.COURT_PAPERS),
        forms.COURT,
        requires=("urged",),
        guards=(
            guards.dated("applied_on", "urged_on", label="申请日期"),
            guards_after.URGED_LONG_ENOUGH,
            guards_after.COURT_IN_TIME,
        ),
        effects=effects_decision.apply_court,
        closes=("coercion.court.apply", "coercion.court.urge"),
        makes="强制执行申请书",
        reads=(Document,),
        reads_private=True,
        dated_by="applied_on",
    ),
    Step(
        "court_result",
        "登记法院结果",
        ("performing",),
        None,
        TEAM,
        (bases.COURT_PAPERS,),
        forms.COURT_RESULT,
        guards=(guards.dated("ruled_on", "decided_on", label="结果日期"),),
        effects=effects_decision.court_result,
        reads=(),
        dated_by="ruled_on",
        other_way=True,
    ),
)

CLOSE = Step(
    "close",
    "结案",
    ("performing",),
    "closed",
    HEADS,
    (bases.RECORDING,),
    forms.CLOSING,
    guards=(
        guards.dated("closed_on", "served_on", label="结案日期"),
        guards_after.RECORDS_COMPLETE,
        guards_after.MEDIA_COMPLETE,
        guards_after.PERFORMED,
        guards_after.PUBLISHED,
    ),
    effects=effects_decision.close,
    closes=("penalty.pay", "coercion.court.apply", "coercion.court.urge"),
    makes="结案审批表",
    reads=(DisclosureItem, Document, RecordItem),
    reads_private=True,
    dated_by="closed_on",
)

ENDING = (
    CLOSE,
    Step(
        "revoke",
        "决定被变更、撤销",
        ("decided", "performing", "closed", "archived"),
        "revoked",
        HEADS,
        (bases.PUBLICATION, bases.RECONSIDERED),
        forms.REVOCATION,
        guards=(guards.dated("revoked_on", "decided_on", label="日期"),),
        effects=effects_decision.revoke,
        opens=(If("penalised", "penalty.publicity.withdraw"),),
        closes=("penalty.serve", "penalty.pay", "coercion.court.apply", "coercion.court.urge"),
        reads=(),
        dated_by="revoked_on",
        other_way=True,
    ),
    Step(
        "take_down",
        "登记撤下公示",
        ("revoked",),
        None,
        TEAM,
        (bases.PUBLICATION,),
        forms.TAKING_DOWN,
        guards=(guards.dated("taken_down_on", "decided_on", label="撤下日期"),),
        effects=effects_decision.take_down,
        closes=("penalty.publicity.withdraw",),
        reads=(DisclosureItem,),
        dated_by="taken_down_on",
        hidden=True,  # told by a sheet; the desk records it where what is public stands
    ),
    replace(
        CLOSE,
        code="close_revoked",
        label="变更、撤销后结案",
        frm=("revoked",),
        basis=(bases.PUBLICATION,),
        guards=(guards.dated("closed_on", "decided_on", label="结案日期"), guards_after.TAKEN_DOWN),
        closes=(),
    ),
    ARCHIVE,
)
