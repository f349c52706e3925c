"""Registers of teaching as towns keep them: trainings, study, lectures, events, examinations, meetings."""

from __future__ import annotations

from dataclasses import replace

from guiju.kernel.procedure.api import Input, Register, SheetLayout, columns
from guiju.mechanisms.legal_education import forms
from guiju.mechanisms.legal_education.models import EducationKind, MeetingKind
from guiju.mechanisms.legal_education.rows import tells

MECHANISM = "legal_education"
SERIAL = ("序号",)


def fields_of(inputs: tuple[Input, ...], *not_asked: str) -> tuple[Input, ...]:
    """The fields of a register: the inputs of its step; what words give (`not_asked`) need not stand in the sheet."""
    return (
        *(replace(item, required=False) if item.name in not_asked else item for item in inputs),
        forms.NUMBER,
    )


TRAINING = Register(
    id="training",
    label="法治培训登记表",
    mechanism=MECHANISM,
    fields=fields_of(forms.TRAINING, "audience_kind"),
    layouts=(
        SheetLayout(
            "training.plain",
            "法治培训登记表",
            columns(
                "number: 编号",
                "event_date*: 举办日期",
                "title*: 培训主题",
                "unit*: 主办单位",
                "audience*: 培训对象",
                "speaker: 授课人",
                "place: 地点",
                "attendances*: 参加人次",
                "note: 备注",
            ),
            ignored=SERIAL,
        ),
        SheetLayout(
            "training.sessions",
            "培训班次一览表",
            columns(
                "number: 班次编号",
                "event_date*: 培训时间",
                "title*: 培训名称",
                "unit*: 组织单位",
                "audience*: 参训人员",
                "speaker: 师资",
                "expected: 应到人数",
                "attendances*: 实到人数",
            ),
            ignored=SERIAL,
        ),
    ),
    tells=tells(EducationKind.TRAINING),
    kinds=("training",),
    figures=("training.sessions", "training.attendance"),
)

STUDY = Register(
    id="study",
    label="领导干部学法登记表",
    mechanism=MECHANISM,
    fields=fields_of(forms.STUDY, "unit", "body_kind", "topic_kind"),
    layouts=(
        SheetLayout(
            "study.plain",
            "领导干部学法登记表",
            columns(
                "number: 编号",
                "event_date*: 学习日期",
                "body*: 学习组织",
                "topic*: 学习专题",
                "title*: 学习内容",
                "study_form*: 学习形式",
                "chair: 主持人",
                "persons: 参加人数",
                "note: 备注",
            ),
            ignored=SERIAL,
        ),
        SheetLayout(
            "study.list",
            "中心组学习情况一览",
            columns(
                "number: 学习编号",
                "event_date*: 时间",
                "body*: 组织单位",
                "topic*: 主题类别",
                "title*: 学习主题",
                "study_form*: 形式",
                "persons: 人数",
            ),
            ignored=SERIAL,
        ),
    ),
    tells=tells(EducationKind.STUDY),
    kinds=("study",),
    figures=("study.centre_group", "study.discussions", "study.executive_meeting", "study.special_lectures"),
)

LECTURE = Register(
    id="lecture",
    label="法治讲座登记表",
    mechanism=MECHANISM,
    fields=fields_of(forms.LECTURE, "audience_kind"),
    layouts=(
        SheetLayout(
            "lecture.plain",
            "法治讲座登记表",
            columns(
                "number: 编号",
                "event_date*: 讲座日期",
                "unit*: 村居",
                "title*: 讲座主题",
                "speaker: 主讲人",
                "audience*: 听众对象",
                "attendances: 听众人次",
                "note: 备注",
            ),
            ignored=SERIAL,
        ),
        SheetLayout(
            "lecture.enterprise",
            "送法进企业讲座一览",
            columns(
                "number: 场次编号",
                "event_date*: 时间",
                "unit*: 承办单位",
                "title*: 题目",
                "speaker: 讲师",
                "audience*: 受众",
                "attendances: 到场人数",
            ),
            ignored=SERIAL,
        ),
    ),
    tells=tells(EducationKind.LECTURE),
    kinds=("lecture",),
    figures=("lectures.held", "lectures.attendance", "lectures.enterprise"),
)

PUBLIC_EVENT = Register(
    id="public_event",
    label="法治宣传活动登记表",
    mechanism=MECHANISM,
    fields=fields_of(forms.PUBLIC_EVENT),
    layouts=(
        SheetLayout(
            "public_event.plain",
            "法治宣传活动登记表",
            columns(
                "number: 编号",
                "event_date*: 活动日期",
                "title*: 活动名称",
                "unit*: 主办单位",
                "place: 活动地点",
                "form: 活动形式",
                "attendances*: 参与人次",
                "leaflets: 发放资料（份） | 发放资料",
                "note: 备注",
            ),
            ignored=SERIAL,
        ),
        SheetLayout(
            "public_event.monthly",
            "普法活动统计明细",
            columns(
                "number: 活动编号",
                "event_date*: 时间",
                "unit*: 单位",
                "title*: 活动主题",
                "form: 形式",
                "attendances*: 受教育人次",
                "leaflets: 宣传资料数",
            ),
            ignored=SERIAL,
        ),
    ),
    tells=tells(EducationKind.PUBLIC_EVENT),
    kinds=("public_event",),
    figures=("events.held", "events.attendance"),
)

LAW_EXAM = Register(
    id="law_exam",
    label="法律知识考试登记表",
    mechanism=MECHANISM,
    fields=fields_of(forms.LAW_EXAM, "audience_kind"),
    layouts=(
        SheetLayout(
            "law_exam.plain",
            "法律知识考试登记表",
            columns(
                "number: 编号",
                "event_date*: 考试日期",
                "title*: 考试名称",
                "unit*: 组织单位",
                "audience*: 考试对象",
                "expected: 应考人数",
                "persons*: 参考人数",
                "passed: 合格人数",
                "note: 备注",
            ),
            ignored=SERIAL,
        ),
        SheetLayout(
            "law_exam.online",
            "网上学法考试汇总",
            columns(
                "number: 考试编号",
                "event_date*: 时间",
                "title*: 考试科目",
                "unit*: 单位",
                "audience*: 人员范围",
                "expected: 应参加",
                "persons*: 实参加",
                "passed: 合格",
            ),
            ignored=SERIAL,
        ),
    ),
    tells=tells(EducationKind.LAW_EXAM),
    kinds=("law_exam",),
    figures=("exams.held", "exams.takers"),
)

WORK_MEETING = Register(
    id="work_meeting",
    label="法治工作会议登记表",
    mechanism=MECHANISM,
    fields=fields_of(forms.WORK_MEETING, "unit"),
    layouts=(
        SheetLayout(
            "work_meeting.plain",
            "法治工作会议登记表",
            columns(
                "number: 编号",
                "event_date*: 会议日期",
                "title*: 会议名称",
                "meeting_kind*: 会议类型",
                "chair: 主持人",
                "attending_units: 参会单位",
                "persons: 参会人数",
                "content: 议定事项",
                "note: 备注",
            ),
            ignored=SERIAL,
        ),
        SheetLayout(
            "work_meeting.minutes",
            "司法所工作例会记录",
            columns(
                "number: 例会编号",
                "event_date*: 时间",
                "place: 地点",
                "title*: 会议主题",
                "participants: 参加人员",
                "persons: 人数",
                "content*: 主要内容",
                "recorder: 记录人",
            ),
            ignored=SERIAL,
            constants={"meeting_kind": MeetingKind.REGULAR.value},
        ),
    ),
    tells=tells(EducationKind.WORK_MEETING),
    kinds=("work_meeting",),
    figures=("meetings.held",),
)

TEACHING = (TRAINING, STUDY, LECTURE, PUBLIC_EVENT, LAW_EXAM, WORK_MEETING)
