"""WeChat neither shows nor saves a paper: the page says how to open it, and nothing is opened yet."""

import pytest

from guiju.kernel.documents.api import Document
from guiju.kernel.ledger.api import Entry
from tests.staffed_towns import MEDIATOR, found_staffed_town, matter_of, send, signed_in, unit_id

WECHAT = "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/100.0.4896.127 Mobile Safari/537.36 MicroMessenger/8.0.40"
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_paper_in_wechat_is_explained(form):
    town = found_staffed_town()
    client = signed_in(MEDIATOR)
    values = {"unit": unit_id(town), "applicant": "示例甲", "respondent": "示例乙"}
    matter = matter_of(send(client, "/register/mediation/file/", **values))
    matter_of(send(client, f"/matters/{matter}/steps/accept/"))
    entries = Entry.objects.count()
    path = f"/matters/{matter}/documents/{Document.objects.get().pk}/{form}/"
    page = client.get(path, HTTP_USER_AGENT=WECHAT).content.decode()
    assert "微信里打不开这份文书" in page
    assert f'data-copy="http://testserver{path}"' in page
    assert Entry.objects.count() == entries
