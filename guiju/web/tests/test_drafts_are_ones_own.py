"""Drafts: kept encrypted beside the record, given back to their owner alone, gone when the form is sent or after 30 days."""

import datetime as dt

import pytest
from django.utils import timezone

from guiju.kernel.ledger.api import Entry
from guiju.web.drafts import KEPT, LARGEST
from guiju.web.models import FormDraft
from tests.staffed_towns import CLERK, MEDIATOR, found_staffed_town, matter_of, send, signed_in, unit_id

FORM = "/register/mediation/file/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return found_staffed_town()


def save(client, path=FORM, **typed):
    return client.post(f"/drafts/?of={path}", typed)


def test_draft_is_given_back_to_its_owner_alone(town):
    client = signed_in(CLERK)
    entries = Entry.objects.count()
    assert save(client, applicant="示例甲", facts="示例：围墙占沟").status_code == 200
    page = client.get(FORM).content.decode()
    assert "示例：围墙占沟" in page
    assert "草稿已存" in page
    assert "示例：围墙占沟" not in signed_in(MEDIATOR).get(FORM).content.decode()
    assert Entry.objects.count() == entries


def test_nothing_of_a_draft_lies_in_clear(town):
    save(signed_in(CLERK), facts="示例：围墙占沟")
    assert "围墙".encode() not in bytes(FormDraft.objects.get().content)


def test_draft_goes_when_the_form_is_sent(town):
    client = signed_in(CLERK)
    save(client, applicant="示例甲")
    matter_of(send(client, FORM, unit=unit_id(town), applicant="示例甲", draft="1"))
    assert not FormDraft.objects.exists()


def test_refused_form_keeps_its_draft(town):
    client = signed_in(CLERK)
    save(client, facts="示例")
    assert send(client, FORM, facts="示例", draft="1").status_code == 200
    assert FormDraft.objects.count() == 1


def test_draft_is_thrown_away_on_request(town):
    client = signed_in(CLERK)
    save(client, facts="示例：围墙占沟")
    assert client.post(f"/drafts/discard/?of={FORM}").url == FORM
    assert "示例：围墙占沟" not in client.get(FORM).content.decode()


def test_draft_is_kept_thirty_days(town):
    client = signed_in(CLERK)
    save(client, facts="示例：围墙占沟")
    FormDraft.objects.update(saved_at=timezone.now() - KEPT - dt.timedelta(minutes=1))
    assert "示例：围墙占沟" not in client.get(FORM).content.decode()
    save(client, "/register/mediation/oral/", facts="示例")
    assert FormDraft.objects.count() == 1


@pytest.mark.parametrize("path", ["/matters/", "https://example.invalid/", "", "/matters/999999/steps/accept/"])
def test_only_forms_that_the_person_may_open_have_drafts(town, path):
    client = signed_in(CLERK)
    assert save(client, path, facts="示例").status_code == 404
    assert client.post(f"/drafts/discard/?of={path}").status_code == 404


def test_draft_that_is_too_long_is_not_kept(town):
    answer = save(signed_in(CLERK), facts="长" * LARGEST)
    assert answer.status_code == 413
    assert not FormDraft.objects.exists()
