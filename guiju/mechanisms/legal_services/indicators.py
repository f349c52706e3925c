"""Figures of legal services. 件, 人 and 人次 are counted by three different rules."""

from __future__ import annotations

from typing import Any

from django.db.models import Min, Q, QuerySet

from guiju.kernel.documents.api import Document
from guiju.kernel.indicators.api import Indicator, Period
from guiju.kernel.lawbook.api import Basis
from guiju.kernel.matters.api import Matter, Participation
from guiju.kernel.organisation.api import Unit
from guiju.mechanisms.legal_services.models import ServiceDetail, ServiceKind

MEASURES = (Basis("shanghai-public-legal-service-measures", "2"),)
READS = {ServiceDetail: ("attendances", "persons"), Matter: ("event_date", "unit_id", "voided", "number")}


def _services(kind: ServiceKind, town: int, period: Period) -> QuerySet[ServiceDetail]:
    return ServiceDetail.objects.filter(
        town_id=town,
        matter__town_id=town,
        matter__mechanism="legal_services",
        matter__kind=kind.value,
        matter__voided=False,
        matter__event_date__range=period.both,
    )


def _at_station(kind: ServiceKind) -> Any:
    def select(town: int, period: Period) -> QuerySet[ServiceDetail]:
        return _services(kind, town, period).filter(matter__unit__kind=Unit.Kind.LEGAL_STATION)

    return select


def _everywhere(kind: ServiceKind) -> Any:
    return lambda town, period: _services(kind, town, period)


def _adviser_mediations(town: int, period: Period) -> QuerySet[Matter]:
    """Mediations with a participation as 法律顾问; the earliest day of taking part places the matter."""
    joined = Q(id__in=Participation.objects.filter(town_id=town, capacity="legal_adviser").values("matter_id"))
    matters = Matter.objects.filter(joined, town_id=town, mechanism="mediation", kind="file", voided=False)
    first = Min("participation_set__joined_on", filter=Q(participation_set__capacity="legal_adviser"))
    return matters.annotate(first_joined=first).filter(first_joined__range=period.both)


def _opinions(town: int, period: Period) -> QuerySet[Document]:
    return Document.objects.filter(
        town_id=town,
        kind="legal_opinion",
        state=Document.State.ISSUED,
        matter__voided=False,
        made_on__range=period.both,
    )


def _network(town: int, period: Period) -> QuerySet[Unit]:
    day = period.as_of
    kinds = (Unit.Kind.LEGAL_STATION, Unit.Kind.LEGAL_CENTRE, Unit.Kind.LEGAL_ROOM)
    units = Unit.objects.filter(town_id=town, kind__in=kinds, since__lte=day)
    return units.filter(Q(until__isnull=True) | Q(until__gte=day))


INDICATORS = (
    Indicator(
        id="legal_service.station_consultations",
        name="镇公共法律服务站接待法律咨询",
        unit="人次",
        definition="镇公共法律服务站法律咨询登记的人次之和",
        date_label="服务日期",
        select=_at_station(ServiceKind.CONSULTATION),
        amount_path="attendances",
        basis=MEASURES,
        reads=READS,
    ),
    Indicator(
        id="legal_service.station_guidance",
        name="提供法律服务需求指引",
        unit="人",
        definition="镇公共法律服务站需求指引登记的人数之和",
        date_label="服务日期",
        select=_at_station(ServiceKind.GUIDANCE),
        amount_path="persons",
        basis=MEASURES,
        reads=READS,
    ),
    Indicator(
        id="legal_service.adviser_answers",
        name="居村法律顾问解答法律咨询",
        unit="人次",
        definition="居村法律顾问解答法律咨询的人次之和",
        date_label="服务日期",
        select=_everywhere(ServiceKind.ADVISER_ANSWER),
        amount_path="attendances",
        basis=MEASURES,
        reads=READS,
    ),
    Indicator(
        id="legal_service.adviser_mediations",
        name="居村法律顾问参与调解纠纷",
        unit="件",
        definition="有法律顾问以该身份参与的人民调解事项数，一件只算一次",
        date_label="参与日期",
        select=_adviser_mediations,
        counts="participations",
        number_path="number",
        title_path="title",
        date_path="first_joined",
        matter_path="id",
        basis=MEASURES,
        reads={Participation: ("capacity", "joined_on"), Matter: ("voided", "number")},
    ),
    Indicator(
        id="legal_service.aid_assisted",
        name="居村法律顾问协助申请法律援助",
        unit="件",
        definition="居村法律顾问协助申请法律援助的件数",
        date_label="协助日期",
        select=_everywhere(ServiceKind.AID),
        basis=(Basis("legal-aid-law", "43"),),
        reads=READS,
    ),
    Indicator(
        id="legal_service.opinions",
        name="居村法律顾问为居村出具法律意见",
        unit="份",
        definition="居村法律顾问出具并收到的法律意见书份数",
        date_label="出具日期",
        select=_opinions,
        counts="documents",
        number_path="number",
        date_path="made_on",
        basis=MEASURES,
        reads={Document: ("made_on", "state", "number"), Matter: ("voided",)},
    ),
    Indicator(
        id="legal_service.adviser_receptions",
        name="居村法律顾问接待法律咨询",
        unit="件",
        definition="居村法律顾问接待事项的件数",
        date_label="服务日期",
        select=_everywhere(ServiceKind.RECEPTION),
        basis=MEASURES,
        reads=READS,
    ),
    Indicator(
        id="legal_service.adviser_lectures",
        name="居村法律顾问举办法治讲座",
        unit="场",
        definition="居村法律顾问工作日志中的法治讲座场数；讲座登记表另计",
        date_label="讲座日期",
        select=_everywhere(ServiceKind.ADVISER_LECTURE),
        basis=MEASURES,
        reads=READS,
    ),
    Indicator(
        id="legal_service.network",
        name="公共法律服务体系",
        unit="个",
        definition="当日存在的镇公共法律服务站、邻里中心、村居公共法律服务室各有几个",
        date_label="当日存在",
        select=_network,
        counts="units",
        number_path="code",
        title_path="name",
        date_path="since",
        standing=True,
        matter_path="",
        breakdown_path="kind",
        breakdown=("legal_station", "legal_centre", "legal_room"),
        basis=MEASURES,
        reads={Unit: ("kind", "since", "until")},
    ),
)
