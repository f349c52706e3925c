"""Whatever file is sent to the page of imports, one Chinese sentence answers it and nothing is half imported."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guiju.exchange.importing.tests.made_registers import CONSULTATIONS, consultation, entries, found_town
from guiju.exchange.models import ImportBatch
from guiju.exchange.sheets.tests.made_workbooks import xlsx, xlsx_of
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.legal_services.models import ServiceDetail

GOOD = xlsx_of([CONSULTATIONS, consultation()])


@pytest.fixture
def clerk(db: None) -> Client:
    """The browser of a clerk of an invented town."""
    found_town()
    client = Client()
    client.force_login(get_user_model().objects.get(username="yuanxi.clerk"))
    return client


def sent(client: Client, data: bytes, name: str = "咨询.xlsx") -> Any:
    return client.post(reverse("import"), {"file": SimpleUploadedFile(name, data)})


def bomb() -> bytes:
    """A small archive that unpacks to thirty million blanks."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("xl/workbook.xml", b"<workbook/>")
        out.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    return target.getvalue()


def csv_renamed() -> bytes:
    return "日期,服务点\n2026-03-02,站\n".encode()


def cut_short() -> bytes:
    return GOOD[: len(GOOD) // 2]


@pytest.mark.parametrize(
    ("made", "said"),
    [(cut_short, "已损坏"), (bomb, "解压后大得不正常"), (csv_renamed, "CSV"), (bytes, "这个文件是空的")],
)
def test_bad_file_is_refused_and_nothing_is_kept(clerk: Client, made: Callable[[], bytes], said: str) -> None:
    before = entries()
    page = sent(clerk, made())
    assert page.status_code == 200
    assert said in page.content.decode()
    assert not ImportBatch.objects.exists()
    assert entries() == before


def test_file_over_the_limit_is_refused_by_its_size(clerk: Client) -> None:
    page = sent(clerk, bytes(51 * 1024 * 1024), "全镇.xlsx").content.decode()
    assert "《全镇.xlsx》有 51 MB，超过 50 MB 的上限" in page
    assert not ImportBatch.objects.exists()


def test_formula_counts_as_the_result_that_was_saved_with_it(clerk: Client) -> None:
    def fill(sheet: Any, book: Any) -> None:
        sheet.write_row(0, 0, list(CONSULTATIONS))
        for column, value in enumerate(consultation(day="2026-03-02")):
            if value is not None:
                sheet.write(1, column, value)
        sheet.write_formula(1, list(CONSULTATIONS).index("人次"), "=1+2", None, 3)

    assert sent(clerk, xlsx(fill)).status_code == 302
    batch = ImportBatch.objects.get()
    clerk.post(reverse("import-carry-out", args=[batch.pk]))
    assert ServiceDetail.objects.get().attendances == 3


def test_million_blank_rows_are_no_obstacle(clerk: Client) -> None:
    def fill(sheet: Any, book: Any) -> None:
        framed = book.add_format({"border": 1})
        sheet.write_row(0, 0, list(CONSULTATIONS))
        for column, value in enumerate(consultation(day="2026-03-02")):
            if value is not None:
                sheet.write(1, column, value)
        for number in (2, 500_000, 1_048_575):
            sheet.write_blank(number, 0, None, framed)

    assert sent(clerk, xlsx(fill)).status_code == 302
    page = clerk.get(reverse("import-preview", args=[ImportBatch.objects.get().pk]))
    assert page.context["counts"]["good"] in ("1", 1)
    assert not Matter.objects.exists()
