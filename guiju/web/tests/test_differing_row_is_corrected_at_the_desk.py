"""A row whose number is on record with other values is offered as a correction: chosen by a person, kept on record."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guiju.exchange.importing.tests.made_registers import CONSULTATIONS, consultation, found_town
from guiju.exchange.models import ImportBatch
from guiju.exchange.sheets.tests.made_workbooks import xlsx_of
from guiju.kernel.ledger.api import Entry
from guiju.mechanisms.legal_services.models import ServiceDetail


@pytest.fixture
def clerk(db: None) -> Client:
    """The browser of a clerk of an invented town."""
    found_town()
    client = Client()
    client.force_login(get_user_model().objects.get(username="yuanxi.clerk"))
    return client


def uploaded(client: Client, attendances: int) -> str:
    """Upload one consultation; returns the address of its preview."""
    data = xlsx_of([CONSULTATIONS, consultation(人次=attendances)])
    return client.post(reverse("import"), {"file": SimpleUploadedFile("咨询.xlsx", data)}).url


def carry_out(client: Client, preview: str, **chosen: object) -> None:
    batch = ImportBatch.objects.latest("id")
    assert preview == reverse("import-preview", args=[batch.pk])
    client.post(reverse("import-carry-out", args=[batch.pk]), chosen)


def test_chosen_correction_changes_the_record_and_tells_the_old_value(clerk: Client) -> None:
    carry_out(clerk, uploaded(clerk, 2))
    preview = uploaded(clerk, 3)
    (row,) = clerk.get(preview).context["differing"]
    assert "已登记“2”，表里是“3”" in row["text"]
    carry_out(clerk, preview, correct=row["key"])
    assert ServiceDetail.objects.get().attendances == 3
    entry = Entry.objects.latest("index")
    assert entry.kind == "correction"
    assert '"old":"2"' in entry.body


def test_unchosen_difference_stays_as_it_was(clerk: Client) -> None:
    carry_out(clerk, uploaded(clerk, 2))
    before = Entry.objects.count()
    carry_out(clerk, uploaded(clerk, 3))
    assert ServiceDetail.objects.get().attendances == 2
    assert Entry.objects.count() == before
