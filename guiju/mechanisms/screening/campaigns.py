"""A campaign of screening: standing rounds, or a special one from a day to a day. Its disputes arise from it."""

from __future__ import annotations

from guiju.kernel.procedure.api import START, Procedure, Stage, Step
from guiju.mechanisms.screening import bases, effects, forms, guards
from guiju.mechanisms.screening.models import CampaignDetail

CAMPAIGN_PROCEDURE = Procedure(
    mechanism="screening",
    kind="campaign",
    label="排查批次",
    version="1",
    in_force_from=bases.FROM,
    stages=(Stage("running", "进行中"), Stage("ended", "已结束", end=True)),
    steps=(
        Step(
            "begin_campaign",
            "部署排查",
            (START,),
            "running",
            bases.OFFICE,
            (bases.OWN_INITIATIVE,),
            forms.CAMPAIGN_BEGUN,
            guards=(guards.TWO_DAYS_IN_ORDER,),
            effects=effects.begin_campaign,
            dated_by="starts_on",
        ),
        Step(
            "end_campaign",
            "结束排查",
            ("running",),
            "ended",
            bases.OFFICE,
            (bases.RECORDS,),
            forms.CAMPAIGN_ENDED,
            guards=(guards.dated("ended_on", "结束日期"),),
            effects=effects.end_campaign,
            dated_by="ended_on",
        ),
    ),
    detail=CampaignDetail,
    number_kind="screening.campaign",
)
