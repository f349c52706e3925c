"""A number typed into a form joins the matter that has it; an unknown one is said, never lost."""

import pytest
from django.utils import timezone

from guiju.kernel.matters.api import Matter, Origin
from tests.staffed_towns import CLERK, COMMITTEE, found_staffed_town, matter_of, send, signed_in, unit_id

TODAY = timezone.localdate().isoformat()
pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return found_staffed_town()


def order(client, town, number):
    unit = unit_id(town)
    return matter_of(
        send(
            client,
            "/register/workorders/diversion_110/",
            dispatched_on=TODAY,
            destination="mediation",
            unit=unit,
            number=number,
        )
    )


def mediation(client, town, **values):
    return send(client, "/register/mediation/file/", unit=unit_id(town), applicant="示例甲", **values)


def test_mediation_that_names_an_order_arises_from_it(town):
    client = signed_in(CLERK)
    source = order(client, town, "FL示例0001")
    found = matter_of(mediation(client, town, source="police_110", source_number="FL示例0001"))
    assert Origin.objects.filter(matter_id=found, source_id=source).count() == 1


def test_unknown_number_is_kept_and_said(town):
    client = signed_in(CLERK)
    found = matter_of(mediation(client, town, source_number="FL无此号"))
    assert not Origin.objects.filter(matter_id=found).exists()
    page = client.get(f"/matters/{found}/").content.decode()
    assert "没有找到编号“FL无此号”的事项" in page


def test_number_that_a_step_needs_must_be_on_record(town):
    client = signed_in(CLERK)
    source = order(client, town, "FL示例0002")
    answer = send(client, f"/matters/{source}/steps/link_mediation/", mediation_number="松人调〔1999〕1号")
    assert answer.status_code == 200
    assert "没有编号“松人调〔1999〕1号”" in answer.content.decode()
    found = matter_of(mediation(client, town))
    number = Matter.objects.get(id=found).number
    matter_of(send(client, f"/matters/{source}/steps/link_mediation/", mediation_number=number))
    assert Origin.objects.filter(matter_id=found, source_id=source).count() == 1


def test_number_of_another_unit_is_not_told(town):
    client = signed_in(CLERK)
    other = Matter.objects.get(id=matter_of(mediation(client, town)))
    elsewhere = signed_in("dongpu")
    answer = send(
        elsewhere,
        "/register/mediation/file/",
        unit=unit_id(town, COMMITTEE.replace("松溪", "东浦")),
        applicant="示例乙",
        source_number=other.number,
    )
    assert not Origin.objects.filter(matter_id=matter_of(answer)).exists()
