"""Figures of penalty cases. Decisions that were revoked later still count, and so do cases of a superior's system."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.indicators.api import Indicator, Period
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Finding
from guiju.kernel.terms.api import Term
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.models import PenaltyDetail

DECIDE = "penalty.decide"
TOO_LATE = (f"late.{DECIDE}", "decision_late")
MATTER_READS = {Matter: ("voided", "number", "kind")}
WENT_PUBLIC = (DisclosureItem.State.PUBLISHED, DisclosureItem.State.WITHDRAWN)
# 第58条: as its conditions are noted in a case; a hearing is held only where weighty rights are at stake.
REVIEW_DUE = Q(complex=True) | Q(public_interest=True) | Q(several_relations=True) | Q(hearing_held_on__isnull=False)


def cases(town: int, *kinds: str) -> QuerySet[PenaltyDetail]:
    """Cases of the town that were not recorded in error; of all procedures when none is named."""
    found = PenaltyDetail.objects.filter(
        town_id=town, matter__town_id=town, matter__mechanism="penalty", matter__voided=False
    )
    return found.filter(matter__kind__in=kinds) if kinds else found


def penalties(town: int, period: Period, *kinds: str) -> QuerySet[PenaltyDetail]:
    """Decisions that lay a penalty on somebody, by the day of the decision."""
    return cases(town, *kinds).filter(decided_on__range=period.both).exclude(decided_kinds="")


def _decisions(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return penalties(town, period)


def _ordinary(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return penalties(town, period, "ordinary")


def _published_in_time(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    """What was taken down after a revocation was public in its time and counts."""
    timely = DisclosureItem.objects.filter(
        town_id=town, rule="decision", state__in=WENT_PUBLIC, published_on__lte=F("due_on")
    )
    return _ordinary(town, period).filter(matter_id__in=timely.values("matter_id"))


def _closed(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return cases(town).filter(case_closed_on__range=period.both)


def _recorded(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return _closed(town, period).filter(recorded=True)


def _filed(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return cases(town, "ordinary").filter(filed_on__range=period.both)


def _on_spot(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return penalties(town, period, "simple")


def _no_penalty(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return cases(town).filter(decided_on__range=period.both).exclude(no_penalty="")


def _fined(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return penalties(town, period).filter(fine__gt=0)


def _confiscated(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return penalties(town, period).filter(confiscation__gt=0)


def _hearings(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return cases(town).filter(hearing_held_on__range=period.both)


def _to_review(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return _ordinary(town, period).filter(REVIEW_DUE)


def _reviewed(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return _to_review(town, period).filter(reviewed_on__lte=F("decided_on"))


def _ended_by_decision(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return cases(town, "ordinary").filter(decided_on__range=period.both, filed_on__isnull=False)


def _within_term(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    """Neither a late term nor a finding of lateness stands against them."""
    terms = Term.objects.filter(town_id=town, rule=DECIDE, state=Term.State.LATE).values("matter_id")
    rows = Finding.objects.filter(town_id=town, code__in=TOO_LATE).values("matter_id")
    return _ended_by_decision(town, period).exclude(Q(matter_id__in=terms) | Q(matter_id__in=rows))


INDICATORS = (
    Indicator(
        id="penalty.published_share",
        name="一般案件公示率",
        unit="%",
        definition="普通程序的处罚决定中，在期限内公示的所占比例；后来被撤销的照计；两个数都列出",
        date_label="决定日期",
        select=_published_in_time,
        denominator=_ordinary,
        date_path="decided_on",
        basis=(bases.PUBLISHING, bases.PUBLICATION),
        reads={
            PenaltyDetail: ("decided_on", "decided_kinds"),
            DisclosureItem: ("state", "published_on", "due_on"),
            **MATTER_READS,
        },
    ),
    Indicator(
        id="penalty.recorded_share",
        name="执法全过程记录率",
        unit="%",
        definition="结案的案件中，启动、调查取证、审核、决定、送达、执行各环节应有的记录齐全的所占比例；两个数都列出",
        date_label="结案日期",
        select=_recorded,
        denominator=_closed,
        date_path="case_closed_on",
        basis=(bases.RECORDING, bases.ARCHIVING),
        reads={PenaltyDetail: ("case_closed_on", "recorded"), **MATTER_READS},
    ),
    Indicator(
        id="penalty.filed",
        name="普通程序立案",
        unit="件",
        definition="普通程序立案的件数，不论结果；以上级系统为准的案件照计",
        date_label="立案日期",
        select=_filed,
        date_path="filed_on",
        basis=(bases.FILING,),
        reads={PenaltyDetail: ("filed_on",), **MATTER_READS},
    ),
    Indicator(
        id="penalty.on_spot",
        name="简易程序当场处罚",
        unit="件",
        definition="按简易程序当场作出处罚决定的件数",
        date_label="决定日期",
        select=_on_spot,
        date_path="decided_on",
        basis=(bases.ON_SPOT,),
        reads={PenaltyDetail: ("decided_on", "decided_kinds"), **MATTER_READS},
    ),
    Indicator(
        id="penalty.decisions",
        name="行政处罚决定",
        unit="件",
        definition="普通程序和简易程序的处罚决定件数；一份决定有几种处罚的计一件，后来被撤销的照计",
        date_label="决定日期",
        select=_decisions,
        date_path="decided_on",
        basis=(bases.DECIDING,),
        reads={PenaltyDetail: ("decided_on", "decided_kinds"), **MATTER_READS},
    ),
    Indicator(
        id="penalty.no_penalty",
        name="不予行政处罚决定",
        unit="件",
        definition="决定不予处罚的件数，包括首违不罚",
        date_label="决定日期",
        select=_no_penalty,
        date_path="decided_on",
        basis=(bases.NO_PENALTY,),
        reads={PenaltyDetail: ("decided_on", "no_penalty"), **MATTER_READS},
    ),
    Indicator(
        id="penalty.fines",
        name="决定罚款金额",
        unit="元",
        definition="处罚决定写明的罚款之和，以决定的数额为准，不论是否缴清；加处罚款不计",
        date_label="决定日期",
        select=_fined,
        date_path="decided_on",
        amount_path="fine",
        money=True,
        basis=(bases.PAYMENT,),
        reads={PenaltyDetail: ("decided_on", "decided_kinds", "fine"), **MATTER_READS},
    ),
    Indicator(
        id="penalty.confiscations",
        name="决定没收金额",
        unit="元",
        definition="处罚决定写明的没收违法所得、非法财物的数额之和",
        date_label="决定日期",
        select=_confiscated,
        date_path="decided_on",
        amount_path="confiscation",
        money=True,
        basis=(bases.KINDS,),
        reads={PenaltyDetail: ("decided_on", "decided_kinds", "confiscation"), **MATTER_READS},
    ),
    Indicator(
        id="penalty.hearings",
        name="举行听证",
        unit="件",
        definition="处罚决定以前举行过听证的件数",
        date_label="听证日期",
        select=_hearings,
        date_path="hearing_held_on",
        basis=(bases.HEARING_STEPS,),
        reads={PenaltyDetail: ("hearing_held_on",), **MATTER_READS},
    ),
    Indicator(
        id="penalty.reviewed_share",
        name="应审决定法制审核率",
        unit="%",
        definition="普通程序的处罚决定中，法律规定应当法制审核的（涉及重大公共利益、经过听证、情节疑难复杂等），决定前审核通过的所占比例",
        date_label="决定日期",
        select=_reviewed,
        denominator=_to_review,
        date_path="decided_on",
        basis=(bases.REVIEW,),
        reads={
            PenaltyDetail: (
                "decided_on",
                "decided_kinds",
                "complex",
                "public_interest",
                "several_relations",
                "hearing_held_on",
                "reviewed_on",
            ),
            **MATTER_READS,
        },
    ),
    Indicator(
        id="penalty.within_term",
        name="按期作出决定",
        unit="%",
        definition="普通程序的处罚决定和不予处罚决定中，立案后在办案期限内（含扣除、批准延长）作出的所占比例",
        date_label="决定日期",
        select=_within_term,
        denominator=_ended_by_decision,
        date_path="decided_on",
        basis=(bases.NINETY_DAYS,),
        reads={
            PenaltyDetail: ("decided_on", "filed_on"),
            Term: ("state",),
            Finding: ("code",),
            **MATTER_READS,
        },
    ),
)
