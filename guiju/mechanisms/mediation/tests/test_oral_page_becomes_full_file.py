"""The everyday way: one oral page; one button makes a full file of it and loses nothing."""

from __future__ import annotations

from guiju.kernel.documents.api import Document
from guiju.kernel.indicators.api import derive, indicator_of, year_until
from guiju.kernel.ledger.api import Entry, open_values
from guiju.kernel.matters.api import Matter, Origin, Participation, Party
from guiju.kernel.procedure.api import Intent, Refused
from guiju.mechanisms.mediation.models import MediationDetail
from guiju.mechanisms.mediation.tests.made_mediations import TODAY, VILLAGE_COMMITTEE

PRIVATE = ("facts", "agreement_text", "place", "note")


def page(desk, **values):
    given = {
        "unit": desk.unit(VILLAGE_COMMITTEE),
        "dispute_kind": "consumer",
        "applicant": "谷雨、芒种",
        "applicant_phone": "13800000000",
        "respondent": "远溪家电商行",
        "facts": "冰箱坏了不肯换",
        "outcome": "agreement",
        "agreement_text": "两日内换货",
        "amount": 1200,
        "mediator": "柏青禾",
        "held_at": "村委会",
        "source": "party",
        **values,
    }
    return desk.open("oral", Intent("record_oral", given))


def test_page_is_one_step_and_ends(desk):
    matter = Matter.objects.get(id=page(desk))
    assert (matter.stage, matter.outcome, matter.number) == ("recorded", "agreement", "林口调〔2026〕1号")
    assert matter.closed_on == TODAY
    paper = Document.objects.get(matter=matter)
    assert (paper.kind, paper.number) == ("oral_page", matter.number)
    assert Entry.objects.filter(matter_id=matter.id).count() == 1


def test_agreement_by_word_of_mouth_is_written_down(desk):
    given = {"unit": desk.unit(VILLAGE_COMMITTEE), "applicant": "谷雨", "outcome": "agreement"}
    answer = desk.planned("oral", [Intent("record_oral", given)])
    assert isinstance(answer, Refused)
    assert [(r.code, r.basis.label) for r in answer.refusals] == [("content", "《人民调解法》第28条")]


def test_file_arises_from_the_page_with_everything_on_it(desk):
    oral = page(desk)
    done = desk.take(oral, "to_full_file")
    file = Matter.objects.get(id=done[1].matter)
    assert (file.kind, file.stage, file.number, file.title) == (
        "file",
        "registered",
        "林人调〔2026〕1号",
        "林泉村：消费纠纷",
    )
    origin = Origin.objects.get(matter=file)
    assert (origin.source_id, origin.reason) == (oral, "oral_page")
    before, after = (MediationDetail.objects.get(matter_id=key) for key in (oral, file.id))
    for name in ("dispute_kind", "source", "amount", "mediated_on", "mediation_kind"):
        assert getattr(before, name) == getattr(after, name), name
    clear = open_values(getattr(detail, name) for detail in (before, after) for name in PRIVATE)
    for name in PRIVATE:
        assert clear.get(getattr(before, name)) == clear.get(getattr(after, name)), name
    assert parties(oral) == parties(file.id) == PARTIES
    assert Participation.objects.filter(matter=file, capacity="mediator").count() == 1


PARTIES = [
    ("applicant", 1, "谷雨", "", "13800000000"),
    ("applicant", 2, "芒种", "", ""),
    ("respondent", 1, "", "远溪家电商行", ""),
]


def parties(matter):
    rows = list(Party.objects.filter(matter_id=matter).order_by("id"))
    clear = open_values(value for row in rows for value in (row.name, row.telephone))
    return [
        (row.role, row.ordinal, clear.get(row.name, ""), row.organisation, clear.get(row.telephone, "")) for row in rows
    ]


def test_page_becomes_a_file_once(desk):
    oral = page(desk)
    desk.take(oral, "to_full_file")
    assert desk.refusal_codes(oral, "to_full_file") == ["continued"]
    assert Matter.objects.filter(kind="file").count() == 1


def test_dispute_with_a_file_counts_as_a_file_only(desk):
    oral = page(desk)
    page(desk, outcome="failed", agreement_text="")
    figure, period = indicator_of("mediation.oral"), year_until(TODAY)
    assert derive(figure, desk.town.id, period).value == 1
    desk.take(oral, "to_full_file")
    assert derive(figure, desk.town.id, period).value == 0


def test_file_goes_on_to_an_agreement_with_the_words_of_the_page(desk):
    file = desk.take(page(desk), "to_full_file")[1].matter
    desk.take(file, "accept")
    desk.take(file, "inform")
    desk.take(file, "appoint", mediator="柏青禾")
    desk.take(file, "mediate")
    desk.take(file, "make_agreement", agreed_on=TODAY)
    assert MediationDetail.objects.get(matter_id=file).amount == 1200


def test_names_are_taken_apart_and_firms_told_from_persons():
    from guiju.mechanisms.mediation.parties import is_organisation, names_in

    assert names_in("谷雨、芒种，夏至") == ("谷雨", "芒种", "夏至")
    assert names_in(("谷雨 ", "")) == ("谷雨",)
    firms = ("云禾服装加工厂", "安渡物流有限公司", "锦塘装饰工程队", "新埭餐饮店", "石埠农机合作社", "松溪村村民委员会")
    assert [name for name in firms if not is_organisation(name)] == []
    people = ("李行", "王店", "欧阳公社", "古力·买买提店", "司马中心"[:3], "诸葛厂", "东方局所")
    assert [name for name in people if is_organisation(name)] == []
