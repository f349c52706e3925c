"""Figures of suits and reconsiderations. Only cases against the town count as its cases; as third party they do not."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from guiju.kernel.indicators.api import Indicator, Period
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Finding
from guiju.kernel.terms.api import Term
from guiju.mechanisms.litigation import bases
from guiju.mechanisms.litigation.models import CORRECTED, Appearance, LitigationDetail, LitigationKind, Standing
from guiju.mechanisms.litigation.reconsideration import ANSWER_TERM, SIMPLIFIED_TERM

MATTER_READS = {Matter: ("event_date", "voided", "number", "outcome")}
ANSWER_TERMS = (ANSWER_TERM, SIMPLIFIED_TERM)


def _cases(kind: LitigationKind, standing: Standing, town: int, **narrowed: Any) -> QuerySet[LitigationDetail]:
    return LitigationDetail.objects.filter(
        town_id=town,
        matter__town_id=town,
        matter__mechanism="litigation",
        matter__kind=kind.value,
        matter__voided=False,
        standing=standing,
        **narrowed,
    )


def _suits(town: int, period: Period) -> QuerySet[LitigationDetail]:
    return _cases(LitigationKind.SUIT, Standing.DEFENDANT, town, matter__event_date__range=period.both)


def _as_third_party(town: int, period: Period) -> QuerySet[LitigationDetail]:
    return _cases(LitigationKind.SUIT, Standing.THIRD_PARTY, town, matter__event_date__range=period.both)


def _lost(town: int, period: Period) -> QuerySet[LitigationDetail]:
    decided = {"decided_on__range": period.both, "matter__outcome__in": CORRECTED}
    return _cases(LitigationKind.SUIT, Standing.DEFENDANT, town, **decided)


def _heard(town: int, period: Period) -> QuerySet[LitigationDetail]:
    """Suits of which it is on record whether the person in charge appeared: that is, those that were heard."""
    return _suits(town, period).exclude(head_appeared="")


def _head_appeared(town: int, period: Period) -> QuerySet[LitigationDetail]:
    return _heard(town, period).filter(head_appeared=Appearance.HEAD)


def _reconsiderations(town: int, period: Period) -> QuerySet[LitigationDetail]:
    day = {"matter__event_date__range": period.both}
    return _cases(LitigationKind.RECONSIDERATION, Standing.RESPONDENT, town, **day)


def _corrected(town: int, period: Period) -> QuerySet[LitigationDetail]:
    decided = {"decided_on__range": period.both, "matter__outcome__in": CORRECTED}
    return _cases(LitigationKind.RECONSIDERATION, Standing.RESPONDENT, town, **decided)


def _answered(town: int, period: Period) -> QuerySet[LitigationDetail]:
    """Answers whose term is known: without the day on which the copy came nobody can say whether one was late."""
    known = {"answered_on__range": period.both, "copy_received_on__isnull": False}
    return _cases(LitigationKind.RECONSIDERATION, Standing.RESPONDENT, town, **known)


def _answered_in_time(town: int, period: Period) -> QuerySet[LitigationDetail]:
    late_terms = Term.objects.filter(town_id=town, rule__in=ANSWER_TERMS, state=Term.State.LATE)
    late_rows = Finding.objects.filter(town_id=town, code__in=[f"late.{rule}"[:32] for rule in ANSWER_TERMS])
    late = [*late_terms.values_list("matter_id", flat=True), *late_rows.values_list("matter_id", flat=True)]
    return _answered(town, period).exclude(matter_id__in=late)


INDICATORS = (
    Indicator(
        id="litigation.cases",
        name="以本镇为被告的行政诉讼案件",
        unit="件",
        definition="诉讼地位是被告的行政诉讼件数，不论结果；本镇是第三人的不计",
        date_label="应诉通知日期（只有立案日期的取立案日期）",
        select=_suits,
        basis=(bases.SUIT_ANSWER,),
        reads={LitigationDetail: ("standing",), **MATTER_READS},
    ),
    Indicator(
        id="litigation.third_party",
        name="本镇作为第三人的行政诉讼案件",
        unit="件",
        definition="诉讼地位是第三人的行政诉讼件数",
        date_label="应诉通知日期（只有立案日期的取立案日期）",
        select=_as_third_party,
        basis=(bases.SUIT,),
        reads={LitigationDetail: ("standing",), **MATTER_READS},
    ),
    Indicator(
        id="litigation.lost",
        name="行政诉讼败诉案件",
        unit="件",
        definition="以本镇为被告、裁判结果是撤销（含部分撤销）、变更、确认违法、确认无效或者责令履行的件数",
        date_label="裁判日期",
        select=_lost,
        date_path="decided_on",
        basis=(bases.FIRST_INSTANCE,),
        reads={LitigationDetail: ("standing", "decided_on"), **MATTER_READS},
    ),
    Indicator(
        id="litigation.head_appeared",
        name="行政机关负责人出庭应诉率",
        unit="%",
        definition="以本镇为被告、已经开庭的案件中，负责人出过庭的所占比例；两个数都列出",
        date_label="应诉通知日期（只有立案日期的取立案日期）",
        select=_head_appeared,
        denominator=_heard,
        basis=(bases.APPEARANCE,),
        reads={LitigationDetail: ("standing", "head_appeared"), **MATTER_READS},
    ),
    Indicator(
        id="reconsideration.cases",
        name="以本镇为被申请人的行政复议案件",
        unit="件",
        definition="复议机关受理的、以本镇为被申请人的行政复议件数，不论结果",
        date_label="受理日期",
        select=_reconsiderations,
        basis=(bases.REVIEW,),
        reads={LitigationDetail: ("standing",), **MATTER_READS},
    ),
    Indicator(
        id="reconsideration.corrected",
        name="行政复议被纠错案件",
        unit="件",
        definition="以本镇为被申请人、复议结果是撤销（含部分撤销）、变更、确认违法、确认无效或者责令履行的件数",
        date_label="决定日期",
        select=_corrected,
        date_path="decided_on",
        basis=(bases.REVIEW,),
        reads={LitigationDetail: ("standing", "decided_on"), **MATTER_READS},
    ),
    Indicator(
        id="reconsideration.answered_in_time",
        name="行政复议按期答复率",
        unit="%",
        definition="知道收到副本日期的复议答复中，在法定期限内提交的所占比例；两个数都列出",
        date_label="提交日期",
        select=_answered_in_time,
        denominator=_answered,
        date_path="answered_on",
        basis=(bases.ANSWER,),
        reads={
            LitigationDetail: ("standing", "answered_on", "copy_received_on"),
            Term: ("state",),
            Finding: ("code",),
            **MATTER_READS,
        },
    ),
)
