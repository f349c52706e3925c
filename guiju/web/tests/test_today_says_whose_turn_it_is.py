"""今日: what waits for this person, what for others and for whom; and the figures of the year, loaded beside."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from guiju.kernel.indicators.api import by_month, indicator_of
from guiju.kernel.organisation.api import Account, Person
from guiju.mechanisms.penalty.tests.made_cases import PEOPLE, Desk, found_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return Desk(found_town(), timezone.localdate())


def page_of(desk, code, path="/"):
    person = Person.objects.get(town_id=desk.town.id, name=PEOPLE[code])
    user = get_user_model().objects.create_user(f"示例{code}")
    Account.objects.create(user=user, person=person)
    client = Client()
    client.force_login(user)
    return client.get(path).content.decode()


def part(page, heading, end="</section>"):
    return page.split(f"<h2>{heading}</h2>")[1].split(end)[0]


def test_a_decision_waits_for_the_leader_and_the_team_sees_for_whom(desk):
    desk.noticed()
    team, leader = page_of(desk, "o1", "/?of=all"), page_of(desk, "mayor")
    assert "由行政机关负责人" in part(team, "法定期限") and "作出行政处罚决定" in part(team, "法定期限")
    assert "由行政机关负责人" in part(team, "在等谁")
    assert "作出行政处罚决定" in part(leader, "法定期限")


def test_what_nobody_waits_for_is_said(desk):
    assert "没有在等别的岗位" in page_of(desk, "o1")


def test_own_terms_stand_first_and_all_can_be_asked_for(desk):
    desk.noticed()
    own = page_of(desk, "o1")
    assert "<h2>法定期限</h2>" not in own and "?of=all" in own
    assert "去看看" not in own.split("在等谁")[0]


def test_terms_print_as_one_sheet_with_article_and_turn(desk):
    desk.noticed()
    sheet = page_of(desk, "o1", "/terms/")
    assert "由行政机关负责人" in part(sheet, "法定期限") and "《行政处罚法》" in sheet
    assert "data-print" in sheet


def test_figures_of_the_year_come_with_last_year_and_open(desk):
    desk.decided()
    strip = page_of(desk, "o1", "/figures/this-year/")
    assert "行政处罚决定" in strip and "去年" in strip
    assert "/figures/penalty.decisions/" in strip
    assert "人民调解委员会调处" not in strip  # no post of the team works with it


def test_months_of_two_years_add_up_to_the_figure(desk):
    desk.on(dt.date(2025, 3, 12)).decided()
    desk.on(dt.date(2026, 3, 12)).decided()
    told = by_month(indicator_of("penalty.decisions"), desk.town.id, dt.date(2026, 5, 1))
    assert (told.total, told.total_before) == (1, 1)
    assert (told.now, told.before) == ((0, 0, 1, 0, 0), (0, 0, 1) + (0,) * 9)
