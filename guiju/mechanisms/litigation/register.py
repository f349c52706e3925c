"""Registers of suits and reconsiderations as towns keep them: case by case, and the yearly table."""

from __future__ import annotations

from dataclasses import replace

from guiju.kernel.procedure.api import (
    Input,
    Register,
    SheetLayout,
    columns,
    past_day,
)
from guiju.mechanisms.litigation import forms
from guiju.mechanisms.litigation.rows import tells_reconsideration, tells_suit

SERIAL = ("序号",)
FILED_ON = Input("accepted_on", "立案日期", "date", past_only=True)
ACCEPTED_ON = Input("accepted_on", "受理日期", "date", required=True, past_only=True)
ANSWERED_ON = past_day("answered_on", "答复日期")
CLOSED_ON = past_day("closed_on", "结案日期")


def _optional(inputs: tuple[Input, ...], *names: str) -> tuple[Input, ...]:
    return tuple(replace(item, required=False) if item.name in names else item for item in inputs)


SUIT = Register(
    id="suit",
    label="行政诉讼案件登记表",
    mechanism="litigation",
    fields=(
        *_optional(forms.SUIT, "unit"),
        FILED_ON,
        forms.HEAD_AT_LAST,
        Input("outcome", "裁判结果", "choice", choices=forms.SUIT_OUTCOMES, synonyms=forms.SUIT_WORDS),
        CLOSED_ON,
    ),
    layouts=(
        SheetLayout(
            "suit.plain",
            "行政诉讼案件登记表",
            columns(
                "number: 编号",
                "copy_received_on*: 应诉通知日期",
                "authority_number: 法院案号",
                "title*: 案由",
                "claimant: 原告",
                "standing*: 诉讼地位",
                "authority: 受理法院",
                "unit: 承办部门",
                "head_appeared: 负责人出庭",
                "outcome: 裁判结果",
                "closed_on: 结案日期",
                "note: 备注",
            ),
            ignored=SERIAL,
        ),
        SheetLayout(
            "suit.yearly",
            "行政应诉案件年度表",
            columns(
                "number: 应诉编号",
                "accepted_on*: 立案时间",
                "authority_number: 案号",
                "title*: 诉讼请求",
                "claimant: 起诉人",
                "standing*: 本机关地位",
                "authority: 审理法院",
                "outcome: 审理结果",
                "closed_on: 结案时间",
            ),
            ignored=SERIAL,
        ),
    ),
    tells=tells_suit,
    kinds=("suit",),
    figures=("litigation.cases", "litigation.third_party", "litigation.lost", "litigation.head_appeared"),
    names_matters=("act_number",),
)

RECONSIDERATION = Register(
    id="reconsideration",
    label="行政复议案件登记表",
    mechanism="litigation",
    fields=(
        *(item for item in _optional(forms.REVIEW, "unit", "standing") if item.name != "accepted_on"),
        ACCEPTED_ON,
        ANSWERED_ON,
        Input("outcome", "复议结果", "choice", choices=forms.REVIEW_OUTCOMES, synonyms=forms.REVIEW_WORDS),
        CLOSED_ON,
    ),
    layouts=(
        SheetLayout(
            "reconsideration.plain",
            "行政复议案件登记表",
            columns(
                "number: 编号",
                "accepted_on*: 受理日期",
                "authority_number: 复议机关文号",
                "title*: 申请事项",
                "claimant: 申请人",
                "authority: 复议机关",
                "unit: 承办部门",
                "answered_on: 答复日期",
                "outcome: 复议结果",
                "closed_on: 结案日期",
                "note: 备注",
            ),
            ignored=SERIAL,
        ),
        SheetLayout(
            "reconsideration.yearly",
            "行政复议案件年度表",
            columns(
                "number: 复议编号",
                "accepted_on*: 受理时间",
                "authority_number: 复议文号",
                "title*: 复议请求",
                "claimant: 申请人",
                "authority: 复议机关",
                "outcome: 决定结果",
                "closed_on: 办结时间",
            ),
            ignored=SERIAL,
        ),
    ),
    tells=tells_reconsideration,
    kinds=("reconsideration",),
    figures=("reconsideration.cases", "reconsideration.corrected", "reconsideration.answered_in_time"),
    names_matters=("act_number",),
)

REGISTERS = (SUIT, RECONSIDERATION)
