"""A PDF of the superior's system becomes evidence of the one case it names; a doubtful one waits and is never guessed."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from django.contrib.auth import get_user_model

from guiju.exchange.importing.api import NotAllowedToImport
from guiju.exchange.models import IncomingPaper
from guiju.exchange.superiors_papers import attach, find_case, take_in, waiting_papers
from guiju.kernel.evidence.api import Evidence, EvidenceError, read
from guiju.kernel.ledger.api import Entry, open_values, verify_town
from guiju.kernel.organisation.api import Account, Person, acting_for_user
from guiju.kernel.procedure.api import Moment, NotAllowed, moment_for
from guiju.mechanisms.penalty.tests.made_cases import Desk, found_town
from guiju.mechanisms.penalty.tests.test_list_before_a_signature_says_what_lacks import day, listed
from tests.superiors_pdf import pdf_of

NOTICE = "行政处罚事先告知书"


@pytest.fixture
def desk(db: None) -> Desk:
    return Desk(found_town())


def moment(desk: Desk) -> Moment:
    """The team's head at work."""
    user, _ = get_user_model().objects.get_or_create(username="o2")
    Account.objects.get_or_create(user=user, defaults={"person": Person.objects.get(town=desk.town, code="o2")})
    acting = acting_for_user(user.pk, desk.today)
    assert acting is not None
    return moment_for(acting, desk.now)


def taken(desk: Desk, data: bytes) -> IncomingPaper:
    return take_in(data, moment(desk))[0]


def test_paper_is_evidence_of_the_case_whose_number_it_names(desk: Desk) -> None:
    matter = listed(desk)
    data = pdf_of(NOTICE, "案件编号：ZF2026-0001", "当事人示例食品有限公司。", day=day(3, 10))
    paper = taken(desk, data)
    assert (paper.state, paper.matter_id, paper.step, paper.dated_on) == ("attached", matter, "notify", day(3, 10))
    found = Evidence.objects.get(matter_id=matter)
    assert (found.sha256, found.step, found.made_on) == (hashlib.sha256(data).hexdigest(), "", None)
    assert open_values([found.title]) == {found.title: NOTICE}
    assert read(found.sha256) == data
    assert desk.snapshot(matter).stage == "investigating", "a paper takes no step by itself"
    assert verify_town(desk.town.pk).whole


def test_same_paper_again_adds_nothing(desk: Desk) -> None:
    listed(desk)
    data = pdf_of(NOTICE, "案件编号：ZF2026-0001")
    taken(desk, data)
    entries = Entry.objects.count()
    paper, new = take_in(data, moment(desk))
    assert (new, Entry.objects.count(), Evidence.objects.count()) == (False, entries, 1)
    assert paper.state == "attached"


def test_interrupted_paper_is_attached_when_it_comes_again(desk: Desk) -> None:
    matter = listed(desk)
    data = pdf_of(NOTICE, "案件编号：ZF2026-0001")
    taken(desk, data)
    IncomingPaper.objects.update(state="doubtful", matter=None)  # as if the process had ended between the two
    assert taken(desk, data).matter_id == matter
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("案件编号：ZF2026-00011", "没有找到"),
        ("与ZF2026-0001、ZF2026-0002两案合并告知。", "不能确定"),
        ("没有编号。", "没有找到"),
    ],
)
def test_paper_that_names_no_case_or_several_waits(desk: Desk, sentence: str, why: str) -> None:
    listed(desk)
    listed(desk, number="ZF2026-0002")
    paper = taken(desk, pdf_of(NOTICE, sentence))
    assert (paper.state, paper.matter_id) == ("doubtful", None) and why in paper.why
    assert not Evidence.objects.exists()


def test_unreadable_paper_waits_and_a_person_says_whose_it_is(desk: Desk) -> None:
    matter = listed(desk)
    paper = taken(desk, b"%PDF-1.4 broken")
    assert paper.state == "doubtful" and "没有可以读出的文字" in paper.why
    assert list(waiting_papers(moment(desk).acting)) == [paper]
    assert find_case("ZF2026-0001", desk.moment.acting) == matter
    attach(paper, matter, moment(desk), confirmed=True)
    assert Evidence.objects.get().sha256 == paper.sha256
    assert not waiting_papers(moment(desk).acting)
    with pytest.raises(NotAllowed):
        attach(paper, matter, moment(desk))


def test_number_of_its_decision_names_a_case_too(desk: Desk) -> None:
    decided = {"inspected_on": day(3, 3), "concluded_on": day(3, 4), "decided_on": day(3, 9), "kinds": "罚款"}
    matter = listed(desk, **decided, fine=500, decision_number="ZFJD2026-0001", result="penalised")
    paper = taken(desk, pdf_of("行政处罚决定书", "文号 ZFJD2026-0001"))
    assert (paper.matter_id, paper.step) == (matter, "decide")


def test_only_pdf_of_somebody_who_imports_is_taken(desk: Desk) -> None:
    with pytest.raises(EvidenceError):
        taken(desk, b"PK\x03\x04")
    with pytest.raises(NotAllowedToImport):
        take_in(b"%PDF-1.4", desk.moment)  # a command without a person


def test_day_that_does_not_exist_is_none(desk: Desk) -> None:
    listed(desk)
    assert taken(desk, pdf_of(NOTICE, "案件编号：ZF2026-0001", "2026年2月31日")).dated_on is None
    assert taken(desk, pdf_of(NOTICE, "ZF2026-0001", day=dt.date(2026, 3, 2))).dated_on == dt.date(2026, 3, 2)
