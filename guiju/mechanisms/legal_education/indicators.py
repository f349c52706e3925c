"""Figures of legal education. 场次 and 次 are matters, 人次 and 人 are summed from fields of their own."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from guiju.kernel.indicators.api import Indicator, Period, Select
from guiju.kernel.lawbook.api import Basis
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.legal_education.models import (
    VILLAGE_LEADERS,
    Audience,
    Body,
    EducationDetail,
    EducationKind,
    Level,
    StudyForm,
    Topic,
)
from guiju.mechanisms.legal_education.procedure import CENTRE_GROUP, DUTY, EXECUTIVE_MEETING, GUIDES, LEADERSHIP

MATTER_READS = {Matter: ("event_date", "voided", "number")}


def _of(kind: EducationKind, **narrowed: Any) -> Select:
    """The records of a kind in the period, narrowed by fields of the detail."""

    def select(town: int, period: Period) -> QuerySet[EducationDetail]:
        return EducationDetail.objects.filter(
            town_id=town,
            matter__town_id=town,
            matter__mechanism="legal_education",
            matter__kind=kind.value,
            matter__voided=False,
            matter__event_date__range=period.both,
            **narrowed,
        )

    return select


def _figure(
    identifier: str,
    name: str,
    unit: str,
    definition: str,
    select: Select,
    basis: tuple[Basis, ...],
    *fields: str,
    amount: str = "",
    date_label: str = "举办日期",
) -> Indicator:
    return Indicator(
        id=identifier,
        name=name,
        unit=unit,
        definition=definition,
        date_label=date_label,
        select=select,
        amount_path=amount,
        basis=basis,
        reads={EducationDetail: (*fields, amount) if amount else fields, **MATTER_READS},
    )


LEADER_TRAININGS = _of(EducationKind.TRAINING, audience_kind__in=VILLAGE_LEADERS)
CENTRE_GROUP_STUDIES = {"body_kind": Body.CENTRE_GROUP, "topic_kind": Topic.THOUGHT}
LECTURES, EVENTS, EXAMS = (
    _of(kind) for kind in (EducationKind.LECTURE, EducationKind.PUBLIC_EVENT, EducationKind.LAW_EXAM)
)

TRAINING_FIGURES = (
    _figure(
        "training.sessions",
        "法治带头人、法律明白人培训",
        "场次",
        "培训对象有法治带头人或者法律明白人的培训场数；行政执法人员、人民调解员等的培训不在内",
        LEADER_TRAININGS,
        (GUIDES,),
        "audience_kind",
    ),
    _figure(
        "training.attendance",
        "法治带头人、法律明白人参加培训",
        "人次",
        "培训对象有法治带头人或者法律明白人的培训，参加人次之和",
        LEADER_TRAININGS,
        (GUIDES,),
        "audience_kind",
        amount="attendances",
    ),
)

STUDY_FIGURES = (
    _figure(
        "study.centre_group",
        "党委中心组习近平法治思想专题学习",
        "次",
        "学习组织是党委中心组、学习专题是习近平法治思想的学习次数，含集体讨论交流",
        _of(EducationKind.STUDY, **CENTRE_GROUP_STUDIES),
        (CENTRE_GROUP,),
        "body_kind",
        "topic_kind",
        date_label="学习日期",
    ),
    _figure(
        "study.discussions",
        "党委中心组习近平法治思想集体讨论交流",
        "次",
        "党委中心组习近平法治思想专题学习中，以集体讨论交流形式举行的次数",
        _of(EducationKind.STUDY, study_form=StudyForm.DISCUSSION, **CENTRE_GROUP_STUDIES),
        (CENTRE_GROUP,),
        "body_kind",
        "topic_kind",
        "study_form",
        date_label="学习日期",
    ),
    _figure(
        "study.executive_meeting",
        "政府常务会议（镇长办公会）学法",
        "次",
        "学习组织是政府常务会议或者镇长办公会的学习次数",
        _of(EducationKind.STUDY, body_kind=Body.EXECUTIVE_MEETING),
        (EXECUTIVE_MEETING,),
        "body_kind",
        date_label="学习日期",
    ),
    _figure(
        "study.special_lectures",
        "领导干部法治专题讲座",
        "次",
        "学习形式是法治专题讲座的学习次数",
        _of(EducationKind.STUDY, study_form=StudyForm.SPECIAL_LECTURE),
        (CENTRE_GROUP, EXECUTIVE_MEETING),
        "study_form",
        date_label="学习日期",
    ),
)

VENUE_FIGURES = (
    _figure(
        "venues.new_village",
        "新增村居法治宣传阵地",
        "处",
        "阵地层级是村居级、在本期启用的阵地数",
        _of(EducationKind.VENUE, level=Level.VILLAGE),
        (DUTY,),
        "level",
        date_label="启用日期",
    ),
    _figure(
        "venues.awards",
        "阵地获评市级品牌",
        "处",
        "授牌级别是市级的授牌数；区级的不计",
        _of(EducationKind.VENUE_AWARD, level=Level.CITY),
        (DUTY,),
        "level",
        date_label="授牌日期",
    ),
)

OUTREACH_FIGURES = (
    _figure("lectures.held", "法治讲座", "场", "登记的法治讲座场数，含送法进企业", LECTURES, (DUTY,)),
    _figure(
        "lectures.attendance",
        "法治讲座听众",
        "人次",
        "法治讲座听众人次之和，没有写人次的不计",
        LECTURES,
        (DUTY,),
        amount="attendances",
    ),
    _figure(
        "lectures.enterprise",
        "送法进企业讲座",
        "场",
        "听众是企业人员的法治讲座场数",
        _of(EducationKind.LECTURE, audience_kind=Audience.ENTERPRISE),
        (DUTY,),
        "audience_kind",
    ),
    _figure("events.held", "法治宣传活动", "场", "登记的法治宣传活动场数", EVENTS, (DUTY,)),
    _figure(
        "events.attendance",
        "法治宣传活动参与",
        "人次",
        "法治宣传活动参与人次之和，没有写人次的不计",
        EVENTS,
        (DUTY,),
        amount="attendances",
    ),
    _figure("exams.held", "法律知识考试", "场", "登记的法律知识考试场数", EXAMS, (DUTY,)),
    _figure("exams.takers", "参加法律知识考试", "人", "各场考试参考人数之和", EXAMS, (DUTY,), amount="persons"),
    _figure(
        "meetings.held",
        "法治工作会议",
        "次",
        "登记的法治工作会议次数，含司法所工作例会",
        _of(EducationKind.WORK_MEETING),
        (LEADERSHIP,),
        date_label="会议日期",
    ),
)

INDICATORS = (*TRAINING_FIGURES, *STUDY_FIGURES, *VENUE_FIGURES, *OUTREACH_FIGURES)
