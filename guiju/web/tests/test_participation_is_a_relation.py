"""Somebody's part in a matter is recorded at the desk once, by name and capacity; the earliest day counts."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from guiju.exchange.importing.tests.made_registers import CONSULTATIONS, book, consultation, found_town, imported
from guiju.kernel.matters.api import Matter, Participation


@pytest.fixture
def address(db: None) -> str:
    """Where a participation in an invented town's consultation is recorded."""
    found_town()
    imported(book(CONSULTATIONS, [consultation()]))
    return reverse("join", args=[Matter.objects.get().id])


@pytest.fixture
def clerk(address: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username="yuanxi.clerk"))
    return client


def told(on: str) -> dict[str, str]:
    return {"participant": "路明", "capacity": "legal_adviser", "joined_on": on}


def test_named_person_joins_once_with_the_earliest_day(clerk: Client, address: str) -> None:
    assert clerk.post(address, told("2025-06-03")).status_code == 302
    assert clerk.post(address, told("2025-06-01")).status_code == 302
    again = clerk.post(address, told("2025-06-02"))
    assert "不必再记" in again.content.decode()
    (row,) = Participation.objects.filter(capacity="legal_adviser")
    assert row.joined_on.isoformat() == "2025-06-01"
    assert row.person is not None
    assert row.person.name == "路明"


def test_records_of_a_figure_leave_as_a_workbook(clerk: Client) -> None:
    page = reverse("figure-records", args=["legal_service.station_consultations"])
    response = clerk.get(page, {"year": "2026", "as_of": "2026-12-31"})
    assert response.status_code == 200
    assert response.content[:2] == b"PK"
