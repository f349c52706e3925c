"""What each step of screening asks for. The registration is short: when, where, what about, how many people."""

from __future__ import annotations

from guiju.kernel.procedure.api import CodeLabels, Input, OwnerGroups, OwnerWords, past_day
from guiju.mechanisms.screening.models import CampaignKind, Grade, Risk

DISPUTE_KINDS = CodeLabels("dispute_kind")
DISPUTE_GROUPS = OwnerGroups("dispute_kind", "justice_bureau", "screening", "governance_centre")
# The seven kinds of the screening sheets have no 其他; sheets write it all the same.
DISPUTE_WORDS = OwnerWords(
    "dispute_kind",
    "screening",
    "justice_bureau",
    "governance_centre",
    also={"其他": "other", "动迁": "expropriation", "交通事故": "traffic"},
)
GRADE_WORDS = {
    "个体": "ordinary",
    "个体（1-4人）": "ordinary",
    "一般群体": "larger",
    "一般群体（5-29人）": "larger",
    "重大群体": "serious",
    "重大群体（30人以上）": "serious",
}


EVENT_DATE = Input("event_date", "排查日期", "date", required=True, past_only=True)
UNIT = Input("unit", "所属村居", "unit", required=True)
SUBJECT = Input("subject", "纠纷名称", "text", required=True, private=True, help="一句话，什么地方为什么事")
DISPUTE_KIND = Input(
    "dispute_kind", "纠纷类别", "choice", choices=DISPUTE_KINDS, synonyms=DISPUTE_WORDS, phone_first=True
)
PERSONS = Input("persons", "涉及人数", "integer", unit="人")
PARTIES = Input("parties", "主要当事人", "person_names", help="几个人用顿号分开；可以不填")
PARTY_ID = Input("party_id", "当事人证件号", "id_number")
PARTY_ADDRESS = Input("party_address", "当事人住址", "address")
ORGANISATION = Input("involved_organisation", "涉及单位", "text")
FACTS = Input("facts", "情况简述", "long_text", private=True)
PLACE = Input("place", "发生地点", "address")
CAMPAIGN = Input("campaign", "排查批次", "text", help="常态排查，或者专项排查的名称")
CAMPAIGN_NUMBER = Input("campaign_number", "排查批次编号", "matter_number", help="登记过的专项排查会自动关联")
RESOLVE_BY = Input("resolve_by", "化解时限", "date", help="自己定的日子，到期只作提醒")
SCREENED_BY = Input("screened_by", "排查人", "text")
NUMBER = Input("number", "登记编号", "text", help="已有编号的照填，没有的由系统给号")
NOTE = Input("note", "备注", "long_text", private=True)
GRADE = Input("grade", "纠纷级别", "choice", choices=dict(Grade.choices), synonyms=GRADE_WORDS, phone_first=True)
MEASURES = Input("measures", "采取措施", "long_text", private=True)
HANDLED_BY_UNIT = Input("handled_by_unit", "责任部门", "text")
HANDLED_BY = Input("handled_by", "负责人", "staff", help="化解这件纠纷的工作人员")
RESOLUTION_WAY = Input("resolution_way", "化解方式", "text")
HANDED_OVER_TO = Input("handed_over_to", "移交去向", "text", help="接手的单位或部门全称")
OUTCOME_NOTE = Input("outcome_note", "化解情况", "long_text", private=True)
MEDIATION_NUMBER = Input("mediation_number", "关联调解编号", "matter_number", help="由这件排查产生的人民调解的登记编号")
FEEDBACK = Input("feedback", "群众反馈意见", "long_text", private=True)

REGISTRATION = (
    EVENT_DATE,
    UNIT,
    SUBJECT,
    DISPUTE_KIND,
    PERSONS,
    FACTS,
    PLACE,
    PARTIES,
    ORGANISATION,
    CAMPAIGN,
    CAMPAIGN_NUMBER,
    RESOLVE_BY,
    SCREENED_BY,
    NOTE,
    NUMBER,
)
ASSESSMENT = (
    past_day("assessed_on", "评估日期"),
    Input("grade", "纠纷级别", "choice", required=True, choices=dict(Grade.choices), phone_first=True),
    Input("grade_reasons", "理由", "long_text", private=True, help="只评纠纷，不评人：人数、金额、时间、双方对立程度"),
    Input("risk", "激化可能", "choice", choices=dict(Risk.choices), article="第25条", phone_first=True),
)
REPORT = (
    past_day("reported_on", "报告日期"),
    Input("reported_to", "报告给", "text", required=True, help="公安机关或者其他有关部门"),
)
HANDLING = (past_day("handled_on", "日期"), MEASURES, RESOLUTION_WAY, HANDLED_BY_UNIT, HANDLED_BY, RESOLVE_BY)
HAND_OVER = (past_day("handed_over_on", "移交日期"), HANDED_OVER_TO)
TAKING_BACK = (
    past_day("taken_back_on", "接回日期"),
    Input("take_back_reason", "接回原因", "long_text", required=True, private=True),
)
RESOLUTION = (past_day("resolved_on", "化解日期"), OUTCOME_NOTE, MEDIATION_NUMBER)
LINK = (Input("mediation_number", "调解编号", "matter_number", required=True),)
FEEDBACK_HEARD = (past_day("heard_on", "听取日期"), Input("feedback", "群众反馈意见", "long_text", True, private=True))
CLOSING = (past_day("closed_on", "办结日期"),)

CAMPAIGN_BEGUN = (
    Input("name", "排查名称", "text", required=True, help="例如国庆前专项排查"),
    Input(
        "campaign_kind",
        "排查种类",
        "choice",
        required=True,
        choices=dict(CampaignKind.choices),
        phone_first=True,
    ),
    Input("starts_on", "开始日期", "date", required=True),
    Input("ends_on", "结束日期", "date", help="常态排查不填"),
    Input("unit", "组织单位", "unit", required=True),
    Input("scope", "排查范围", "text"),
    NUMBER,
)
CAMPAIGN_ENDED = (past_day("ended_on", "结束日期"), Input("summary", "小结", "text", help="不写人名"))
