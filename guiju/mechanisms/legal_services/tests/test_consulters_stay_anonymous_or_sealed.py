"""Nobody has to give a name for advice; what is given lies in the private store; the law is that of its day."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter, Party
from guiju.mechanisms.legal_services.models import ServiceDetail
from guiju.mechanisms.legal_services.register import STATION_CONSULTATION
from guiju.mechanisms.legal_services.tests.made_services import STATION


def test_consultation_without_a_name_has_no_party(desk):
    matter = desk.record("consultation", STATION, content="问借条怎么写")
    assert not Party.objects.filter(matter=matter).exists()


def test_what_is_given_is_sealed(desk):
    told = {
        "client": "谷雨",
        "client_phone": "13800000000",
        "content": "问借条怎么写",
        "outcome": "已答复",
        "note": "再来",
    }
    matter = desk.record("consultation", STATION, **told)
    party, detail = Party.objects.get(matter=matter), ServiceDetail.objects.get(matter=matter)
    columns = [party.name, party.telephone, detail.content, detail.outcome_note, detail.note]
    assert all(len(value) > 20 for value in columns)
    body = Entry.objects.get(matter_id=matter).body
    assert [word for word in told.values() if word in body] == []


def test_reception_sheet_counts_one_attendance_a_row(desk):
    matter = desk.imported(STATION_CONSULTATION.tells, unit=desk.unit(STATION), medium="来访", client="谷雨")
    assert ServiceDetail.objects.get(matter=matter).attendances == 1


def test_service_rests_on_what_was_in_force_on_its_day(desk):
    days = (dt.date(2021, 5, 6), dt.date(2022, 2, 28), dt.date(2022, 3, 1))
    matters = [desk.record("consultation", STATION, event_date=day) for day in days]
    bases = [Entry.objects.get(matter_id=matter).body for matter in matters]
    assert ["公共法律服务办法" in body for body in bases] == [False, False, True]
    assert [Matter.objects.get(id=matter).procedure_version for matter in matters] == ["1", "1", "2"]


def test_aid_rests_on_the_act_since_2022(desk):
    before = desk.record("aid", event_date=dt.date(2021, 12, 31))
    after = desk.record("aid", event_date=dt.date(2022, 1, 1))
    told = ["《法律援助法》" in Entry.objects.get(matter_id=matter).body for matter in (before, after)]
    assert told == [False, True]
