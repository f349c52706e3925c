"""A period that the rulepacks of the town do not set breaks no page: form and matter say that it is not counted."""

import pytest
from django.utils import timezone

from guiju.commands.doctor import remarks, unset
from tests.staffed_towns import CLERK, found_staffed_town, matter_of, send, signed_in, unit_id

pytestmark = pytest.mark.django_db
ORDER = "/register/workorders/diversion_110/"


@pytest.fixture
def plain_town(settings):
    settings.GUIJU_RULEPACKS = ["cn", "cn-sh"]
    return found_staffed_town()


def test_matter_and_its_steps_open_and_say_so(plain_town):
    client, today = signed_in(CLERK), timezone.localdate().isoformat()
    form = client.get(ORDER).content.decode()
    assert "diversion.contact" in form
    values = {"dispatched_on": today, "destination": "mediation", "unit": unit_id(plain_town), "facts": "示例"}
    matter = matter_of(send(client, ORDER, **values))
    page = client.get(f"/matters/{matter}/").content.decode()
    assert "“登记分流工单”起算的期限（diversion.contact）规则包里没有设定" in page
    assert client.get(f"/matters/{matter}/steps/contact/").status_code == 200


@pytest.mark.usefixtures("plain_town")
def test_doctor_names_procedure_step_and_rule():
    assert [line for line in remarks() if "登记分流工单" in line and "diversion.contact" in line]


def test_installation_with_all_rulepacks_lacks_none():
    assert unset() == []
