"""Photos that come with a registration or a step: on record with it, kept while the form is refused, never asked for."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guiju.kernel.evidence.api import Evidence
from tests.staffed_towns import MEDIATOR, found_staffed_town, hidden_fields, matter_of, send, signed_in, unit_id

FORM = "/register/mediation/file/"
pytestmark = pytest.mark.django_db


def photo(name: str = "示例.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"\xff\xd8\xff\xe0 photo" + name.encode(), "image/jpeg")


def test_photos_are_on_record_with_registration_and_step():
    town = found_staffed_town()
    client = signed_in(MEDIATOR)
    values = {
        "unit": unit_id(town),
        "applicant": "示例甲",
        "respondent": "示例乙",
        "photos": [photo(), photo("示例2.jpg")],
    }
    matter = matter_of(send(client, FORM, **values))
    assert Evidence.objects.filter(matter_id=matter, kind="photo").count() == 2
    matter_of(send(client, f"/matters/{matter}/steps/accept/", photos=photo("示例3.jpg")))
    kept = Evidence.objects.order_by("-id").first()
    assert kept.matter_id == matter
    assert kept.sha256[:12] in client.get(f"/matters/{matter}/").content.decode()


def test_photo_of_a_refused_form_need_not_be_chosen_again():
    town = found_staffed_town()
    client = signed_in(MEDIATOR)
    opened = client.get(FORM).content.decode()
    refused = client.post(FORM, {**hidden_fields(opened), "unit": unit_id(town), "photos": photo()}).content.decode()
    kept = re.search(r'name="kept" value="([^"]+)"', refused)[1]
    assert not Evidence.objects.exists()
    values = {"unit": unit_id(town), "applicant": "示例甲", "respondent": "示例乙", "kept": kept}
    matter_of(send(client, FORM, **values))
    assert Evidence.objects.count() == 1
