"""态势 of disputes: what came in, files and oral pages alike, where and of which kind, and how long a file took."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from guiju.kernel.indicators.api import Indicator, Period, Topic
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.mediation import bases
from guiju.mechanisms.mediation.forms import DISPUTE_KINDS
from guiju.mechanisms.mediation.models import MediationDetail, MediationKind


def _received(town: int, period: Period) -> QuerySet[MediationDetail]:
    """Files and oral pages by the day of their first event; a page that became a full file stands there only."""
    rows = MediationDetail.objects.filter(
        Q(matter__kind="file") | Q(matter__kind="oral", continued_on__isnull=True),
        town_id=town,
        mediation_kind=MediationKind.PEOPLE,
    )
    return rows.filter(
        matter__town_id=town,
        matter__mechanism="mediation",
        matter__voided=False,
        matter__event_date__range=period.both,
    )


def _days(town: int, period: Period) -> QuerySet[MediationDetail]:
    return MediationDetail.objects.filter(
        town_id=town,
        mediation_kind=MediationKind.PEOPLE,
        matter__mechanism="mediation",
        matter__kind="file",
        matter__voided=False,
        matter__outcome="agreement",
        accepted_on__isnull=False,
        agreed_on__range=period.both,
    )


RECEIVED = Indicator(
    id="mediation.received",
    name="登记的矛盾纠纷",
    unit="件",
    definition="人民调解登记的件数，卷宗和口头调解都计，不论结果；口头调解已转为卷宗的只计卷宗",
    date_label="登记的发生（受理、调解）日期",
    select=_received,
    basis=(bases.MEDIATION_START,),
    reads={MediationDetail: ("mediation_kind", "continued_on"), Matter: ("event_date", "voided", "number")},
)
DAYS = Indicator(
    id="mediation.days",
    name="达成协议平均用时",
    unit="日",
    definition="达成协议的卷宗从受理到协议的平均日数，口头调解不在内；每件用几日列在记录里",
    date_label="协议日期",
    select=_days,
    date_path="agreed_on",
    span=("accepted_on", "agreed_on"),
    basis=(bases.ONE_MONTH,),
    reads={
        MediationDetail: ("accepted_on", "agreed_on", "mediation_kind"),
        Matter: ("voided", "number", "outcome"),
    },
)
TOPIC = Topic(
    code="mediation",
    label="纠纷",
    received=RECEIVED.id,
    closed="mediation.resolved",
    strip=(RECEIVED.id, "mediation.resolved", "mediation.oral", DAYS.id, "mediation.within_month"),
    places=("village_id", "matter__unit__committee__serves_id"),
    kind="dispute_kind",
    kinds=DISPUTE_KINDS,
    extra=(RECEIVED, DAYS),
    slowness=DAYS.id,
)
