"""The district asks its towns: each sees and answers its own, from its records where these give it; none sees another's."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.exchange.returns.district import district_rounds
from guiju.exchange.returns.models import OwingUnit, ToldFigure
from guiju.kernel.indicators.api import Period, completeness_of, indicator_of
from guiju.kernel.ledger.api import verify_town
from guiju.kernel.organisation.api import Town
from guiju.reports.tests.made_town import TODAY, MadeTown, client_of, made_town
from tests.staffed_towns import CLERK, VILLAGE_CLERK, found_staffed_town, signed_in

OURS = "legal_service.station_consultations"
VIEWER, YEAR = "gu.qsfj", Period(dt.date(2022, 1, 1), dt.date(2022, 12, 31))
ASKED = {
    "title": "公共法律服务年报", "notice": "关于报送公共法律服务数据的通知", "period_from": "2022-01-01",
    "period_to": "2022-12-31", "due_on": "2023-01-31", "force": "internal", "towns": ["shili", "qinghe"],
    "figures": [OURS], "others": "网格员 人 期末数",
}  # fmt: skip
pytestmark = pytest.mark.django_db


@pytest.fixture
def towns(settings) -> tuple[Town, MadeTown]:
    """Two towns of one district, with consultations in one of them; and a third of another district."""
    settings.GUIJU_TODAY = TODAY.isoformat()
    viewing, counted = found_staffed_town(), made_town()
    Town.objects.filter(id=counted.town.id).update(district=viewing.district)
    made_town("yuanchu", "远处镇")
    Town.objects.filter(code="yuanchu").update(district="另一区")
    counted.consult(dt.date(2022, 10, 10), attendances=3, client="丙示例人")
    return viewing, counted


def text_of(response) -> str:
    assert response.status_code == 200, response
    return response.content.decode()


def ask(**changed) -> str:
    """Put the round before the towns; the address of its page."""
    answer = signed_in(VIEWER).post("/district/returns/new/", ASKED | changed)
    assert answer.status_code == 302, answer.content.decode()
    return answer.url


def owed_in(town: Town) -> int:
    return OwingUnit.objects.get(town=town).id


def test_town_answers_with_what_its_records_give_and_types_only_the_rest(towns):
    viewing, counted = towns
    page, viewer, clerk = ask(), signed_in(VIEWER), client_of(counted, "clerk")
    opened = text_of(viewer.get(page))
    assert "0/2" in opened and "还没有收到的：青禾镇、示例镇" in opened
    assert "公共法律服务年报" in text_of(clerk.get("/")) and "区里要的" in text_of(clerk.get("/returns/"))
    own = f"/returns/units/{owed_in(counted.town)}/"
    shown = text_of(clerk.get(own))
    assert (
        "<b>3</b> 人次" in shown
        and "截至 2022-12-31，报送 未设报送" in shown
        and shown.count('<input class="g-inp"') == 1
    )
    assert "还差一个数字：网格员" in text_of(clerk.post(own, {"do": "figures"}))
    asked = {field["label"]: field["name"] for field in clerk.get(own).context["figures"]}
    text_of(clerk.post(own, {"do": "figures", asked["网格员"]: "12"}, follow=True))
    assert "公共法律服务年报" not in text_of(clerk.get("/"))
    told = text_of(viewer.get(page))
    assert "1/2" in told and "截至 2022-12-31，报送 未设报送" in told and "镇里填报，没有记录" in told
    assert "还没有收到的：青禾镇。" in told and "丙示例人" not in told
    assert "各镇还没有报齐的" in text_of(viewer.get("/")) and "1/2" in text_of(viewer.get("/"))
    assert "2023-01-01 至 2023-12-31" in text_of(viewer.post(f"{page}again/", follow=True))
    assert "收口" in text_of(viewer.post(f"{page}close/", follow=True))
    assert "已经收口" in text_of(clerk.post(own, {"do": "figures", asked["网格员"]: "13"}))
    assert verify_town(counted.town.id).whole and verify_town(viewing.id).whole


def test_locked_figure_is_told_as_it_was_locked(towns):
    _, counted = towns
    counted.set("report.cutoff.legal_service", "10-31")
    clerk = client_of(counted, "clerk")
    counted.confirm()
    assert clerk.post("/report/2022/lock/", {"sure": "1"}).status_code == 302
    ask(others="")
    counted.consult(dt.date(2022, 10, 11))
    clerk.post(f"/returns/units/{owed_in(counted.town)}/", {"do": "figures"})
    told = ToldFigure.objects.get(town=counted.town)
    assert (told.value, told.derived, told.as_of) == (3, 3, dt.date(2022, 10, 31))
    assert told.definition.startswith("年度报告锁定的数字")


def test_town_sees_neither_another_towns_answer_nor_the_districts_pages(towns):
    viewing, counted = towns
    page, other = ask(), signed_in(CLERK)
    theirs = owed_in(counted.town)
    assert other.get(f"/returns/units/{theirs}/").status_code == 404
    assert other.get(page).status_code == 403 and other.get("/district/returns/").status_code == 403
    assert "示例镇" not in text_of(other.get(f"/returns/units/{owed_in(viewing)}/"))
    assert signed_in(VILLAGE_CLERK).get(f"/returns/units/{owed_in(viewing)}/").status_code == 404
    apart = Town.objects.get(code="yuanchu")
    assert not OwingUnit.objects.filter(town=apart).exists() and district_rounds([apart]) == []


def test_round_of_the_district_is_no_round_of_the_towns_units(towns):
    _, counted = towns
    ask()
    clerk, key = client_of(counted, "clerk"), OwingUnit.objects.get(town=counted.town).round_id
    assert completeness_of(counted.town.id, [(indicator_of(OURS), YEAR)]) == [None]
    assert clerk.get(f"/returns/{key}/").status_code == 404
    assert clerk.post(f"/returns/{key}/close/").status_code == 404
    assert "还没有登记镇人民政府" not in text_of(signed_in(VIEWER).get("/district/returns/new/"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"towns": []}, "请选要报的镇"),
        ({"figures": [], "others": ""}, "要报的台账"),
        ({"others": "网格员 人\n网格员 人"}, "要了两次"),
    ],
)
def test_round_that_cannot_be_is_refused(towns, changed, said):
    answer = signed_in(VIEWER).post("/district/returns/new/", ASKED | changed)
    assert said in text_of(answer)
    assert not OwingUnit.objects.exists()
