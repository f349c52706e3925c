"""件 (matters), 人 (persons) and 人次 (attendances) are three fields with three counting rules."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.indicators.api import Period
from guiju.kernel.procedure.api import apply, load_snapshot, plan_void
from guiju.mechanisms.legal_services.models import ServiceDetail
from guiju.mechanisms.legal_services.tests.made_services import CENTRE, NOW, STATION, TODAY, YEAR

CONSULTED, GUIDED = "legal_service.station_consultations", "legal_service.station_guidance"


def test_station_counts_attendances_of_advice_and_persons_of_guidance(desk):
    desk.record("consultation", STATION, attendances=3)
    desk.record("consultation", STATION)
    desk.record("guidance", STATION, persons=2, guided_to="法律援助中心")
    assert (desk.figure(CONSULTED), desk.figure(GUIDED)) == (4, 2)


def test_neighbourhood_centre_stands_in_no_figure_of_the_station(desk):
    desk.record("consultation", CENTRE, attendances=3)
    desk.record("guidance", CENTRE, persons=2, guided_to="法律援助中心")
    assert (desk.figure(CONSULTED), desk.figure(GUIDED)) == (0, 0)


def test_adviser_answers_count_attendances_and_receptions_count_matters(desk):
    desk.record("adviser_answer", attendances=4, adviser="路明")
    desk.record("reception", attendances=4, adviser="路明")
    assert (desk.figure("legal_service.adviser_answers"), desk.figure("legal_service.adviser_receptions")) == (4, 1)


def test_aid_counts_matters_and_lectures_stand_by_themselves(desk):
    desk.record("aid", adviser="路明", attendances=2)
    desk.record("adviser_lecture", adviser="路明", topic="民法典", attendances=30)
    names = ("legal_service.aid_assisted", "legal_service.adviser_lectures", "legal_service.adviser_answers")
    assert [desk.figure(name) for name in names] == [1, 1, 0]


def test_what_nobody_counted_is_one(desk):
    detail = ServiceDetail.objects.get(matter=desk.record("consultation", STATION))
    assert (detail.attendances, detail.persons) == (1, 1)


def test_service_after_the_cut_off_waits(desk):
    desk.record("consultation", STATION)
    assert desk.figure(CONSULTED, Period(YEAR.start, TODAY - dt.timedelta(days=1))) == 0


def test_voided_service_counts_nowhere(desk):
    matter = desk.record("consultation", STATION)
    apply([plan_void(load_snapshot(matter), desk.moment, "重复登记")], NOW)
    assert desk.figure(CONSULTED) == 0


def test_network_counts_the_places_that_exist_on_the_day(desk):
    before = Period(YEAR.start, dt.date(2026, 5, 31))
    assert desk.figure("legal_service.network", before) == "1+1+1"
    assert desk.figure("legal_service.network") == "1+1+2"
