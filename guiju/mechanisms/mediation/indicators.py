"""Figures of people's mediation. Other kinds of mediation are other statistics and stand in none of these."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from guiju.kernel.documents.api import Document
from guiju.kernel.indicators.api import Axis, Indicator, Period
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Finding
from guiju.kernel.terms.api import Term
from guiju.mechanisms.mediation import bases
from guiju.mechanisms.mediation.forms import DISPUTE_GROUPS, DISPUTE_KINDS
from guiju.mechanisms.mediation.models import MediationDetail, MediationKind, Performance

MONTH = "mediation.complete"
KINDS = Axis("dispute_kind", "纠纷类别", "dispute_kind", DISPUTE_KINDS, DISPUTE_GROUPS)
MATTER_READS = {Matter: ("voided", "number", "outcome")}


def _people(kind: str, town: int) -> QuerySet[MediationDetail]:
    return MediationDetail.objects.filter(
        town_id=town,
        mediation_kind=MediationKind.PEOPLE,
        matter__mechanism="mediation",
        matter__kind=kind,
        matter__voided=False,
    )


def _resolved(town: int, period: Period) -> QuerySet[MediationDetail]:
    """Files whose agreement took effect, placed by the day of the agreement."""
    return _people("file", town).filter(matter__outcome="agreement", agreed_on__range=period.both)


def _agreements(town: int, period: Period) -> QuerySet[Document]:
    settled = _people("file", town).filter(matter__outcome="agreement").values("matter_id")
    papers = Document.objects.filter(town_id=town, kind="mediation_agreement", state=Document.State.ISSUED)
    return papers.filter(made_on__range=period.both, matter_id__in=settled).exclude(number="")


def _oral(town: int, period: Period) -> QuerySet[MediationDetail]:
    """Oral pages with an agreement; one that became a full file stands there, not here as well."""
    pages = _people("oral", town).filter(matter__outcome="agreement", continued_on__isnull=True)
    return pages.filter(mediated_on__range=period.both)


def _accepted(town: int, period: Period) -> QuerySet[MediationDetail]:
    return _people("file", town).filter(accepted_on__range=period.both)


def _with_amount(town: int, period: Period) -> QuerySet[MediationDetail]:
    return _resolved(town, period).filter(amount__isnull=False)


def _performed(town: int, period: Period) -> QuerySet[MediationDetail]:
    return _resolved(town, period).filter(performance=Performance.PERFORMED)


def _within_month(town: int, period: Period) -> QuerySet[MediationDetail]:
    """Settled within the usual month: neither a late term nor a finding of lateness stands against them."""
    late_terms = Term.objects.filter(town_id=town, rule=MONTH, state=Term.State.LATE).values("matter_id")
    late_rows = Finding.objects.filter(town_id=town, code=f"late.{MONTH}").values("matter_id")
    late = Q(matter_id__in=late_terms) | Q(matter_id__in=late_rows)
    return _resolved(town, period).filter(accepted_on__isnull=False).exclude(late)


def _resolved_with_acceptance(town: int, period: Period) -> QuerySet[MediationDetail]:
    return _resolved(town, period).filter(accepted_on__isnull=False)


INDICATORS = (
    Indicator(
        id="mediation.resolved",
        name="人民调解委员会调处矛盾纠纷",
        unit="件",
        definition="人民调解达成协议并已生效的件数；行政、治安、诉前委派调解和口头调解不在内",
        date_label="协议日期",
        select=_resolved,
        date_path="agreed_on",
        axes=(KINDS,),
        basis=(bases.AGREEMENT,),
        reads={MediationDetail: ("agreed_on", "mediation_kind"), **MATTER_READS},
    ),
    Indicator(
        id="mediation.agreements",
        name="制作人民调解协议书",
        unit="份",
        definition="已生效的人民调解协议中有编号的书面协议书份数，作废的不计",
        date_label="协议日期",
        select=_agreements,
        counts="documents",
        number_path="number",
        date_path="made_on",
        basis=(bases.ORAL_AGREEMENT, bases.AGREEMENT),
        reads={Document: ("made_on", "state", "number"), MediationDetail: ("mediation_kind",), **MATTER_READS},
    ),
    Indicator(
        id="mediation.oral",
        name="口头调解达成协议",
        unit="件",
        definition="登记了口头协议的件数；已转为完整卷宗的不再计",
        date_label="调解日期",
        select=_oral,
        date_path="mediated_on",
        axes=(KINDS,),
        basis=(bases.ORAL_AGREEMENT, bases.ORAL_EFFECT),
        reads={MediationDetail: ("mediated_on", "mediation_kind", "continued_on"), **MATTER_READS},
    ),
    Indicator(
        id="mediation.accepted",
        name="人民调解受理",
        unit="件",
        definition="人民调解委员会受理的件数，不论结果；口头调解不在内",
        date_label="受理日期",
        select=_accepted,
        date_path="accepted_on",
        axes=(KINDS,),
        basis=(bases.MEDIATION_START,),
        reads={MediationDetail: ("accepted_on", "mediation_kind"), Matter: ("voided", "number")},
    ),
    Indicator(
        id="mediation.amount",
        name="人民调解协议涉及金额",
        unit="元",
        definition="已生效的人民调解协议写明的金额之和，没有写金额的不计",
        date_label="协议日期",
        select=_with_amount,
        date_path="agreed_on",
        amount_path="amount",
        money=True,
        axes=(KINDS,),
        basis=(bases.AGREEMENT,),
        reads={MediationDetail: ("agreed_on", "amount", "mediation_kind"), **MATTER_READS},
    ),
    Indicator(
        id="mediation.performed_share",
        name="人民调解协议履行完毕",
        unit="%",
        definition="已生效的人民调解协议中，登记为履行完毕的所占比例；两个数都列出",
        date_label="协议日期",
        select=_performed,
        denominator=_resolved,
        date_path="agreed_on",
        basis=(bases.PERFORMANCE,),
        reads={MediationDetail: ("agreed_on", "performance", "mediation_kind"), **MATTER_READS},
    ),
    Indicator(
        id="mediation.within_month",
        name="受理后一个月内调结",
        unit="%",
        definition="达成协议的人民调解中，受理后一个月内调结的所占比例；一个月是规章提倡的时间，不与法定期限合并计算",
        date_label="协议日期",
        select=_within_month,
        denominator=_resolved_with_acceptance,
        date_path="agreed_on",
        basis=(bases.ONE_MONTH,),
        reads={
            MediationDetail: ("agreed_on", "accepted_on", "mediation_kind"),
            Term: ("state",),
            Finding: ("code",),
            **MATTER_READS,
        },
    ),
)
