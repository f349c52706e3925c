"""A changed blank: what is certain stays, what moved is told, the rest is asked again; and a form travels as one file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from guiju.exchange.superiors_forms.api import (
    FormError,
    blank_bytes,
    carried,
    change_blank,
    forms_due,
    keep_form,
    load_carried,
    mapped_places,
    mapping_of,
    opened,
    say,
)
from guiju.exchange.superiors_forms.comparing import compared
from guiju.exchange.superiors_forms.tests.word_matrix import PARTS, mapped, word_matrix
from guiju.kernel.organisation.api import acting_as_command
from guiju.kernel.procedure.api import moment_for
from samples.form_mappings import MAPPINGS
from samples.forms import BULK, MONTHLY, write_forms
from tests.sample_registers import found_sample_town


@pytest.fixture(scope="module")
def blanks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blanks")
    write_forms(folder)
    return folder


def changed(path: Path, change) -> bytes:
    book = load_workbook(path)
    change(book.worksheets[0])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_form_that_did_not_change_keeps_every_mapping(blanks):
    for name, said in MAPPINGS.items():
        data = (blanks / name).read_bytes()
        mapping = said(opened(data, name))
        found = compared(opened(data, name), opened(data, name), mapping)
        assert (found.mapping, found.told, found.asked) == (mapping, [], []), name


def test_moved_column_keeps_its_field_and_a_new_one_is_asked(blanks):
    def change(sheet):
        sheet.insert_cols(3)
        sheet["C2"] = "是否回访"
        sheet["K2"] = "有无伤亡"  # was 有无死亡

    data = (blanks / BULK).read_bytes()
    mapping = MAPPINGS[BULK](opened(data, BULK))
    found = compared(opened(data, BULK), opened(changed(blanks / BULK, change), BULK), mapping)
    fields = found.mapping.lists[0].columns
    assert {fields[column] for column in fields} == set(mapping.lists[0].columns.values()) - {"death"}
    assert fields[6] == "accepted_on"
    assert "“受理时间”一栏从第5栏移到第6栏。" in found.told
    assert "“有无死亡”一栏没有了，不再填。" in found.told
    assert "新增“是否回访”一栏，请指定填什么。" in found.asked
    assert set(found.mapping.cells) == {"导入模板!A7", "导入模板!F7"}


def test_matrix_with_another_head_keeps_what_is_certain(blanks):
    def change(sheet):
        for cell in sheet[3]:
            if cell.value == "消费":
                cell.value = "预付卡"

    data = (blanks / MONTHLY).read_bytes()
    mapping = MAPPINGS[MONTHLY](opened(data, MONTHLY))
    found = compared(opened(data, MONTHLY), opened(changed(blanks / MONTHLY, change), MONTHLY), mapping)
    assert found.asked == [f"交叉表新增“预付卡 {part}”一列，请指定填什么。" for part in ("化解数", "未化解数")]
    before, after = mapping.matrices[0].columns, found.mapping.matrices[0].columns
    assert [column for column in before if after[column] != before[column]] == [24, 25]


def test_matrix_of_a_word_form_is_found_again_in_another_table():
    villages, kinds = ["松溪村", "东浦村"], ("邻里", "消费")
    old = opened(word_matrix(villages, kinds), "统计表.docx")
    mapping = mapped(old)
    cells = {f"t1.r{row}.c{column}" for row in (3, 4, 5) for column in range(2, 6)}
    assert set(mapped_places(old, mapping)) == cells - {"t1.r5.c5"}, "a formula is left alone"
    same = compared(old, opened(word_matrix(villages, kinds), "统计表.docx"), mapping)
    assert (same.mapping, same.told, same.asked) == (mapping, [], [])
    new = opened(word_matrix([*villages, "石桥村"], ("邻里", "预付卡"), behind=True), "统计表.docx")
    found = compared(old, new, mapping)
    assert found.asked == [f"交叉表新增“预付卡 {part}”一列，请指定填什么。" for part in PARTS]
    after = found.mapping.matrices[0]
    assert (after.where, after.first, after.last) == ("t2", 3, 6)
    assert [column for column in after.columns if after.columns[column] == mapping.matrices[0].columns[column]] == [
        2,
        3,
    ]
    gone = compared(old, opened(word_matrix(villages, ("劳资",)), "统计表.docx"), mapping)
    assert gone.mapping.matrices == () and "找不到了" in gone.asked[0]


@pytest.mark.django_db
def test_form_travels_as_one_file_and_its_change_is_asked(blanks):
    town = found_sample_town()
    moment = moment_for(acting_as_command(town, "form"), timezone.now())
    data = (blanks / MONTHLY).read_bytes()
    form = keep_form(data, "月报.xlsx", "月报", moment, owner="区司法局", due_day=5)
    assert data[100:300] not in bytes(form.blank), "the blank lies encrypted"
    assert forms_due(town.id, moment.today) == [], "nothing has been said of it"
    say(form, MAPPINGS[MONTHLY](opened(data, MONTHLY)), moment)
    assert [(one.form.name, one.due_on.day) for one in forms_due(town.id, moment.today)] == [("月报", 5)]
    package = carried(form)
    with pytest.raises(FormError, match="已经有一份叫“月报”的表"):
        load_carried(package, moment)
    form.name = "月报（旧）"
    form.save(update_fields=["name"])
    there = load_carried(package, moment)
    assert blank_bytes(there) == data
    assert mapping_of(there) == mapping_of(form)
    longer = opened(data, MONTHLY)
    longer.insert("月报", 2, 1)
    found = change_blank(there, longer.saved(), "新.xlsx", moment)
    assert found.asked == there.asked == []
    assert "交叉表从 B6 移到 B7。" in found.told
    for wrong in (b"PK", data):
        with pytest.raises(FormError, match="不是从本系统导出的表"):
            load_carried(wrong, moment)
