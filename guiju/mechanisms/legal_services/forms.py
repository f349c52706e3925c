"""What each service asks for. A name is never required: consultation is anonymous unless somebody gives one."""

from __future__ import annotations

from guiju.kernel.procedure.api import Input

EVENT_DATE = Input("event_date", "服务日期", "date", required=True, past_only=True)
UNIT = Input("unit", "服务地点", "unit", required=True)
CLIENT = Input("client", "服务对象", "person_name", help="可以不填：不留姓名也一样登记")
CLIENT_PHONE = Input("client_phone", "联系电话", "telephone")
CLIENT_ADDRESS = Input("client_address", "单位或居住地", "address")
CONTENT = Input("content", "内容", "long_text", private=True)
OUTCOME = Input("outcome", "处理结果", "long_text", private=True)
MEDIUM = Input("medium", "服务方式", "text", phone_first=True)
TOPIC = Input("topic", "类别", "text")
ATTENDANCES = Input("attendances", "人次", "integer", unit="人次", help="这次服务接待了几人次；不填按 1 人次")
PERSONS = Input("persons", "人数", "integer", unit="人", help="不填按 1 人")
SERVED_BY = Input("served_by", "经办人", "text")
ADVISER = Input("adviser", "法律顾问", "staff")
NOTE = Input("note", "备注", "long_text", private=True)
NUMBER = Input("number", "登记编号", "text", help="已有编号的照填，没有的由系统给号")

CONSULTATION = (
    EVENT_DATE,
    UNIT,
    MEDIUM,
    CLIENT,
    CLIENT_PHONE,
    CLIENT_ADDRESS,
    TOPIC,
    CONTENT,
    ATTENDANCES,
    SERVED_BY,
    OUTCOME,
    NOTE,
)
GUIDANCE = (
    EVENT_DATE,
    UNIT,
    CLIENT,
    CLIENT_PHONE,
    Input("content", "需求事项", "long_text", private=True),
    Input("guided_to", "指引去向", "text"),
    PERSONS,
    SERVED_BY,
    NOTE,
)
ADVISER_SERVICE = (EVENT_DATE, UNIT, ADVISER, CLIENT, CONTENT, MEDIUM, ATTENDANCES, OUTCOME, NOTE)
ADVISER_LECTURE = (
    Input("event_date", "讲座日期", "date", required=True, past_only=True),
    UNIT,
    ADVISER,
    Input("topic", "讲座主题", "text"),
    CONTENT,
    Input("attendances", "听众人次", "integer", unit="人次", help="不填按 1 人次"),
    NOTE,
)
OPINION = (
    Input("event_date", "出具日期", "date", required=True, past_only=True),
    Input("unit", "委托村居", "unit", required=True),
    ADVISER,
    Input("title", "事项名称", "text", required=True),
    TOPIC,
    Input("content", "主要意见", "long_text", private=True),
    Input("adopted", "是否采纳", "choice", choices={"full": "已采纳", "part": "部分采纳", "none": "未采纳"}),
    Input("received_on", "收件日期", "date", past_only=True, help="收到才编号；不填就是登记的这一天"),
    NOTE,
)
