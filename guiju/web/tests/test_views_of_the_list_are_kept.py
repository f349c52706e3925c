"""Views of the list: kept under a name for oneself or one's unit, without what was searched for; several matters at once are exported or printed."""

import io

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from guiju.kernel.matters.api import Matter
from guiju.web.models import SavedView
from tests.staffed_towns import CLERK, MEDIATOR, found_staffed_town, matter_of, send, signed_in, unit_id

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate().isoformat()


@pytest.fixture
def clerk():
    town = found_staffed_town()
    client = signed_in(CLERK)
    for name in ("示例甲", "示例丙", "示例丁"):
        values = {"unit": unit_id(town), "applicant": name, "respondent": "示例乙"}
        matter = matter_of(send(client, "/register/mediation/file/", **values))
    send(client, f"/matters/{matter}/steps/accept/", accepted_on=TODAY)
    return client


def keep(client, query="state=open&q=示例甲", **more):
    return client.post(f"/matters/views/?{query}", {"do": "keep", "name": "在办的", **more})


def page(client, path):
    return client.get(path).content.decode()


def test_a_view_keeps_its_filters_and_no_name_that_was_searched_for(clerk):
    assert keep(clerk).url == "/matters/?state=open"
    assert SavedView.objects.get().query == "state=open"
    assert "办理：在办" in page(clerk, "/matters/views/")


def test_the_list_opens_with_the_usual_view_and_all_can_be_asked_for(clerk):
    keep(clerk, "mechanism=mediation", usual="1")
    assert clerk.get("/matters/").url == "/matters/?mechanism=mediation"
    assert clerk.get("/matters/?all=1").status_code == 200
    view = SavedView.objects.get()
    clerk.post("/matters/views/", {"do": "all", "view": view.id})
    assert clerk.get("/matters/").status_code == 200
    clerk.post("/matters/views/", {"do": "drop", "view": view.id})
    assert not SavedView.objects.exists()


def test_a_view_of_a_unit_is_seen_there_and_deleted_by_its_keeper_alone(clerk):
    keep(clerk, "mechanism=mediation", name="本所调解", shared="1")
    other = signed_in(MEDIATOR)
    assert "本所调解" not in page(other, "/matters/?all=1")
    other.post("/matters/views/", {"do": "drop", "view": SavedView.objects.get().id})
    assert SavedView.objects.count() == 1


def test_what_is_wrong_with_a_name_is_said(clerk):
    answer = keep(clerk, name="长" * 21)
    assert answer.status_code == 400 and "20 个字以内" in answer.content.decode()
    assert keep(clerk, "").status_code == 400


def test_chosen_rows_are_exported_and_printed_and_no_others(clerk):
    first, second, third = Matter.objects.order_by("id")
    chosen = {"chosen": [first.id, third.id, 10**9]}
    book = clerk.post("/matters/chosen/", {**chosen, "do": "export"}).content
    text = str(CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python())
    assert first.number in text and third.number in text and second.number not in text
    sheet = clerk.post("/matters/chosen/", {**chosen, "do": "print"}).content.decode()
    assert first.number in sheet and second.number not in sheet and "data-print" in sheet
    assert second.number in page(clerk, "/matters/print/?state=open")


def test_matters_are_narrowed_to_those_due_within_a_week(clerk):
    assert "没有符合这些条件的事项" in page(clerk, "/matters/?due=late")
    assert "七日内到期" in page(clerk, "/matters/?due=week")
