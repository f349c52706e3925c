"""A register goes in: each good row is one matter and one entry in the name of whoever pressed the button."""

import datetime as dt
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guiju.exchange.importing.api import carry_out, prepare
from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    FIRST,
    STATION,
    acting,
    book,
    consultation,
    entries,
    imported,
    moment,
)
from guiju.kernel.ledger.api import Entry, open_values, verify_town
from guiju.kernel.matters.api import Matter, Party
from guiju.mechanisms.legal_services.models import ServiceDetail

pytestmark = pytest.mark.usefixtures("town")
RECEPTION = (
    "序号",
    "姓名",
    "联系方式",
    "单位或居住地",
    "来访时间",
    "来访地点",
    "来访事由",
    "接待人",
    "处理意见与结果",
    "备注",
)


def test_every_row_is_one_matter_with_its_own_number():
    before = entries()
    preview = imported(book(CONSULTATIONS, [consultation("远1"), consultation("远2", 人次="3人次")]))
    matters = Matter.objects.filter(mechanism="legal_services").order_by("id")
    assert [(m.number, m.number_imported, m.event_date) for m in matters] == [
        ("远1", True, dt.date(2026, 3, 2)),
        ("远2", True, dt.date(2026, 3, 2)),
    ]
    assert [d.attendances for d in ServiceDetail.objects.order_by("matter_id")] == [1, 3]
    assert entries() == before + 2
    assert preview.reconciliation.imported == preview.reconciliation.rows == 2


def test_entry_names_the_person_and_the_sheet():
    imported(book(CONSULTATIONS, [consultation()]))
    body = json.loads(Entry.objects.latest("id").body)
    assert (body["recorded_by"], body["medium"]) == (acting().actor, "sheet")
    assert body["steps"] == [{"code": "record_consultation", "event_date": "2026-03-02", "mode": "claimed"}]


def test_names_go_to_the_private_store_only(town):
    imported(book(CONSULTATIONS, [consultation(咨询人="安有容")]))
    party = Party.objects.get()
    assert open_values([party.name]) == {party.name: "安有容"}
    assert not Entry.objects.filter(body__contains="安有容").exists()
    assert verify_town(town.id).whole


def test_second_layout_of_a_register_is_read():
    row = (1, "安有容", "13800000001", "示例路1号", "2026.3.2", STATION, "问工钱", "柏青禾", "已答复", "")
    imported(book(RECEPTION, [row], "来访接待登记表.xlsx"))
    detail = ServiceDetail.objects.get()
    assert (detail.medium, detail.served_by, detail.matter.event_date) == ("来访", "柏青禾", dt.date(2026, 3, 2))


def test_unit_may_stand_above_the_table():
    headings = ("类别", "时间", "对象", "内容", "方式", "结果", "相关文书编号")
    row = ("接待", dt.date(2026, 3, 2), "安有容", "问宅基地", "上门", "已答复", "")
    told = book(headings, [row, ("填表人：方正言",)], "顾问服务记录.xlsx", above=f"填报单位：{FIRST}")
    preview = imported(told)
    assert preview.reconciliation.imported == 1
    detail = ServiceDetail.objects.get()
    assert (detail.matter.unit.name, detail.served_by) == (FIRST, "方正言")


def test_preview_only_reads():
    before = entries()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        preview = prepare(book(CONSULTATIONS, [consultation(), consultation("远2", day="2月30日")]), moment())
    assert {query["sql"].split()[0] for query in asked.captured_queries} <= {"SELECT"}
    assert entries() == before
    assert not Matter.objects.filter(mechanism="legal_services").exists()
    assert carry_out(preview).entries == 1


def test_refused_columns_are_named_and_left_out():
    told = book((*CONSULTATIONS, "民族", "稳控负责人"), [(*consultation(), "某族", "某人")])
    preview = imported(told)
    refused = preview.sheets[0].read.recognised.refused
    assert [item.heading.text for item in refused] == ["民族", "稳控负责人"]
    assert all(item.reason for item in refused)
    assert not Entry.objects.filter(body__contains="某族").exists()


def test_sums_of_the_sheet_stand_beside_ours():
    total = tuple({"登记编号": "合计", "人次": 9}.get(heading, "") for heading in CONSULTATIONS)
    preview = imported(book(CONSULTATIONS, [consultation("远1", 人次=4), consultation("远2", 人次=3), total]))
    (line,) = preview.sheets[0].totals
    assert (line.field, line.theirs, line.ours, line.agrees) == ("attendances", 9, 7, False)
