"""态势 of legal services: what was served in each village and at the station, by kind of service."""

from __future__ import annotations

from django.db.models import QuerySet

from guiju.kernel.indicators.api import Indicator, Period, Topic
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.legal_services.indicators import MEASURES
from guiju.mechanisms.legal_services.models import ServiceDetail, ServiceKind


def _served(town: int, period: Period) -> QuerySet[ServiceDetail]:
    return ServiceDetail.objects.filter(
        town_id=town,
        matter__town_id=town,
        matter__mechanism="legal_services",
        matter__voided=False,
        matter__event_date__range=period.both,
    )


SERVED = Indicator(
    id="legal_service.served",
    name="公共法律服务登记",
    unit="件",
    definition="公共法律服务登记的件数，各种服务都计；一件里的人数和人次另有数字",
    date_label="服务日期",
    select=_served,
    basis=MEASURES,
    reads={Matter: ("event_date", "unit_id", "voided", "number")},
)
TOPIC = Topic(
    code="legal_services",
    label="法律服务",
    received=SERVED.id,
    closed=SERVED.id,
    strip=(
        SERVED.id,
        "legal_service.station_consultations",
        "legal_service.adviser_answers",
        "legal_service.adviser_mediations",
        "legal_service.opinions",
    ),
    places=("matter__unit_id",),
    kind="matter__kind",
    kinds=dict(ServiceKind.choices),
    extra=(SERVED,),
)
