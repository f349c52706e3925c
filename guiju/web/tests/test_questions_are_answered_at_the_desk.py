"""What an import asks is answered at the desk: by yes, by no, or by writing what is missing; sums stand beside ours."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    LOG,
    MEDIATIONS,
    book,
    consultation,
    found_town,
    imported,
    log_row,
    mediation,
)
from guiju.exchange.models import ImportBatch
from guiju.exchange.sheets.tests.made_workbooks import xlsx_of
from guiju.kernel.matters.api import Matter, Participation

EQUAL = [consultation(number=""), consultation(number="")]
SUMS = [("合计", *[""] * 7, 3)]


@pytest.fixture
def clerk(client, db):
    found_town()
    client.force_login(get_user_model().objects.get(username="yuanxi.clerk"))
    return client


def uploaded(client, *rows):
    """Upload one sheet; returns the page of its preview."""
    file = SimpleUploadedFile("台账.xlsx", xlsx_of(list(rows)))
    return client.get(client.post(reverse("import"), {"file": file}).url)


def answered(client, page, **told):
    """Send the form of questions and return the page that follows."""
    return client.get(client.post(page.request["PATH_INFO"], told).url)


@pytest.mark.parametrize(("answer", "matters"), [("是，也导入", 2), ("不是，只记一次", 1)])
def test_equal_rows_are_taken_in_or_counted_once(clerk, answer, matters):
    page = uploaded(clerk, CONSULTATIONS, *EQUAL)
    (question,) = page.context["questions"]
    value = next(option["value"] for option in question["options"] if option["label"] == answer)
    page = answered(clerk, page, **{question["name"]: value})
    assert page.context["counts"]["good"] == str(matters)
    clerk.post(reverse("import-carry-out", args=[ImportBatch.objects.get().pk]))
    assert Matter.objects.count() == matters


def test_missing_number_is_written_in_and_may_be_written_anew(clerk):
    imported(book(MEDIATIONS, [mediation()]))
    page = uploaded(clerk, LOG, log_row("1", "人民调解"))
    (question,) = page.context["questions"]
    page = answered(clerk, page, **{question["name"]: "", question["typed"]: "没有这一件"})
    assert page.context["counts"]["good"] == 0
    page = answered(clerk, page, **{question["typed"]: " 林人调〔2026〕1号 "})
    assert page.context["counts"]["good"] == "1"
    clerk.post(reverse("import-carry-out", args=[ImportBatch.objects.get().pk]))
    assert Participation.objects.filter(name="方正言").count() == 1


def test_sums_of_the_sheet_stand_beside_ours_before_and_after(clerk):
    page = uploaded(clerk, CONSULTATIONS, consultation(), SUMS[0])
    told = "表上人次 3，这里算得 1"
    assert page.context["totals"] == [{"text": told, "agree": False}]
    assert "不符" in page.content.decode()
    result = clerk.post(reverse("import-carry-out", args=[ImportBatch.objects.get().pk]), follow=True)
    assert told in result.content.decode()


def test_rows_to_handle_show_the_columns_in_which_something_is_to_be_handled(clerk):
    page = uploaded(clerk, CONSULTATIONS, consultation(), consultation("远2", 人次="几人"))
    assert [column["heading"] for column in page.context["grid"]["columns"]] == ["登记编号", "服务日期", "人次"]
    (row,) = page.context["grid"]["rows"]
    assert [cell["state"] for cell in row["cells"]] == ["", "", "error"]
    whole = clerk.get(page.request["PATH_INFO"], {"view": "all"}).context["grid"]
    assert [column["heading"] for column in whole["columns"]] == list(CONSULTATIONS)
    assert len(whole["rows"]) == 2
