"""Registers of legal services as towns keep them, and what a row of each tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from guiju.kernel.procedure.api import (
    Again,
    Input,
    Joins,
    Moment,
    Opens,
    Register,
    SheetLayout,
    Told,
    Unclear,
    claimed,
    columns,
)
from guiju.mechanisms.legal_services import forms
from guiju.mechanisms.legal_services.models import ServiceKind

Row = Mapping[str, Any]

LOG_KINDS = {
    "answer": "法律咨询解答",
    "opinion": "法律意见",
    "reception": "接待",
    "mediation": "人民调解",
    "aid": "法律援助协助",
    "lecture": "法治讲座",
}
LOG_SYNONYMS = {
    "咨询解答": "answer",
    "现场咨询": "answer",
    "法律意见建议": "opinion",
    "出具法律意见": "opinion",
    "接待咨询": "reception",
    "接待来访": "reception",
    "参与调解": "mediation",
    "协助申请法律援助": "aid",
    "代理法律援助": "aid",
}

SERVICES = {"answer": "adviser_answer", "reception": "reception", "aid": "aid", "lecture": "adviser_lecture"}


def _opens(kind: ServiceKind) -> Callable[[Row, Moment], Told]:
    def tells(row: Row, moment: Moment) -> Told:
        return Opens(kind.value, (claimed(f"record_{kind}", row["event_date"], row),))

    return tells


def _log_row(row: Row, moment: Moment) -> Told:
    """One line of an adviser's log: a service of its own kind, or a part taken in a mediation."""
    kind = row["kind"]
    if kind == "mediation":
        return _mediation_in_log(row, moment)
    if kind == "opinion":
        return _opinion_in_log(row, moment)
    service = SERVICES[kind]
    return Opens(service, (claimed(f"record_{service}", row["event_date"], row),))


def _mediation_in_log(row: Row, moment: Moment) -> Told:
    number, adviser = row.get("related_number") or "", row.get("adviser") or ""
    if number not in moment.numbers:
        said = f"编号“{number}”的调解还没有登记" if number else "没有写调解编号"
        return Unclear(f"这一行是参与人民调解，{said}：参与的是哪一件？", "related_number")
    if not adviser:
        return Unclear("这一行是参与人民调解，没有写法律顾问：是哪一位？", "adviser")
    return Joins(number, "legal_adviser", adviser, row["event_date"], row.get("unit"))


def _opinion_in_log(row: Row, moment: Moment) -> Told:
    """An opinion that lies in the register of opinions is that one; else the log is where it is told."""
    number, adviser = str(row.get("related_number") or ""), row.get("adviser") or ""
    joins = Joins(number, "legal_adviser", adviser, row["event_date"], row.get("unit")) if number and adviser else None
    values = {**row, "number": number or None, "title": ServiceKind.OPINION.label}
    again = Again(number, person=adviser, joins=joins)
    return Opens("opinion", (claimed("record_opinion", row["event_date"], values),), again)


def _opinion_row(row: Row, moment: Moment) -> Told:
    """One line of the register of opinions; an adviser's log or the desk may have told it before."""
    again = Again(str(row.get("number") or ""), str(row.get("title") or ""), row.get("adviser") or "")
    return Opens(ServiceKind.OPINION.value, (claimed("record_opinion", row["event_date"], row),), again)


STATION_CONSULTATION = Register(
    id="station_consultation",
    label="公共法律服务站法律咨询登记",
    mechanism="legal_services",
    fields=(*forms.CONSULTATION, forms.NUMBER),
    layouts=(
        SheetLayout(
            "station_consultation.plain",
            "法律咨询登记表",
            columns(
                "number: 登记编号",
                "event_date*: 服务日期",
                "unit*: 服务地点",
                "medium: 咨询方式",
                "client: 咨询人",
                "client_phone: 联系电话",
                "topic: 咨询类别",
                "content: 咨询内容",
                "attendances*: 人次",
                "served_by: 解答人",
                "outcome: 处理结果",
                "note: 备注",
            ),
            ignored=("序号",),
        ),
        SheetLayout(
            "station_consultation.reception",
            "来访接待登记表",
            columns(
                "client: 来访人/姓名 | 姓名",
                "client_phone: 来访人/联系方式 | 联系方式",
                "client_address: 来访人/单位或居住地 | 单位或居住地",
                "event_date*: 来访时间",
                "unit*: 来访地点",
                "content: 来访事由",
                "served_by: 接待人",
                "outcome: 处理意见与结果",
                "note: 备注",
            ),
            ignored=("序号", "来访人/性别", "来访人/年龄", "性别", "年龄"),
            constants={"medium": "来访"},
        ),
    ),
    tells=_opens(ServiceKind.CONSULTATION),
    kinds=("consultation",),
    figures=("legal_service.station_consultations",),
)

STATION_GUIDANCE = Register(
    id="station_guidance",
    label="法律服务需求指引登记",
    mechanism="legal_services",
    fields=(*forms.GUIDANCE, forms.NUMBER),
    layouts=(
        SheetLayout(
            "station_guidance.plain",
            "法律服务需求指引登记表",
            columns(
                "number: 登记编号",
                "event_date*: 服务日期",
                "unit*: 服务地点",
                "client: 姓名",
                "client_phone: 联系电话",
                "content: 需求事项",
                "guided_to*: 指引去向",
                "persons: 人数",
                "served_by: 指引人",
                "note: 备注",
            ),
            ignored=("序号",),
        ),
        SheetLayout(
            "station_guidance.list",
            "法律服务需求指引一览",
            columns(
                "number: 编号",
                "event_date*: 日期",
                "unit*: 服务窗口",
                "client: 服务对象",
                "content: 服务需求",
                "guided_to*: 指引内容",
                "persons: 指引人数",
                "served_by: 工作人员",
            ),
        ),
    ),
    tells=_opens(ServiceKind.GUIDANCE),
    kinds=("guidance",),
    figures=("legal_service.station_guidance",),
)

ADVISER_LOG = Register(
    id="adviser_log",
    label="居村法律顾问工作日志",
    mechanism="legal_services",
    fields=(
        *forms.ADVISER_SERVICE,
        Input("kind", "工作类别", "choice", required=True, choices=LOG_KINDS, synonyms=LOG_SYNONYMS),
        Input("related_number", "相关文书编号", "matter_number"),
        forms.NUMBER,
    ),
    layouts=(
        SheetLayout(
            "adviser_log.plain",
            "居村法律顾问工作日志",
            columns(
                "number: 编号",
                "event_date*: 服务日期",
                "unit*: 村居",
                "adviser*: 法律顾问",
                "kind*: 工作类别",
                "client: 服务对象",
                "content: 工作内容",
                "medium: 服务方式",
                "attendances: 人次",
                "related_number: 相关文书编号",
                "outcome: 结果",
                "note: 备注",
            ),
            ignored=("序号",),
        ),
        SheetLayout(
            "adviser_log.assessment",
            "居村法律顾问服务记录",
            columns(
                "kind*: 类别",
                "event_date*: 时间",
                "client: 对象",
                "content: 内容",
                "medium: 方式",
                "outcome: 结果",
                "related_number: 相关文书编号",
            ),
            ignored=("序号",),
            header_fields={"adviser": "填表人"},
        ),
    ),
    tells=_log_row,
    kinds=tuple(SERVICES.values()),
    figures=(
        "legal_service.adviser_answers",
        "legal_service.adviser_mediations",
        "legal_service.aid_assisted",
        "legal_service.adviser_receptions",
        "legal_service.adviser_lectures",
    ),
    names_matters=("related_number",),
    needs_matters=True,
)

LEGAL_OPINION = Register(
    id="legal_opinion",
    label="法律意见书登记",
    mechanism="legal_services",
    fields=(*forms.OPINION, forms.NUMBER),
    layouts=(
        SheetLayout(
            "legal_opinion.plain",
            "法律意见书登记表",
            columns(
                "number: 意见书编号",
                "event_date*: 出具日期",
                "unit*: 村居",
                "adviser: 法律顾问",
                "title*: 事项名称",
                "topic: 事项类别",
                "content: 主要意见",
                "adopted: 是否采纳",
                "note: 备注",
            ),
            ignored=("序号",),
        ),
        SheetLayout(
            "legal_opinion.receipt",
            "法律意见收文登记",
            columns(
                "number: 文号",
                "event_date*: 出具时间",
                "unit*: 委托单位",
                "adviser: 承办律师",
                "title*: 咨询事项",
                "content: 文书内容",
                "received_on: 收件日期",
            ),
        ),
    ),
    tells=_opinion_row,
    kinds=("opinion",),
    figures=("legal_service.opinions",),
)

REGISTERS = (STATION_CONSULTATION, STATION_GUIDANCE, ADVISER_LOG, LEGAL_OPINION)
