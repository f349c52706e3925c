"""What each step of a mediation asks for. The registration is short: kind, place, parties, one sentence, source."""

from __future__ import annotations

from guiju.kernel.procedure.api import CodeLabels, Input, OwnerGroups, OwnerWords, past_day
from guiju.mechanisms.mediation.models import AgreementForm, Conversion, Grade, MediationKind, Performance

DISPUTE_KINDS = CodeLabels("dispute_kind")
DISPUTE_GROUPS = OwnerGroups("dispute_kind", "justice_bureau", "screening", "governance_centre")
DISPUTE_WORDS = OwnerWords(
    "dispute_kind",
    "justice_bureau",
    "screening",
    "governance_centre",
    also={"动迁": "expropriation", "交通事故": "traffic", "家庭": "family"},
)
SOURCES = CodeLabels("mediation_source")
SOURCE_WORDS = OwnerWords(
    "mediation_source",
    "justice_bureau",
    "mediation_volume",
    also={"110分流": "police_110", "12345热线": "hotline_12345", "法院委托": "court"},
)
PERFORMANCE_WORDS = {"履行完毕": "performed", "即时履行": "performed", "未到期": "ongoing"}
FORM_WORDS = {"书面协议": "written", "协议书": "written", "口头协议": "oral"}


UNIT = Input("unit", "调解委员会", "unit", required=True, help="填村居也可以，由该村居的调解委员会办理")
REGISTERED_ON = past_day("registered_on", "登记日期")
DISPUTE_KIND = Input(
    "dispute_kind", "纠纷类别", "choice", choices=DISPUTE_KINDS, synonyms=DISPUTE_WORDS, phone_first=True
)
APPLICANT = Input("applicant", "申请人", "person_names", required=True, help="几个人用顿号分开；单位写全称")
APPLICANT_PHONE = Input("applicant_phone", "申请人电话", "telephone")
RESPONDENT = Input("respondent", "被申请人", "person_names", help="几个人用顿号分开；单位写全称")
RESPONDENT_PHONE = Input("respondent_phone", "被申请人电话", "telephone")
FACTS = Input("facts", "纠纷简要情况", "long_text", private=True, help="一句话说清为什么事")
SOURCE = Input("source", "案件来源", "choice", choices=SOURCES, synonyms=SOURCE_WORDS, phone_first=True)
SOURCE_NUMBER = Input("source_number", "来源编号", "matter_number", help="工单号；登记过的工单会自动关联")
PLACE = Input("place", "纠纷发生地", "address")
VILLAGE = Input("village", "所属村居", "unit")
NUMBER = Input("number", "登记编号", "text", help="已有编号的照填，没有的由系统给号")
MEDIATION_KIND = Input(
    "mediation_kind",
    "调解种类",
    "choice",
    choices=dict(MediationKind.choices),
    help="不填就是人民调解；其他三种另行统计",
)
AMOUNT = Input("amount", "涉及金额", "money", unit="元")
DEATH = Input("death", "有无死亡", "yes_no")
CONVERSION = Input("conversion", "纠纷转化", "choice", choices=dict(Conversion.choices))
CROSS_COMMITTEE = Input("cross_committee", "是否跨调委会", "yes_no")
NOTE = Input("note", "备注", "long_text", private=True)

REGISTRATION = (
    DISPUTE_KIND,
    UNIT,
    APPLICANT,
    APPLICANT_PHONE,
    RESPONDENT,
    RESPONDENT_PHONE,
    FACTS,
    SOURCE,
    SOURCE_NUMBER,
    PLACE,
    VILLAGE,
    REGISTERED_ON,
    NUMBER,
    MEDIATION_KIND,
)

ACCEPTANCE = (past_day("accepted_on", "受理日期", "一个月内调结从这一天起算；不填就是今天"),)
INFORMING = (
    past_day("informed_on", "告知日期"),
    Input("informed_how", "告知方式", "choice", choices={"oral": "口头", "written": "书面"}, phone_first=True),
)
APPOINTMENT = (
    Input("mediator", "主办调解员", "staff", required=True),
    Input("co_mediator", "协办调解员", "staff"),
    past_day("appointed_on", "确定日期"),
)
RESULTS = {"agreed": "已就内容谈拢", "again": "约定再调", "none": "未谈拢"}
SESSION = (
    past_day("mediated_on", "调解日期"),
    Input("held_at", "调解地点", "text"),
    Input("legal_adviser", "参与法律顾问", "staff", help="到场参与的居村法律顾问"),
    Input("session_result", "这次的结果", "choice", choices=RESULTS, phone_first=True),
    Input("record", "调解记录", "long_text", private=True),
)
GRADING = (
    Input("grade", "纠纷风险", "choice", required=True, choices=dict(Grade.choices), phone_first=True),
    Input("grade_reasons", "理由", "long_text", required=True, private=True, help="只评纠纷，不评人"),
)
AGREED_ON = Input("agreed_on", "协议日期", "date", required=True, past_only=True)
AGREEMENT_FORM = Input(
    "agreement_form",
    "协议形式",
    "choice",
    choices=dict(AgreementForm.choices),
    synonyms=FORM_WORDS,
    article="第28条",
    help="不填就是书面；当事人认为不需要协议书的可以口头",
)
AGREEMENT_NUMBER = Input("agreement_number", "协议书编号", "text", help="调解委员会已编号的照填，没有的由系统给号")
AGREEMENT = (
    AGREED_ON,
    AGREEMENT_FORM,
    Input("facts", "主要事实和争议事项", "long_text", private=True, article="第29条第2项"),
    Input("responsibility", "各方责任", "long_text", private=True, article="第29条第2项"),
    Input("agreement_text", "协议内容", "long_text", private=True, article="第29条第3项"),
    Input("amount", "协议金额", "money", unit="元"),
    Input("amount_capital", "大写", "text", help="填了就与数字核对"),
    Input("performance_manner", "履行方式", "text", article="第29条第3项"),
    Input("performance_place", "履行地点", "address"),
    Input("perform_by", "履行期限", "date", article="第29条第3项"),
    AGREEMENT_NUMBER,
    CONVERSION,
)
SIGNED_AND_SEALED = (past_day("signed_on", "签名盖章日期", "双方签名、调解员签名、盖章都齐了的那一天；不填就是今天"),)
SIGNED_BY_PARTIES = (past_day("parties_signed_on", "当事人签名日期"),)
SIGNED_BY_MEDIATOR = (past_day("mediator_signed_on", "调解员签名日期"),)
SEALED = (past_day("sealed_on", "盖章日期"),)
EFFECT = (
    past_day("effective_on", "生效日期"),
    Input("performance", "履行情况", "choice", choices=dict(Performance.choices), synonyms=PERFORMANCE_WORDS),
)
REOPENING = (past_day("reopened_on", "日期"), Input("reason", "为什么重新调解", "text", required=True))
CONFIRMATION_ASKED = (past_day("asked_on", "共同申请日期"),)
CONFIRMATION_DECLINED = (past_day("declined_on", "日期"),)
PROGRESS = (
    Input(
        "performance",
        "履行情况",
        "choice",
        required=True,
        choices={code: label for code, label in Performance.choices if code != "performed"},
        phone_first=True,
    ),
    past_day("seen_on", "了解日期"),
)
PERFORMED = (past_day("performed_on", "履行日期"),)
REVISIT = (
    past_day("revisited_on", "回访日期"),
    Input("revisit", "回访情况", "long_text", required=True, private=True, help="履行、满意、有没有再起争执的苗头"),
)
TERMINATIONS = {"no_agreement": "达不成协议", "party_asks": "当事人要求终止", "other_way": "改走其他途径"}
TERMINATION = (
    past_day("terminated_on", "终止日期"),
    Input("termination", "终止原因", "choice", choices=TERMINATIONS, phone_first=True),
    Input("told_other_ways", "已告知仲裁、行政、司法途径", "yes_no", article="第26条"),
    NOTE,
)
REFUSALS = {"refused": "一方明确拒绝调解", "withdrawn": "当事人撤回申请"}
REFUSAL = (
    past_day("terminated_on", "日期"),
    Input("termination", "原因", "choice", choices=REFUSALS, phone_first=True, article="第17条"),
    NOTE,
)
FILING = (past_day("filed_on", "归档日期"), Input("file_number", "卷号", "text"))
ORAL_OUTCOMES = {"agreement": "达成口头协议", "failed": "调解不成"}
ORAL_PERFORMANCE = (
    Input("performance", "履行情况", "choice", required=True, choices=dict(Performance.choices), phone_first=True),
    past_day("seen_on", "日期"),
)
ORAL = (
    DISPUTE_KIND,
    UNIT,
    Input("applicant", "申请人", "person_names", help=APPLICANT.help),
    APPLICANT_PHONE,
    RESPONDENT,
    FACTS,
    Input("outcome", "调解结果", "choice", required=True, choices=ORAL_OUTCOMES, phone_first=True),
    Input("agreement_text", "协议内容", "long_text", private=True, article="第28条", help="由调解员记下双方怎么约定的"),
    AMOUNT,
    Input("performance", "履行情况", "choice", choices=dict(Performance.choices), synonyms=PERFORMANCE_WORDS),
    Input("mediator", "调解员", "staff"),
    past_day("mediated_on", "调解日期"),
    Input("held_at", "调解地点", "text"),
    SOURCE,
    SOURCE_NUMBER,
    NUMBER,
)
