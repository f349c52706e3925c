"""The page of figures: a year that is none, a setting that is no day; both are told, neither breaks the page."""

import datetime as dt

import pytest
from django.utils import timezone

from guiju.kernel.organisation.api import plan_setting
from guiju.kernel.procedure.api import apply, forget_directory
from guiju.web.desk.figures import shown
from tests.staffed_towns import CLERK, found_staffed_town, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("year", ["0000", "0001", "1999", "9999", "12345", "二〇二二", "²²²²", ""])
def test_year_that_is_none_is_this_year(year):
    found_staffed_town()
    page = signed_in(CLERK).get("/figures/", {"year": year})
    assert page.status_code == 200
    assert f"{timezone.localdate().year}年的数字" in page.content.decode()


def test_setting_that_is_no_day_is_told_with_its_name():
    town = found_staffed_town()
    since = dt.date(2023, 1, 1)
    plan = plan_setting(town.id, "system:test", "report.cutoff.mediation", "13-45", since)
    apply([plan], timezone.now())
    forget_directory()
    client = signed_in(CLERK)
    for path in ("/figures/", "/figures/mediation.resolved/"):
        page = client.get(path, {"year": "2023"})
        assert page.status_code == 200, path
        assert "report.cutoff.mediation" in page.content.decode()


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1204, "件", "1,204"),
        (None, "%", "—"),
        ("348800.00", "元", "348,800"),
        ("120.50", "元", "120.50"),
        ("1+2+24", "个", "1+2+24"),
    ],
)
def test_value_is_written_as_people_read_it(value, unit, text):
    assert shown(value, unit) == text
