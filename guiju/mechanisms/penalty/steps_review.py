"""Steps between notice and decision inside the organ: the team's legal officer, legal review, collective discussion."""

from __future__ import annotations

from dataclasses import replace

from guiju.kernel.procedure.api import Step
from guiju.mechanisms.penalty import bases, effects_after, guards, officers
from guiju.mechanisms.penalty import forms_after as forms
from guiju.mechanisms.penalty.posts import CHECKERS, DISCUSSING, HEADS, REVIEWERS, TEAM
from guiju.mechanisms.penalty.rows import CaseOpinion

REVIEWED = ("concluded", "noticed")

PASS_REVIEW = Step(
    "pass_review",
    "法制审核通过",
    REVIEWED,
    None,
    REVIEWERS,
    (bases.REVIEW, bases.REVIEWERS),
    forms.REVIEW,
    establishes=("reviewed", "list_reviewed"),
    guards=(
        guards.dated("reviewed_on", "concluded_on", label="审核日期"),
        officers.NOT_RECUSED,
        officers.REVIEWER_FROM_OUTSIDE,
        officers.REVIEWER_QUALIFIED,
    ),
    effects=effects_after.pass_review,
    makes="法制审核意见书",
    reads=(CaseOpinion,),
    reads_private=True,
    dated_by="reviewed_on",
)

REVIEWING = (
    Step(
        "check_file",
        "法制员审查",
        REVIEWED,
        None,
        CHECKERS,
        (bases.REVIEWERS,),
        forms.CHECK,
        establishes=("checked",),
        guards=(guards.dated("checked_on", "concluded_on", label="审查日期"),),
        effects=effects_after.check_file,
        reads=(CaseOpinion,),
        dated_by="checked_on",
    ),
    PASS_REVIEW,
    replace(
        PASS_REVIEW,
        code="object_review",
        label="法制审核提出问题",
        basis=(bases.REVIEW, bases.REVIEW_OPINION),
        establishes=(),
        voids=PASS_REVIEW.establishes,
        effects=effects_after.object_review,
        other_way=True,
    ),
    Step(
        "answer_review",
        "答复审核意见",
        REVIEWED,
        None,
        TEAM,
        (bases.REVIEW_OPINION,),
        forms.REVIEW_ANSWER,
        guards=(guards.dated("answered_on", "concluded_on", label="答复日期"),),
        effects=effects_after.answer_review,
        reads=(CaseOpinion,),
        dated_by="answered_on",
        other_way=True,
    ),
    Step(
        "discuss",
        "集体讨论",
        REVIEWED,
        None,
        (*HEADS, *TEAM),
        (bases.DECIDING,),
        forms.DISCUSSION,
        establishes=("discussed",),
        guards=(
            guards.dated("discussed_on", "concluded_on", label="讨论日期"),
            officers.in_post("members", DISCUSSING, "行政机关负责人"),
        ),
        effects=effects_after.discuss,
        makes="集体讨论记录",
        reads=(CaseOpinion,),
        reads_private=True,
        dated_by="discussed_on",
    ),
)
