"""Every file that is no readable workbook is answered with one Chinese sentence, quickly and without harm."""

from __future__ import annotations

import io
import zipfile

import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.exchange.sheets.api import Limits, UnreadableWorkbook, read_workbook
from guiju.exchange.sheets.tests.made_workbooks import with_sheet_xml, xls_of, xlsx, xlsx_of

GOOD = xlsx_of([["编号", "日期"], ["松调1", "2022.3.5"]])
OLD = xls_of([["编号", "日期"], ["松调1", "2022.3.5"]])


def message(data: bytes, name: str = "台账.xlsx", limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableWorkbook) as caught:
        read_workbook(data, name, limits)
    return caught.value.message


def archive(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members.items():
            out.writestr(name.replace("__", "/"), data)
    return target.getvalue()


def test_a_text_file_renamed_is_told_from_a_workbook():
    assert "CSV" in message("编号,日期\n松调1,2022.3.5\n".encode())
    assert "CSV" in message("编号,日期\n松调1,2022.3.5\n".encode("gbk"))


def test_a_web_page_named_xls_is_told_from_a_workbook():
    assert "网页" in message(b"<html><table><tr><td>1</td></tr></table></html>", "导出.xls")


def test_an_empty_file_and_an_empty_workbook_are_named():
    assert "空文件" in message(b"")
    assert "没有内容" in message(xlsx_of([]))


def test_a_truncated_workbook_is_called_damaged():
    assert "已损坏" in message(GOOD[: len(GOOD) // 2])
    assert "已损坏" in message(with_sheet_xml(GOOD, lambda xml: xml[: len(xml) // 2]))


def test_a_file_over_the_limit_is_refused_by_its_size(tmp_path):
    path = tmp_path / "大表.xlsx"
    with path.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    with pytest.raises(UnreadableWorkbook, match="有 60 MB，超过 50 MB"):
        read_workbook(path)


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = archive(**{"xl__workbook.xml": b"<workbook/>", "xl__worksheets__sheet1.xml": b" " * 30_000_000})
    assert len(bomb) < 100_000
    assert "解压后大得不正常" in message(bomb)


def test_more_parts_than_any_workbook_has_are_refused():
    many = archive(**{f"part{number}": b"" for number in range(60)}, **{"xl__workbook.xml": b"<workbook/>"})
    assert "解压后大得不正常" in message(many, limits=Limits(members=50))


def test_macros_are_refused():
    assert "宏" in message(archive(**{"xl__workbook.xml": b"<workbook/>", "xl__vbaProject.bin": b"x"}))
    assert "宏" in message(GOOD, "台账.xlsm")


def test_a_password_is_named_as_the_reason():
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert "密码" in message(locked)


def test_other_archives_are_no_workbooks():
    assert "不是 .xlsx 工作簿" in message(archive(**{"word__document.xml": b"<w/>"}))


def test_a_lone_value_at_the_far_end_is_refused_with_its_place():
    far = xlsx(lambda sheet, _: (sheet.write(0, 0, "编号"), sheet.write(1_048_575, 16_383, "误填")))
    assert "XFD1048576" in message(far)


def test_a_lone_value_at_the_far_end_of_an_old_workbook_is_refused():
    book = xlwt.Workbook()
    sheet = book.add_sheet("台账")
    sheet.write(0, 0, "编号")
    sheet.write(65_535, 255, "误填")
    target = io.BytesIO()
    book.save(target)
    assert "IV65536" in message(target.getvalue(), "台账.xls")


def test_a_far_cell_in_a_row_that_says_otherwise_is_still_found():
    lying = with_sheet_xml(GOOD, lambda xml: xml.replace('r="A2"', 'r="XFD1048576"'))
    assert "XFD1048576" in message(lying)


def test_a_million_blank_rows_with_formats_are_no_obstacle():
    def fill(sheet, book):
        framed = book.add_format({"border": 1})
        sheet.write_row(0, 0, ["编号", "日期"])
        sheet.write_row(1, 0, ["松调1", "2022.3.5"])
        for number in (2, 500_000, 1_048_575):
            sheet.write_blank(number, 16_383, None, framed)

    assert read_workbook(xlsx(fill), "台账.xlsx").sheets[0].height == 2


@pytest.mark.parametrize("rest", ['<c t="inlineStr"><is><t>甲</t></is></c>', "<c><v>1</v></c>"])
def test_cells_without_an_address_are_measured_by_their_number(rest):
    loose = with_sheet_xml(
        GOOD, lambda xml: xml.replace("</sheetData>", f'<row r="1048000">{rest * 40}</row></sheetData>')
    )
    assert "万格的上限" in message(loose)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_damaged_xlsx_is_read_or_refused_but_never_worse(damage):
    data = bytearray(GOOD)
    for place, byte in damage:
        data[place] = byte
    try:
        assert read_workbook(bytes(data), "台账.xlsx").sheets
    except UnreadableWorkbook as refusal:
        assert "《台账.xlsx》" in refusal.message or "工作表" in refusal.message


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(OLD) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_damaged_xls_is_read_or_refused_but_never_worse(damage):
    data = bytearray(OLD)
    for place, byte in damage:
        data[place] = byte
    try:
        assert read_workbook(bytes(data), "台账.xls").sheets
    except UnreadableWorkbook as refusal:
        assert refusal.message.endswith("。")


def test_an_old_workbook_that_asks_for_absurd_memory_ends_only_its_own_process():
    # The reading library reserves memory by the extent that the DIMENSIONS record claims.
    at = OLD.index(b"\x00\x02\x0e\x00")
    absurd = OLD[: at + 8] + (0x7FFFFFFF).to_bytes(4, "little") + OLD[at + 12 :]
    assert "已损坏" in message(absurd, "台账.xls")
