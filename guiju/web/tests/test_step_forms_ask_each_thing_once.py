"""The form of a step: a claimed step asks its day once, a warning asks for its reason, sent twice it counts once."""

import datetime as dt
import json

import pytest
from django.utils import timezone

from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Finding
from guiju.mechanisms.mediation.models import MediationDetail
from tests.staffed_towns import CLERK, MEDIATOR, found_staffed_town, hidden_fields, matter_of, send, signed_in, unit_id

TODAY = timezone.localdate()
YESTERDAY = TODAY - dt.timedelta(days=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return found_staffed_town()


@pytest.fixture
def file(town):
    unit = unit_id(town)
    answer = send(
        signed_in(CLERK),
        "/register/mediation/file/",
        unit=unit,
        applicant="示例甲",
        respondent="示例乙",
        registered_on=YESTERDAY.isoformat(),
    )
    return matter_of(answer)


def told_by_telephone(day, **values):
    return {"claimed_on": day.isoformat(), "claimed_medium": "telephone", "claimed_by": "陈启明", **values}


def test_claimed_step_asks_for_its_day_once(file):
    page = signed_in(CLERK).get(f"/matters/{file}/steps/accept/?mode=claimed").content.decode()
    assert 'name="claimed_on"' in page
    assert 'name="accepted_on"' not in page


def test_day_of_a_claimed_step_is_the_day_on_record(file):
    client = signed_in(CLERK)
    matter_of(send(client, f"/matters/{file}/steps/accept/?mode=claimed", **told_by_telephone(YESTERDAY)))
    assert MediationDetail.objects.get(matter_id=file).accepted_on == YESTERDAY
    entry = json.loads(Entry.objects.filter(matter_id=file).order_by("-index")[0].body)
    assert (entry["actor"], entry["medium"]) == ("陈启明", "telephone")


def test_wrong_day_of_a_claimed_step_is_said_at_the_day(file):
    client = signed_in(CLERK)
    matter_of(send(client, f"/matters/{file}/steps/accept/", accepted_on=TODAY.isoformat()))
    late = TODAY - dt.timedelta(days=9)
    answer = send(client, f"/matters/{file}/steps/appoint/?mode=claimed", **told_by_telephone(late, mediator="陈启明"))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f"早于受理日期{TODAY.isoformat()}" in page
    assert 'href="#id_claimed_on"' in page


def test_form_sent_twice_is_answered_with_the_first_result(file):
    client = signed_in(CLERK)
    path = f"/matters/{file}/steps/accept/"
    filled = {**hidden_fields(client.get(path).content.decode()), "accepted_on": TODAY.isoformat()}
    first, again = client.post(path, filled), client.post(path, filled)
    assert matter_of(first) == matter_of(again) == file
    assert first.url == again.url
    assert Entry.objects.filter(matter_id=file, kind="step").count() == 1


def test_older_form_is_answered_with_what_changed(file):
    clerk, mediator = signed_in(CLERK), signed_in(MEDIATOR)
    path = f"/matters/{file}/steps/accept/"
    filled = {**hidden_fields(clerk.get(path).content.decode()), "accepted_on": TODAY.isoformat()}
    matter_of(send(mediator, path, accepted_on=YESTERDAY.isoformat()))
    answer = clerk.post(path, filled)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "陈启明办了“受理”" in page
    assert f'value="{TODAY.isoformat()}"' in page
    assert MediationDetail.objects.get(matter_id=file).accepted_on == YESTERDAY


def test_warning_that_only_the_answers_show_asks_for_a_reason(file):
    client = signed_in(CLERK)
    matter_of(send(client, f"/matters/{file}/steps/accept/", accepted_on=YESTERDAY.isoformat()))
    matter_of(send(client, f"/matters/{file}/steps/inform/", informed_on=TODAY.isoformat()))
    matter_of(send(client, f"/matters/{file}/steps/appoint/", mediator="陈启明"))
    path = f"/matters/{file}/steps/mediate/"
    answer = send(client, path, mediated_on=YESTERDAY.isoformat())
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "仍要办理的，请写明理由" in page
    filled = {**hidden_fields(page), "mediated_on": YESTERDAY.isoformat(), "reason_order.mediated_on": "当场口头告知"}
    matter_of(client.post(path, filled))
    finding = Finding.objects.get(matter_id=file, code="order.mediated_on")
    assert (finding.answer, finding.answer_text) == ("reason", "当场口头告知")


def test_refused_registration_keeps_everything_typed(town):
    answer = send(signed_in(CLERK), "/register/mediation/file/", applicant="示例甲", facts="示例：围墙占沟")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "示例：围墙占沟" in page
    assert not Matter.objects.filter(mechanism="mediation").exists()


def test_preview_shows_the_paper_masked_and_writes_nothing(file):
    client = signed_in(CLERK)
    entries = Entry.objects.count()
    answer = send(client, f"/matters/{file}/steps/accept/", accepted_on=TODAY.isoformat(), preview="1")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "预览：" in page
    assert "示某某" in page
    assert "示例甲" not in page
    assert Entry.objects.count() == entries
    assert Matter.objects.get(id=file).stage == "registered"
