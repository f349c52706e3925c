"""The archive of a matter is made at the desk by those who keep the file: a purpose, one entry, one package."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter
from tests.staffed_towns import CLERK, LEADER, found_staffed_town, matter_of, send, signed_in, unit_id
from verifier import guiju_verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def matter():
    town, client = found_staffed_town(), signed_in(CLERK)
    values = {"unit": unit_id(town), "applicant": "示例甲", "respondent": "示例乙"}
    key = matter_of(send(client, "/register/mediation/file/", **values))
    matter_of(send(client, f"/matters/{key}/steps/accept/", accepted_on=timezone.localdate().isoformat()))
    return key


def address(matter):
    return reverse("archive", args=[matter])


def test_package_is_given_out_and_the_entry_says_what_for(matter, tmp_path):
    answer = send(signed_in(CLERK), address(matter), purpose="送人民法院")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/zip"
    assert answer["Cache-Control"] == "no-store"
    path = tmp_path / "a.zip"
    path.write_bytes(b"".join(answer.streaming_content))
    assert guiju_verify.main([str(path)]) == 0
    entry = json.loads(Entry.objects.latest("index").body)
    assert (entry["kind"], entry["reason"], entry["matter"]) == ("export", "送人民法院", matter)
    page = signed_in(CLERK).get(reverse("matter", args=[matter])).content.decode()
    assert "制作卷宗" in page


def test_without_a_purpose_nothing_leaves(matter):
    entries = Entry.objects.count()
    answer = signed_in(CLERK).post(address(matter), {"purpose": ""})
    assert answer.status_code == 400
    assert Entry.objects.count() == entries


def test_post_that_keeps_no_files_is_refused_and_not_offered_it(matter):
    client = signed_in(LEADER)
    assert address(matter) not in client.get(reverse("matter", args=[matter])).content.decode()
    answer = client.post(address(matter), {"purpose": "看看"})
    assert answer.status_code == 400
    assert "您的岗位不能制作" in answer.content.decode()


def test_work_secret_is_not_offered(matter):
    assert address(matter) in signed_in(CLERK).get(reverse("matter", args=[matter])).content.decode()
    Matter.objects.filter(id=matter).update(label="work_secret")
    assert address(matter) not in signed_in(CLERK).get(reverse("matter", args=[matter])).content.decode()
    answer = signed_in(CLERK).post(address(matter), {"purpose": "立卷归档"})
    assert "工作秘密" in answer.content.decode()
    assert answer.status_code == 400
