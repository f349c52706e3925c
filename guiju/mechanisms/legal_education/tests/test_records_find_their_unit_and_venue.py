"""A sheet without a unit is the town's own record; an award names its venue; numbers go on above the register's."""

from __future__ import annotations

import dataclasses

from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter, Origin, Participation
from guiju.kernel.procedure.api import Finding, Unclear
from guiju.mechanisms.legal_education.models import EducationDetail, EducationKind
from guiju.mechanisms.legal_education.tests.made_education import GOVERNMENT, OFFICE, VILLAGE

STUDY = {"body": "党委中心组", "topic": "宪法", "study_form": "special_study"}
AWARD = {"honour": "示例法治文化阵地", "level": "city"}


def test_sheet_without_a_unit_is_the_governments_or_the_offices(desk):
    study = Matter.objects.get(id=desk.imported(EducationKind.STUDY, **STUDY))
    meeting = Matter.objects.get(id=desk.imported(EducationKind.WORK_MEETING, meeting_kind="regular"))
    assert (study.unit.name, meeting.unit.name) == (GOVERNMENT, OFFICE)


def test_unit_that_is_named_goes_before(desk):
    matter = desk.imported(EducationKind.STUDY, unit=desk.unit(VILLAGE), **STUDY)
    assert Matter.objects.get(id=matter).unit.name == VILLAGE


def test_who_sees_a_village_only_records_nothing_for_the_government(desk):
    told = desk.as_clerk_of(VILLAGE).told(EducationKind.STUDY, **STUDY)
    assert isinstance(told, Unclear)
    assert "填报单位" in told.question


def test_award_is_tied_to_the_venue_that_it_names(desk):
    venue = desk.record("venue", number="阵地003", level="village", unit=desk.unit(VILLAGE))
    there = dataclasses.replace(desk, numbers={"阵地003": venue})
    award = there.imported(EducationKind.VENUE_AWARD, venue_number="阵地003", **AWARD)
    origin = Origin.objects.get(matter=award)
    assert (origin.source_id, origin.reason) == (venue, "award")
    assert (desk.figure("venues.new_village"), desk.figure("venues.awards")) == (1, 1)


def test_award_for_a_venue_that_is_not_on_record_is_recorded_untied_and_says_so(desk):
    award = desk.imported(EducationKind.VENUE_AWARD, venue_number="阵地009", **AWARD)
    assert not Origin.objects.filter(matter=award).exists()
    assert EducationDetail.objects.get(matter=award).venue_number == "阵地009"
    assert list(Finding.objects.filter(matter=award).values_list("code", flat=True)) == ["venue_unknown"]


def test_award_without_a_number_of_its_venue_is_recorded_alone(desk):
    award = desk.imported(EducationKind.VENUE_AWARD, **AWARD)
    assert not Origin.objects.filter(matter=award).exists()


def test_town_venue_and_district_award_stand_in_other_lines(desk):
    desk.record("venue", level="town")
    desk.record("venue_award", honour="示例法治文化阵地", level="district")
    assert (desk.figure("venues.new_village"), desk.figure("venues.awards")) == (0, 0)


def test_own_numbers_go_on_above_the_registers(desk):
    desk.imported(EducationKind.LECTURE, number="讲座〔2026〕7号", unit=desk.unit(VILLAGE), audience="村民")
    lecture = Matter.objects.get(id=desk.record("lecture", audience_kind="residents"))
    desk.record("venue", number="阵地008", level="town")
    venue = Matter.objects.get(id=desk.record("venue", level="town"))
    assert (lecture.number, lecture.number_imported, venue.number) == ("讲座〔2026〕8号", False, "阵地9")


def test_speakers_take_part_each_by_name(desk):
    matter = desk.record("lecture", audience_kind="residents", speaker="路明、柏青禾")
    joined = Participation.objects.filter(matter=matter).order_by("id")
    assert [(row.capacity, row.person.code if row.person else "", row.name) for row in joined] == [
        ("speaker", "adviser", ""),
        ("speaker", "", "柏青禾"),
    ]


def test_record_rests_on_the_law_of_its_day(desk):
    import datetime as dt

    before = desk.record("public_event", event_date=dt.date(2022, 12, 4))
    after = desk.record("public_event")
    bases = [Entry.objects.get(matter_id=matter).body for matter in (before, after)]
    assert "《法治宣传教育法》第9条" not in bases[0]
    assert "《法治宣传教育法》第9条" in bases[1]
    assert [Matter.objects.get(id=matter).procedure_version for matter in (before, after)] == ["1", "2"]
