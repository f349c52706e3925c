"""What each step of an order asks for. A caller's name is never required."""

from __future__ import annotations

from guiju.kernel.procedure.api import CodeLabels, Input, OwnerWords, past_day
from guiju.mechanisms.workorders.models import Destination, OrderClass, RequestKind, Satisfaction

DISPUTE_KINDS = CodeLabels("dispute_kind")
DISPUTE_WORDS = OwnerWords(
    "dispute_kind",
    "screening",
    "justice_bureau",
    "governance_centre",
    also={"其他": "other", "动迁": "expropriation", "交通事故": "traffic"},
)
OUTCOMES = CodeLabels("diversion_outcome")
OUTCOME_WORDS = {
    "口头调解": "settled_on_the_spot",
    "双方自行和解": "reconciled",
    "劝离现场": "dispersed",
    "重复报警": "repeated",
    "转治安处理": "public_security",
    "当事人不接受调解": "refused",
    "达成书面协议": "written_agreement",
    "已登记调解": "registered",
    "退单": "returned",
    "转办": "forwarded",
}
HOTLINE_OUTCOMES = {
    "solved": "已解决",
    "explained": "已解释说明",
    "planned": "列入计划",
    "mediated": "转人民调解",
    "forwarded": "已转办",
    "not_solved": "未能解决",
    "returned": "退单",
}
WAYS = {"telephone": "电话", "visit": "上门", "office": "约到现场", "message": "短信、网络"}


DISPATCHED_ON = Input("dispatched_on", "派单日期", "date", required=True, past_only=True)
CALLED_ON = Input("called_on", "接警日期", "date", past_only=True)
CALLER = Input("caller", "报警人", "person_name", help="可以不填")
CALLER_PHONE = Input("caller_phone", "联系电话", "telephone")
CALLER_ADDRESS = Input("caller_address", "住址", "address")
PLACE = Input("place", "警情地址", "address")
VILLAGE = Input("village", "所属村居", "unit")
FACTS = Input("facts", "报警内容", "long_text", private=True)
DISPUTE_KIND = Input(
    "dispute_kind", "纠纷类别", "choice", choices=DISPUTE_KINDS, synonyms=DISPUTE_WORDS, phone_first=True
)
DESTINATION = Input(
    "destination", "分流去向", "choice", required=True, choices=dict(Destination.choices), phone_first=True
)
UNIT = Input("unit", "承办单位", "unit", required=True, help="人民调解填调解委员会或村居")
HANDLED_BY = Input("handled_by", "承办人", "staff")
RECEIVED_BY = Input("received_by", "移送接收人", "staff")
DISPATCHED_BY = Input("dispatched_by", "分流人", "text")
CALL_MEDIUM = Input("call_medium", "报警方式", "text")
NUMBER = Input("number", "工单编号", "text", help="派单方已编号的照填，没有的由系统给号")
NOTE = Input("note", "备注", "long_text", private=True)
MEDIATION_NUMBER = Input("mediation_number", "关联调解编号", "matter_number", help="由这件工单产生的人民调解的登记编号")
OUTCOME_NOTE = Input("outcome_note", "处理经过", "long_text", private=True)

DIVERSION = (
    DISPATCHED_ON,
    DESTINATION,
    UNIT,
    VILLAGE,
    DISPUTE_KIND,
    FACTS,
    PLACE,
    CALLER,
    CALLER_PHONE,
    CALLED_ON,
    HANDLED_BY,
    NOTE,
    NUMBER,
)
HOTLINE = (
    DISPATCHED_ON,
    Input("number", "工单流水号", "text", required=True, help="12345 平台的编号，照填"),
    Input(
        "request_kind",
        "诉求类型",
        "choice",
        required=True,
        choices=dict(RequestKind.choices),
        phone_first=True,
    ),
    Input(
        "order_class",
        "办理类别",
        "choice",
        required=True,
        choices=dict(OrderClass.choices),
        phone_first=True,
        help="时限由镇设定，只作提醒",
    ),
    UNIT,
    VILLAGE,
    Input("facts", "诉求内容", "long_text", private=True),
    Input("caller", "诉求人", "person_name", help="可以不填"),
    CALLER_PHONE,
    Input("place", "诉求地址", "address"),
    HANDLED_BY,
    NOTE,
)
CONTACT = (
    past_day("contacted_on", "联系日期"),
    Input("contact_way", "联系方式", "choice", choices=WAYS, phone_first=True),
    Input("contact_note", "联系情况", "long_text", private=True),
)
_AT_DESK = {code: label for code, label in HOTLINE_OUTCOMES.items() if code != "returned"}
FORWARDED_TO = Input("forwarded_to", "转办单位", "text", help="已转办、转治安的，写明转给谁")


def _handling(outcome: Input) -> tuple[Input, ...]:
    return (past_day("handled_on", "处理日期"), outcome, OUTCOME_NOTE, MEDIATION_NUMBER, FORWARDED_TO)


DIVERSION_HANDLED = _handling(
    Input(
        "outcome",
        "处理结果",
        "choice",
        required=True,
        choices=OUTCOMES,
        synonyms=OUTCOME_WORDS,
        phone_first=True,
    )
)
HOTLINE_HANDLED = _handling(Input("outcome", "办理结果", "choice", required=True, choices=_AT_DESK, phone_first=True))
RETURN = (
    past_day("returned_on", "退单日期"),
    Input("return_reason", "退单理由", "long_text", private=True, help="为什么不归我们办、应当归谁办"),
)
CALL_BACK = (
    past_day("called_back_on", "回访日期"),
    Input("satisfaction", "回访结果", "choice", required=True, choices=dict(Satisfaction.choices), phone_first=True),
    Input("call_back_note", "回访情况", "long_text", private=True),
)
AGAIN = (past_day("dispatched_again_on", "再次派发日期"),)
LINK = (Input("mediation_number", "调解编号", "matter_number", required=True),)
CLOSING = (past_day("closed_on", "反馈日期", "向派单方反馈结果的日期；不填就是今天"),)
