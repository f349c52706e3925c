"""What the steps from the notice on ask for: notice, defence, hearing, review, decision, service, performance."""

from __future__ import annotations

from guiju.kernel.procedure.api import Input, past_day
from guiju.mechanisms.penalty.forms import OFFICERS, PARTY_LATE, kinds_and_amounts
from guiju.mechanisms.penalty.models import NoPenalty

MANNERS = {
    "direct": "直接送达",
    "left": "留置送达",
    "post": "邮寄送达",
    "electronic": "电子送达",
    "entrusted": "委托送达",
    "notice": "公告送达",
}
MANNER = Input("manner", "送达方式", "choice", required=True, choices=MANNERS, article="第61条", phone_first=True)
CONSENT = Input("consent", "当事人已签电子送达确认书", "yes_no", help="电子送达的填", article="第61条第2款")
RESULTS = {"paid": "已执行", "refused": "法院不予受理或者不准执行", "ended": "终结执行"}
REVOCATIONS = {
    "changed": "变更",
    "revoked": "撤销",
    "unlawful": "确认违法",
    "void": "确认无效",
}

NOTICE = (
    past_day("served_on", "告知书送达日期"),
    OFFICERS,
    MANNER,
    CONSENT,
    *kinds_and_amounts(),
    PARTY_LATE[0],
    Input("reasons", "告知的理由", "long_text", private=True, help="不填用调查终结时写的理由", article="第44条"),
    Input("hearing_told", "已告知听证的权利", "yes_no", article="第63条"),
    Input("defence_until", "陈述申辩截止日期", "date", help="告知书写明的那一天；不填按镇里设定的天数算"),
)
WAIVER = (
    past_day("waived_on", "放弃日期"),
    Input("hearing_waived", "也放弃要求听证", "yes_no", help="告知了听证权的填", article="第64条"),
    Input("written", "当事人已书面声明", "yes_no", required=True, article="第62条"),
)
DEFENCE = (
    past_day("heard_on", "听取日期"),
    Input("defence", "陈述、申辩意见", "long_text", required=True, private=True, article="第45条"),
    Input("manner_of_defence", "方式", "choice", choices={"oral": "口头，已作笔录", "written": "书面"}),
)
DEFENCE_REVIEW = (
    past_day("reviewed_on", "复核日期"),
    Input(
        "adopted",
        "是否采纳",
        "choice",
        required=True,
        choices={"all": "采纳", "partly": "部分采纳", "none": "不采纳"},
        article="第45条",
    ),
    Input("answer", "复核意见和理由", "long_text", required=True, private=True),
)
HEARING_REQUEST = (
    past_day("asked_on", "提出日期", "邮寄的填邮戳日期；不填就是今天"),
    Input("agents", "委托代理人", "person_names", help="一至二人", article="第64条"),
)
HEARING_NOTICE = (
    past_day("announced_on", "通知送达日期"),
    Input("set_for", "听证日期", "date", required=True, article="第64条"),
    Input("venue", "听证地点", "text", required=True),
    Input("host", "听证主持人", "staff", required=True, help="不能是本案调查人员", article="第64条"),
    Input("open", "公开举行", "yes_no"),
)
HEARING = (
    past_day("held_on", "听证日期"),
    Input("host", "听证主持人", "staff", required=True, article="第64条"),
    Input("record", "听证笔录要点", "long_text", required=True, private=True, article="第65条"),
    Input("opinion", "听证报告意见", "long_text", required=True, private=True),
)
HEARING_WITHDRAWAL = (past_day("withdrawn_on", "撤回日期"),)
CHECK = (
    past_day("checked_on", "审查日期"),
    Input("checker", "法制员", "staff", required=True),
    Input("opinion", "审查意见", "long_text", required=True, private=True),
)
REVIEW = (
    past_day("reviewed_on", "审核日期"),
    Input("reviewer", "审核人", "staff", required=True, help="外聘审核人员也写在这里", article="第58条"),
    Input("opinion", "审核意见", "long_text", required=True, private=True),
)
REVIEW_ANSWER = (
    past_day("answered_on", "答复日期"),
    Input("adopted", "是否采纳", "yes_no", required=True),
    Input("answer", "怎样处理的，不采纳的写理由", "long_text", required=True, private=True),
)
DISCUSSION = (
    past_day("discussed_on", "讨论日期"),
    Input("members", "参加的负责人", "staff", required=True, help="用顿号分开", article="第57条第2款"),
    Input("attending", "列席的审核人员", "staff"),
    Input("conclusion", "讨论结论", "long_text", required=True, private=True),
    Input("dissenter", "有不同意见的负责人", "staff"),
    Input("dissent", "不同意见", "long_text", private=True),
)
DECISION = (
    past_day("decided_on", "决定日期"),
    Input("decider", "作出决定的负责人", "staff", required=True, article="第57条"),
    *kinds_and_amounts(),
    Input("decision_text", "认定的事实、证据和理由", "long_text", required=True, private=True, article="第59条"),
    *PARTY_LATE,
    Input("bank", "代收机构", "text", help="有罚款的写名称和地址；不填用镇里设定的", article="罚缴分离办法第7条"),
    Input("number", "决定书文号", "text", help="已有文号的照填，没有的由系统给号"),
)
NO_PENALTY = (
    past_day("decided_on", "决定日期"),
    Input("decider", "作出决定的负责人", "staff", required=True, article="第57条"),
    *PARTY_LATE,
    Input("ground", "不予处罚的情形", "choice", required=True, choices=dict(NoPenalty.choices), article="第33条"),
    Input("decision_text", "认定的事实和理由", "long_text", required=True, private=True),
    Input("educated", "已对当事人教育", "yes_no", required=True, article="第33条第3款"),
    Input("number", "决定书文号", "text", help="已有文号的照填，没有的由系统给号"),
)
SERVICE = (
    past_day("served_on", "送达日期"),
    OFFICERS,
    MANNER,
    CONSENT,
    Input("note", "拒收事由、见证人等", "text"),
)
ANNOUNCEMENT = (
    past_day("announced_on", "公告日期"),
    Input("address", "公告的载体", "text", required=True),
    Input(
        "term",
        "按哪一种期间",
        "choice",
        required=True,
        choices={"national": "民事诉讼法的期间", "local": "上海城管条例的期间"},
        help="两种规定的日数不同，由机关选定",
    ),
)
PAYMENT = (
    past_day("paid_on", "缴款日期"),
    Input("amount", "缴纳金额", "money", required=True, unit="元"),
    Input("late", "其中加处罚款", "money", unit="元"),
    Input("payment_code", "缴款码", "text"),
    Input("receipt", "非税票据号", "text"),
)
DEFERRAL = (
    past_day("approved_on", "批准日期"),
    Input("approver", "批准的负责人", "staff", required=True, article="第66条"),
    Input("instalments", "期数", "integer", required=True, help="延期一次缴清的填1"),
    Input("first_due", "第一期日期", "date", required=True),
    Input("reason", "当事人申请的理由", "long_text", required=True, private=True),
)
URGING = (past_day("served_on", "催告书送达日期"), MANNER, CONSENT)
COURT = (
    past_day("applied_on", "申请日期"),
    Input("approver", "签名的负责人", "staff", required=True, article="行政强制法第55条"),
    Input("court", "法院", "text", required=True),
)
COURT_RESULT = (
    past_day("ruled_on", "结果日期"),
    Input("result", "结果", "choice", required=True, choices=RESULTS),
    Input("number", "法院文号", "text"),
)
PUBLICATION = (
    past_day("published_on", "公示日期"),
    Input("address", "公示地址", "text", required=True),
)
TAKING_DOWN = (past_day("taken_down_on", "撤下日期"),)
REVOCATION = (
    past_day("revoked_on", "日期"),
    Input("result", "结果", "choice", required=True, choices=REVOCATIONS),
    Input("source_number", "复议、诉讼的登记编号", "matter_number", help="登记过的会自动关联"),
    Input("reason", "理由", "long_text", required=True, private=True),
)
REMEDY = (
    past_day("begun_on", "申请或者起诉日期"),
    Input("source_number", "复议、诉讼的登记编号", "matter_number", help="登记过的会自动关联"),
)
REMEDY_END = (past_day("ended_on", "收到结果日期"), Input("number", "文书文号", "text"))
CLOSING = (
    past_day("closed_on", "结案日期"),
    Input("approver", "批准结案的负责人", "staff", required=True),
    Input("execution", "执行情况", "long_text", required=True, private=True),
)
ARCHIVE = (
    past_day("archived_on", "归档日期"),
    Input("volume_number", "卷号", "text", required=True),
    Input("pages", "页数", "integer"),
    Input(
        "keeping_term",
        "保管期限",
        "choice",
        required=True,
        choices={"permanent": "永久", "years_30": "30年", "years_10": "10年"},
        help="按本机关的归档范围和保管期限表，待核实",
    ),
)
