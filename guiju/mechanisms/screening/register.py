"""The registers of screening as villages, the grid and the office for public security keep them.

Columns that watch people or sort them into kinds (稳控负责人, 民族, 学历, 人员类别) are named nowhere here: the importer
leaves them out and says why.
"""

from __future__ import annotations

from guiju.kernel.procedure.api import (
    Input,
    Register,
    SheetLayout,
    columns,
    past_day,
)
from guiju.mechanisms.screening import forms
from guiju.mechanisms.screening.effects import OUTCOMES
from guiju.mechanisms.screening.rows import tells_factor

OUTCOME_WORDS = {
    "化解": "resolved",
    "已办结": "resolved",
    "是": "resolved",
    "正在化解": "ongoing",
    "跟踪中": "ongoing",
    "否": "ongoing",
    "已移交": "handed_over",
}
NOT_ON_THE_FORM = ("campaign_number",)

SCREENING = Register(
    id="screening",
    label="矛盾纠纷排查登记表",
    mechanism="screening",
    fields=(
        *(item for item in forms.REGISTRATION if item.name not in NOT_ON_THE_FORM),
        forms.PARTY_ID,
        forms.PARTY_ADDRESS,
        forms.GRADE,
        forms.MEASURES,
        forms.RESOLUTION_WAY,
        forms.HANDLED_BY_UNIT,
        forms.HANDLED_BY,
        forms.HANDED_OVER_TO,
        past_day("handed_over_on", "移交日期"),
        Input("outcome", "化解结果", "choice", choices=OUTCOMES, synonyms=OUTCOME_WORDS),
        forms.OUTCOME_NOTE,
        past_day("closed_on", "办结日期"),
        past_day("registered_on", "登记时间"),
        forms.FEEDBACK,
    ),
    layouts=(
        SheetLayout(
            "screening.plain",
            "矛盾纠纷排查登记表",
            columns(
                "number: 登记编号",
                "event_date*: 排查日期",
                "campaign: 排查批次",
                "unit*: 所属村居",
                "subject*: 纠纷名称",
                "dispute_kind: 纠纷类别",
                "grade: 纠纷级别",
                "persons: 涉及人数",
                "parties: 主要当事人",
                "facts: 情况简述",
                "measures: 采取措施",
                "handed_over_to: 移交去向",
                "handed_over_on: 移交日期",
                "outcome: 化解结果",
                "closed_on: 办结日期",
                "screened_by: 排查人",
                "note: 备注",
            ),
            ignored=("序号",),
        ),
        SheetLayout(
            "screening.stability",
            "矛盾纠纷排查化解台账（综治）",
            columns(
                "subject*: 矛盾纠纷名称",
                "event_date*: 日期",
                "place: 发生地点详址",
                "grade: 规模",
                "dispute_kind: 类别",
                "persons: 涉及人数",
                "facts: 简述",
                "involved_organisation: 涉及单位",
                "party_id: 主要当事人/证件号码 | 证件号码",
                "parties: 主要当事人/姓名",
                "party_address: 主要当事人/居住详址 | 居住详址",
                "resolve_by: 化解时限",
                "resolution_way: 化解方式",
                "handled_by_unit: 化解组织",
                "handled_by: 化解负责人/姓名",
                "outcome: 化解是否成功",
                "outcome_note: 化解情况",
            ),
            ignored=(
                "序号",
                "主要当事人/证件代码",
                "主要当事人/性别",
                "化解负责人/联系方式",
                "考评日期",
                "考评意见",
            ),
        ),
        SheetLayout(
            "screening.grid",
            "网格矛盾纠纷排查台账",
            columns(
                "unit*: 所属辖区或网格",
                "number: 编号",
                "grade: 级别",
                "event_date*: 排查时间",
                "resolve_by: 完成时限",
                "parties: 当事人情况",
                "persons: 涉及人数",
                "subject*: 主要问题",
                "screened_by: 收集人",
                "measures: 采取措施",
                "handled_by_unit: 责任部门",
                "handled_by: 负责人",
                "outcome: 化解情况",
                "feedback: 群众反馈意见",
                "registered_on: 登记时间",
                "note: 备注",
            ),
            ignored=("是否重大", "督办单位", "督办人"),
        ),
    ),
    tells=tells_factor,
    kinds=("factor",),
    figures=("screening.factors", "screening.resolved", "screening.handed_over", "screening.ongoing"),
)

REGISTERS = (SCREENING,)
