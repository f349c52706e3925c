"""上传材料: a photo taken now or a file chosen, one at a time; without a name of its own it is called what it is."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guiju.kernel.evidence.api import Evidence
from guiju.kernel.ledger.api import open_values
from tests.staffed_towns import MEDIATOR, found_staffed_town, matter_of, send, signed_in, unit_id

pytestmark = pytest.mark.django_db


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("示例.jpg", b"\xff\xd8\xff\xe0 photo", "image/jpeg")


def test_photo_goes_straight_onto_the_record():
    town = found_staffed_town()
    client = signed_in(MEDIATOR)
    values = {"unit": unit_id(town), "applicant": "示例甲", "respondent": "示例乙"}
    path = f"/matters/{matter_of(send(client, '/register/mediation/file/', **values))}/evidence/"
    page = client.get(path).content.decode()
    assert page.index('capture="environment"') < page.index('name="file"')
    assert "还没有文件" in client.post(path, {"kind": "photo"}).content.decode()
    both = client.post(path, {"kind": "photo", "taken": photo(), "file": photo()})
    assert "只留一份" in both.content.decode()
    assert not Evidence.objects.exists()
    matter = matter_of(client.post(path, {"kind": "photo", "taken": photo()}))
    kept = Evidence.objects.get(matter_id=matter)
    assert (kept.kind, open_values([kept.title])[kept.title]) == ("photo", "照片")
