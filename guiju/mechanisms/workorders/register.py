"""The register of diverted 110 calls, as the town keeps it and as the police export it."""

from __future__ import annotations

from guiju.kernel.procedure.api import (
    Input,
    Register,
    SheetLayout,
    columns,
    past_day,
)
from guiju.mechanisms.workorders import forms
from guiju.mechanisms.workorders.rows import tells_diversion

DIVERSION_110 = Register(
    id="diversion_110",
    label="110非警务警情分流工单登记表",
    mechanism="workorders",
    fields=(
        *(item for item in forms.DIVERSION if item.name != "destination"),
        Input("destination", "分流去向", "text"),
        forms.CALLER_ADDRESS,
        forms.CALL_MEDIUM,
        forms.DISPATCHED_BY,
        forms.RECEIVED_BY,
        Input("outcome", "处理结果", "choice", choices=forms.OUTCOMES, synonyms=forms.OUTCOME_WORDS),
        past_day("closed_on", "反馈日期"),
        forms.MEDIATION_NUMBER,
    ),
    layouts=(
        SheetLayout(
            "diversion_110.plain",
            "110非警务警情分流工单登记表",
            columns(
                "number: 工单编号",
                "called_on: 接警时间",
                "dispatched_on*: 派单日期",
                "caller: 报警人",
                "caller_phone: 联系电话",
                "place: 警情地址",
                "village: 所属村居",
                "facts: 报警内容",
                "dispute_kind: 纠纷类别",
                "destination*: 分流去向",
                "unit*: 承办单位",
                "handled_by: 承办人",
                "closed_on: 反馈日期",
                "outcome: 处理结果",
                "mediation_number: 关联调解编号",
                "note: 备注",
            ),
            ignored=("序号",),
        ),
        SheetLayout(
            "diversion_110.police",
            "110接处警分流明细",
            columns(
                "number: 接警单编号",
                "called_on: 接警时间",
                "caller: 报警人姓名",
                "call_medium: 报警方式",
                "caller_phone: 联系电话",
                "caller_address: 报警人住址",
                "village: 管辖单位",
                "dispute_kind: 报警类别",
                "place: 警情地址",
                "facts: 报警内容",
                "handled_by: 反馈人",
                "closed_on: 反馈时间",
                "dispatched_by: 分流人",
                "outcome: 分流结果",
                "dispatched_on*: 分流时间",
                "unit*: 移送单位",
                "received_by: 移送接收人",
            ),
            ignored=("接警单位", "性别", "反馈单位", "警情处理结果"),
            constants={"master": "110接处警"},
        ),
    ),
    tells=tells_diversion,
    kinds=("diversion_110",),
    figures=("hotline.diverted_110", "hotline.diverted_110_outcomes"),
    names_matters=("mediation_number",),
)

REGISTERS = (DIVERSION_110,)
