"""Steps from the clue to the filing, and the ways out of a case to another organ."""

from __future__ import annotations

from dataclasses import replace

from guiju.kernel.procedure.api import START, If, Step
from guiju.mechanisms.penalty import bases, effects, forms, guards, officers
from guiju.mechanisms.penalty.posts import CLERKS, OFFICERS, TEAM

BEFORE_DECISION = ("investigating", "concluded", "noticed")

FILING = (
    Step(
        "register_clue",
        "登记案件线索",
        (START,),
        "clue",
        CLERKS,
        (bases.FILING,),
        forms.CLUE,
        guards=(
            guards.dated("found_on", label="发现日期"),
            guards.dated("occurred_on", label="违法行为发生日期"),
            guards.IN_CATALOGUE,
        ),
        effects=effects.register_clue,
        button="登记线索",
        dated_by="found_on",
    ),
    Step(
        "file_case",
        "立案",
        ("clue",),
        "investigating",
        OFFICERS,
        (bases.FILING,),
        forms.FILING,
        guards=(
            guards.dated("filed_on", label="立案日期"),
            officers.TWO_OFFICERS,
            officers.NOT_RECUSED,
            guards.IN_CATALOGUE,
            guards.WITHIN_LIMITATION,
        ),
        establishes=("filed",),
        effects=effects.file_case,
        opens=("penalty.decide",),
        makes="立案审批表",
        reads_private=True,
        dated_by="filed_on",
    ),
    Step(
        "reject_clue",
        "不予立案",
        ("clue",),
        "not_filed",
        OFFICERS,
        (bases.FILING,),
        forms.REJECTION,
        guards=(guards.dated("rejected_on", label="决定日期"),),
        effects=effects.reject,
        dated_by="rejected_on",
        other_way=True,
    ),
)

TAKE_BACK_CLUE = Step(
    "take_back_clue",
    "移送被退回，继续核查",
    ("transferring",),
    "clue",
    TEAM,
    (bases.POLICE_ANSWER,),
    forms.RETURN,
    guards=(guards.dated("returned_on", label="退回日期"),),
    effects=effects.returned,
    closes=("crime_transfer.police",),
    dated_by="returned_on",
    other_way=True,
)

LEAVING = (
    Step(
        "transfer",
        "移送其他机关",
        ("clue", *BEFORE_DECISION),
        "transferring",
        TEAM,
        (bases.CRIME_TRANSFER, bases.POLICE),
        forms.TRANSFER,
        guards=(guards.dated("transferred_on", label="移送日期"),),
        effects=effects.transfer,
        opens=(If("crime_suspected", "crime_transfer.police"),),
        makes="案件移送函",
        reads_private=True,
        dated_by="transferred_on",
        other_way=True,
    ),
    Step(
        "confirm_receipt",
        "登记移送回执",
        ("transferring",),
        "transferred",
        TEAM,
        (bases.POLICE_ANSWER,),
        forms.RECEIPT,
        guards=(guards.dated("receipt_on", label="回执日期"),),
        effects=effects.receipt,
        dated_by="receipt_on",
    ),
    TAKE_BACK_CLUE,
    replace(
        TAKE_BACK_CLUE,
        code="take_back",
        label="移送被退回，继续调查",
        to="investigating",
        requires=("filed",),
        opens=(If("crime_suspected", "crime_transfer.object"),),
    ),
)
