"""Registers of legal education: those of teaching, and those of venues and their awards."""

from __future__ import annotations

from guiju.kernel.procedure.api import Register, SheetLayout, columns
from guiju.mechanisms.legal_education import forms
from guiju.mechanisms.legal_education.models import EducationKind
from guiju.mechanisms.legal_education.rows import tells
from guiju.mechanisms.legal_education.teaching_registers import MECHANISM, SERIAL, TEACHING, fields_of

VENUE = Register(
    id="venue",
    label="法治宣传阵地登记表",
    mechanism=MECHANISM,
    fields=fields_of(forms.VENUE),
    layouts=(
        SheetLayout(
            "venue.plain",
            "法治宣传阵地登记表",
            columns(
                "number: 编号",
                "title*: 阵地名称",
                "form: 阵地类别",
                "level*: 阵地层级",
                "unit*: 所在单位",
                "event_date*: 启用日期",
                "area: 面积（平方米） | 面积",
                "note: 备注",
            ),
            ignored=SERIAL,
        ),
        SheetLayout(
            "venue.overview",
            "法治文化阵地一览表",
            columns(
                "number: 阵地编号",
                "title*: 名称",
                "form: 类型",
                "level*: 层级",
                "unit*: 所属村居",
                "event_date*: 建成时间",
            ),
            ignored=SERIAL,
        ),
    ),
    tells=tells(EducationKind.VENUE),
    kinds=("venue",),
    figures=("venues.new_village",),
)

VENUE_AWARD = Register(
    id="venue_award",
    label="阵地获评授牌登记表",
    mechanism=MECHANISM,
    fields=fields_of(forms.VENUE_AWARD, "unit"),
    layouts=(
        SheetLayout(
            "venue_award.plain",
            "阵地获评授牌登记表",
            columns(
                "number: 编号",
                "event_date*: 授牌日期",
                "venue_number: 阵地编号",
                "title*: 阵地名称",
                "honour*: 称号",
                "level*: 授牌级别",
                "awarded_by: 授牌单位",
                "note: 备注",
            ),
            ignored=SERIAL,
        ),
        SheetLayout(
            "venue_award.list",
            "获评荣誉一览",
            columns(
                "number: 荣誉编号",
                "event_date*: 获评时间",
                "title*: 场所名称",
                "honour*: 荣誉称号",
                "level*: 等级",
                "awarded_by: 颁发单位",
            ),
            ignored=SERIAL,
        ),
    ),
    tells=tells(EducationKind.VENUE_AWARD),
    kinds=("venue_award",),
    figures=("venues.awards",),
    names_matters=("venue_number",),
)

REGISTERS = (*TEACHING, VENUE, VENUE_AWARD)
