"""On a phone, inside WeChat too: a paper is read as a page on the record; any other file is explained before it is opened."""

import pytest
from django.utils import timezone

from guiju.kernel.documents.api import Document
from guiju.kernel.ledger.api import Entry
from tests.staffed_towns import CLERK, MEDIATOR, found_staffed_town, matter_of, send, signed_in, unit_id

WECHAT = "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/100.0.4896.127 Mobile Safari/537.36 MicroMessenger/8.0.40"
EXPLAINED = "微信里打不开这份文件"
pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    """The address of a paper without its form, and its matter."""
    town = found_staffed_town()
    client = signed_in(MEDIATOR)
    values = {"unit": unit_id(town), "applicant": "示例甲", "respondent": "示例乙"}
    matter = matter_of(send(client, "/register/mediation/file/", **values))
    matter_of(send(client, f"/matters/{matter}/steps/accept/"))
    return f"/matters/{matter}/documents/{Document.objects.get().pk}/", matter


def test_paper_is_read_as_a_page_under_the_rights_of_its_matter(paper):
    address, matter = paper
    client, entries = signed_in(MEDIATOR), Entry.objects.count()
    assert f'href="{address}html/"' in client.get(f"/matters/{matter}/").content.decode()
    read = client.get(f"{address}html/", headers={"user-agent": WECHAT})
    page = read.content.decode()
    assert "示例甲" in page and page.count("<h1") == 1
    assert f'href="{address}pdf/"' in page
    assert read["Cache-Control"] == "no-store"
    assert list(Entry.objects.order_by("index")[entries:].values_list("kind", flat=True)) == ["reveal"]
    assert signed_in("dongpu").get(f"{address}html/").status_code == 404


def test_paper_as_a_file_is_explained_and_can_be_read_there(paper):
    address, _ = paper
    client, entries = signed_in(MEDIATOR), Entry.objects.count()
    for form in ("pdf", "docx"):
        page = client.get(f"{address}{form}/", headers={"user-agent": WECHAT}).content.decode()
        assert EXPLAINED in page
        assert f'href="{address}html/"' in page and f'data-copy="http://testserver{address}{form}/"' in page
    assert Entry.objects.count() == entries


def test_other_files_are_explained_whether_a_link_or_a_button_gives_them(paper):
    client, year = signed_in(CLERK), timezone.localdate().year
    opened = {"headers": {"user-agent": WECHAT}}
    for path in ("/matters/export/", f"/tables/mediation.monthly/xlsx/?year={year}", "/catalogue/export/"):
        assert EXPLAINED in client.get(path, **opened).content.decode(), path
    sent = {"headers": {"user-agent": WECHAT, "referer": "http://testserver/matters/"}}
    page = client.post("/matters/chosen/", {"chosen": paper[1], "do": "export"}, **sent).content.decode()
    assert EXPLAINED in page and 'data-copy="http://testserver/matters/"' in page
    entries = Entry.objects.count()
    archive = f"/matters/{paper[1]}/archive/"
    assert EXPLAINED not in client.get(archive, **opened).content.decode()
    assert EXPLAINED in client.post(archive, {"purpose": "立卷归档"}, **opened).content.decode()
    assert Entry.objects.count() == entries
    assert client.get("/matters/export/").headers["Content-Disposition"].startswith("attachment")


def test_papers_of_the_report_are_read_as_pages(paper):
    year = timezone.localdate().year
    client = signed_in(CLERK)
    papers = client.get(f"/report/{year}/papers/").content.decode()
    assert f'href="/report/{year}/papers/notice.html"' in papers
    for name in ("notice", "annex"):
        page = client.get(f"/report/{year}/papers/{name}.html", headers={"user-agent": WECHAT}).content.decode()
        assert '<article class="g-paper' in page and page.count("<h1") == 1
