"""What each kind of legal education asks for. 人 and 人次 are asked apart and never made of one another."""

from __future__ import annotations

from guiju.kernel.procedure.api import Input
from guiju.mechanisms.legal_education.models import Audience, Body, Level, MeetingKind, StudyForm, Topic

AUDIENCE_KIND = Input("audience_kind", "对象", "choice", required=True, choices=dict(Audience.choices))
AUDIENCE = Input("audience", "对象说明", "text", help="例如：各村居法治带头人、法律明白人")
ATTENDANCES = Input("attendances", "参加人次", "integer", unit="人次", help="同一人来两次算两人次")
EXPECTED = Input("expected", "应到人数", "integer", unit="人")
PERSONS = Input("persons", "参加人数", "integer", unit="人")
PLACE = Input("place", "地点", "text")
SPEAKER = Input("speaker", "主讲人", "staff")
CHAIR = Input("chair", "主持人", "staff")
NOTE = Input("note", "备注", "long_text", private=True)
NUMBER = Input("number", "编号", "text", help="已有编号的照填，没有的由系统给号")


def day(label: str) -> Input:
    """The day on which it took place; by it the matter counts."""
    return Input("event_date", label, "date", required=True, past_only=True)


def title(label: str, help: str = "") -> Input:
    """What it is called: the title of the matter."""
    return Input("title", label, "text", required=True, help=help)


def unit(label: str) -> Input:
    """Which unit held it."""
    return Input("unit", label, "unit", required=True)


def level(label: str, *levels: Level) -> Input:
    """A level, chosen among those that can occur."""
    words = {
        "村级": "village",
        "居级": "village",
        "村（居）级": "village",
        "镇": "town",
        "区": "district",
        "市": "city",
    }
    choices = {item.value: str(item.label) for item in levels}
    return Input("level", label, "choice", required=True, choices=choices, synonyms=words)


TRAINING = (
    day("举办日期"),
    unit("主办单位"),
    title("培训主题"),
    AUDIENCE_KIND,
    AUDIENCE,
    SPEAKER,
    PLACE,
    EXPECTED,
    Input("attendances", "参加人次", "integer", required=True, unit="人次", help=ATTENDANCES.help),
    NOTE,
)
STUDY = (
    day("学习日期"),
    unit("登记单位"),
    Input("body_kind", "学习组织", "choice", required=True, choices=dict(Body.choices)),
    Input("body", "组织名称", "text", help="例如：机关第一支部；与上一项相同的不填"),
    Input("topic_kind", "学习专题", "choice", required=True, choices=dict(Topic.choices)),
    Input("topic", "专题名称", "text", help="例如：行政处罚法；与上一项相同的不填"),
    title("学习内容"),
    Input(
        "study_form",
        "学习形式",
        "choice",
        required=True,
        choices=dict(StudyForm.choices),
        synonyms={
            "交流讨论": "discussion",
            "集体讨论": "discussion",
            "讨论交流": "discussion",
            "专题讲座": "special_lecture",
        },
    ),
    CHAIR,
    SPEAKER,
    PERSONS,
    NOTE,
)
LECTURE = (
    day("讲座日期"),
    unit("主办单位"),
    title("讲座主题"),
    SPEAKER,
    AUDIENCE_KIND,
    AUDIENCE,
    PLACE,
    Input("attendances", "听众人次", "integer", unit="人次", help=ATTENDANCES.help),
    NOTE,
)
PUBLIC_EVENT = (
    day("活动日期"),
    unit("主办单位"),
    title("活动名称"),
    PLACE,
    Input("form", "活动形式", "text", help="例如：咨询摆摊、文艺演出、线上答题"),
    Input("attendances", "参与人次", "integer", unit="人次"),
    Input("leaflets", "发放资料", "integer", unit="份"),
    NOTE,
)
LAW_EXAM = (
    day("考试日期"),
    unit("组织单位"),
    title("考试名称"),
    AUDIENCE_KIND,
    AUDIENCE,
    Input("expected", "应考人数", "integer", unit="人"),
    Input("persons", "参考人数", "integer", required=True, unit="人"),
    Input("passed", "合格人数", "integer", unit="人"),
    NOTE,
)
WORK_MEETING = (
    day("会议日期"),
    unit("召集单位"),
    title("会议名称"),
    Input(
        "meeting_kind",
        "会议类型",
        "choice",
        required=True,
        choices=dict(MeetingKind.choices),
        synonyms={"例会": "regular", "领导小组": "leading_group", "协调小组": "coordination", "大会": "conference"},
    ),
    CHAIR,
    Input("attending_units", "参会单位", "text"),
    Input("participants", "参加人员", "text"),
    Input("persons", "参会人数", "integer", unit="人"),
    PLACE,
    Input("content", "议定事项", "long_text", help="议了什么、定了什么；不写当事人姓名"),
    Input("recorder", "记录人", "staff"),
    NOTE,
)
VENUE = (
    day("启用日期"),
    unit("所在单位"),
    title("阵地名称"),
    Input("form", "阵地类别", "text", help="公园、长廊、宣传栏、工作室等"),
    level("阵地层级", Level.TOWN, Level.VILLAGE),
    Input("area", "面积", "integer", unit="平方米"),
    NOTE,
)
VENUE_AWARD = (
    day("授牌日期"),
    unit("登记单位"),
    title("阵地名称"),
    Input("venue_number", "阵地编号", "matter_number", help="填了就与那处阵地连起来"),
    Input("honour", "称号", "text", required=True),
    level("授牌级别", Level.NATIONAL, Level.CITY, Level.DISTRICT, Level.TOWN),
    Input("awarded_by", "授牌单位", "text"),
    NOTE,
)
