"""What each step of a suit or reconsideration asks for."""

from __future__ import annotations

from guiju.kernel.procedure.api import Input, past_day
from guiju.mechanisms.litigation.models import Appearance, Outcome, Standing

SUIT_STANDINGS = {item.value: str(item.label) for item in (Standing.DEFENDANT, Standing.THIRD_PARTY)}
REVIEW_STANDINGS = {item.value: str(item.label) for item in (Standing.RESPONDENT, Standing.THIRD_PARTY)}
SUIT_OUTCOMES = {
    "claim_dismissed": "驳回诉讼请求",
    "rejected": "驳回起诉",
    "withdrawn": "原告撤诉",
    "settled": "调解结案",
    "revoked": "撤销",
    "partly_revoked": "部分撤销",
    "changed": "变更",
    "unlawful": "确认违法",
    "void": "确认无效",
    "ordered": "责令履行",
    "other": "其他",
}
REVIEW_OUTCOMES = {
    "upheld": "维持",
    "claim_dismissed": "驳回复议请求",
    "rejected": "驳回复议申请",
    "withdrawn": "申请人撤回",
    "settled": "调解、和解结案",
    **{code: label for code, label in SUIT_OUTCOMES.items() if code in Outcome.values[5:]},
}
SUIT_WORDS = {
    "驳回": "claim_dismissed",
    "判决驳回诉讼请求": "claim_dismissed",
    "裁定驳回起诉": "rejected",
    "撤诉": "withdrawn",
    "准许撤诉": "withdrawn",
    "准许原告撤诉": "withdrawn",
    "调解": "settled",
    "判决撤销": "revoked",
    "撤销行政行为": "revoked",
    "判决变更": "changed",
    "判决确认违法": "unlawful",
    "判决履行": "ordered",
}
REVIEW_WORDS = {
    "维持原决定": "upheld",
    "维持原行政行为": "upheld",
    "驳回申请": "rejected",
    "撤回申请": "withdrawn",
    "终止": "withdrawn",
    "撤回": "withdrawn",
    "和解": "settled",
    "调解": "settled",
    "限期履行": "ordered",
}
APPEARANCE_WORDS = {"是": "head", "出庭": "head", "否": "not_head", "未出庭": "not_head"}


UNIT = Input("unit", "承办部门", "unit", required=True)
NUMBER = Input("number", "编号", "text", help="已有编号的照填，没有的由系统给号")
NOTE = Input("note", "备注", "long_text", private=True)
ACT_NUMBER = Input("act_number", "被诉行政行为的文号", "matter_number", help="登记过的事项会自动关联")
CLAIM = Input("claim", "请求的内容", "long_text", private=True)
ADVISER = Input("legal_adviser", "参与的法律顾问", "staff")
DELEGATE = Input("delegate", "出庭的工作人员", "staff", help="几个人用顿号分开")
HEAD = Input(
    "head_appeared",
    "负责人出庭",
    "choice",
    choices=dict(Appearance.choices),
    synonyms=APPEARANCE_WORDS,
    article="第3条",
)
HEAD_AT_LAST = Input(
    "head_appeared",
    "负责人出庭",
    "choice",
    choices=dict(Appearance.choices),
    synonyms=APPEARANCE_WORDS,
    help="开庭时已经登记的不用再填",
)

SUIT = (
    past_day(
        "copy_received_on", "收到应诉通知日期", "收到应诉通知书和起诉状副本的那一天，答辩期限从这一天起算；不填就是今天"
    ),
    UNIT,
    Input("standing", "诉讼地位", "choice", required=True, choices=SUIT_STANDINGS, phone_first=True),
    Input("title", "案由", "text", required=True, help="例如：请求撤销限期拆除决定；不写当事人姓名"),
    Input("claimant", "原告", "person_names", help="几个人用顿号分开；单位写全称"),
    Input("authority", "受理法院", "text"),
    Input("authority_number", "法院案号", "text"),
    ACT_NUMBER,
    CLAIM,
    NOTE,
    NUMBER,
)
SUIT_ANSWER = (
    past_day("answered_on", "提交日期"),
    Input("answer", "答辩要点", "long_text", private=True),
    ADVISER,
)
ARRANGEMENT = (
    Input("hearing_on", "开庭日期", "date", required=True, help="传票上写的那一天"),
    Input(
        "head_attends",
        "谁出庭",
        "choice",
        required=True,
        choices=dict(Appearance.choices),
        article="第3条",
        phone_first=True,
    ),
    DELEGATE,
    Input("absence_reason", "负责人不能出庭的原因", "text"),
)
HEARING = (
    past_day("heard_on", "开庭日期"),
    Input("head_appeared", "负责人出庭", "choice", required=True, choices=dict(Appearance.choices), article="第3条"),
    DELEGATE,
    ADVISER,
)
JUDGMENT = (
    past_day("decided_on", "裁判日期"),
    Input(
        "outcome",
        "裁判结果",
        "choice",
        required=True,
        choices={code: label for code, label in SUIT_OUTCOMES.items() if code != "withdrawn"},
    ),
    Input("decision_number", "裁判文书文号", "text"),
    HEAD_AT_LAST,
)
SUIT_WITHDRAWAL = (
    past_day("decided_on", "准许撤诉日期"),
    Input("decision_number", "裁定书文号", "text"),
    HEAD_AT_LAST,
)
APPEAL = (
    past_day("appealed_on", "上诉日期"),
    Input(
        "appealed_by", "谁上诉", "choice", required=True, choices={"ours": "本镇", "theirs": "对方"}, phone_first=True
    ),
    Input("authority", "二审法院", "text"),
    Input("authority_number", "二审案号", "text"),
)
PERFORMANCE = (
    past_day("performed_on", "履行日期"),
    Input("performance", "怎样履行的", "long_text", required=True, private=True),
)
CLOSING = (
    past_day("closed_on", "结案日期"),
    Input("review", "案后改进", "long_text", private=True, help="从这件案子看管理上要改什么；没有的不填"),
)

REVIEW_COPY = past_day("copy_received_on", "收到申请书副本日期", "答复期限从这一天起算；不填就是今天")
REVIEW = (
    REVIEW_COPY,
    Input("accepted_on", "受理日期", "date", past_only=True, help="受理通知书上的日期；不填与收到副本同日"),
    UNIT,
    Input("standing", "复议地位", "choice", required=True, choices=REVIEW_STANDINGS, phone_first=True),
    Input("title", "申请事项", "text", required=True, help="例如：对行政处罚决定不服；不写当事人姓名"),
    Input("claimant", "申请人", "person_names", help="几个人用顿号分开；单位写全称"),
    Input("authority", "复议机关", "text"),
    Input("authority_number", "复议机关文号", "text"),
    ACT_NUMBER,
    CLAIM,
    NOTE,
    NUMBER,
)
SIMPLIFIED = Input("simplified", "适用简易程序", "yes_no", article="第54条")
REVIEW_ANSWER = (
    past_day("answered_on", "提交日期"),
    Input("answer", "答复要点", "long_text", private=True),
    ADVISER,
)
REVIEW_HEARING = (
    past_day("heard_on", "听证日期"),
    Input("head_appeared", "负责人参加", "choice", required=True, choices=dict(Appearance.choices), article="第51条"),
    DELEGATE,
    Input("absence_reason", "负责人不能参加的理由", "text", article="第51条"),
    ADVISER,
)
DECISION = (
    past_day("decided_on", "决定日期"),
    Input(
        "outcome",
        "复议结果",
        "choice",
        required=True,
        choices={code: label for code, label in REVIEW_OUTCOMES.items() if code != "withdrawn"},
    ),
    Input("decision_number", "复议决定书文号", "text"),
)
REVIEW_WITHDRAWAL = (
    past_day("decided_on", "终止日期"),
    Input("decision_number", "终止决定文号", "text"),
)
