"""An opinion is the adviser's paper: it gets our number on receipt, keeps its own, and counts once."""

from __future__ import annotations

import dataclasses
import datetime as dt

from guiju.kernel.documents.api import Document
from guiju.kernel.matters.api import Matter, Participation
from guiju.kernel.procedure.api import Joins, Opens, apply, load_snapshot, plan_void
from guiju.mechanisms.legal_services.models import ServiceDetail
from guiju.mechanisms.legal_services.register import ADVISER_LOG, LEGAL_OPINION
from guiju.mechanisms.legal_services.tests.made_services import NOW, TODAY

OPINIONS = "legal_service.opinions"
LOG_ROW = {"kind": "opinion", "adviser": "路明", "content": "谷雨家宅基地的意见"}


def test_opinion_at_the_desk_is_received_today_and_numbered_in_this_year(desk):
    matter = desk.record("opinion", title="村规民约修订", adviser="路明", event_date=dt.date(2025, 12, 30))
    found, paper = Matter.objects.get(id=matter), Document.objects.get(matter=matter)
    assert (found.number, paper.number, paper.number_imported) == ("远法意〔2026〕1号", "远法意〔2026〕1号", False)
    assert (paper.made_on, ServiceDetail.objects.get(matter=matter).received_on) == (dt.date(2025, 12, 30), TODAY)
    # It counts in the year in which it was given.
    assert desk.figure(OPINIONS) == 0


def test_number_of_the_register_is_kept_and_ours_goes_on_above(desk):
    desk.imported(LEGAL_OPINION.tells, number="远法意〔2026〕6号", title="村务公开", adviser="路明")
    later = Matter.objects.get(id=desk.record("opinion", title="租赁合同"))
    assert later.number == "远法意〔2026〕7号"
    assert desk.figure(OPINIONS) == 2


def test_row_that_tells_no_receipt_has_none(desk):
    matter = desk.imported(LEGAL_OPINION.tells, number="远法意〔2026〕6号", title="村务公开")
    assert ServiceDetail.objects.get(matter=matter).received_on is None


def test_log_names_an_opinion_that_lies_here_and_only_joins_it(desk):
    opinion = desk.imported(LEGAL_OPINION.tells, number="远法意〔2026〕6号", title="村务公开")
    there = dataclasses.replace(desk, numbers={"远法意〔2026〕6号": opinion})
    said = there.told(ADVISER_LOG.tells, related_number="远法意〔2026〕6号", **LOG_ROW)
    assert said.again.joins == Joins("远法意〔2026〕6号", "legal_adviser", "路明", TODAY, desk.unit())


def test_opinion_that_only_the_log_tells_is_one_of_its_own(desk):
    matter = desk.imported(ADVISER_LOG.tells, related_number="远法意〔2026〕9号", **LOG_ROW)
    assert Document.objects.get(matter=matter).number == "远法意〔2026〕9号"
    assert desk.figure(OPINIONS) == 1
    assert Participation.objects.get(matter=matter).person.code == "adviser"


def test_number_of_another_matter_makes_no_opinion_join_it(desk):
    other = desk.record("reception", number="远顾问接〔2026〕1号")
    there = dataclasses.replace(desk, numbers={"远顾问接〔2026〕1号": other})
    assert isinstance(there.told(ADVISER_LOG.tells, related_number="远顾问接〔2026〕1号", **LOG_ROW), Opens)


def test_words_of_the_log_stay_out_of_titles(desk):
    matter = desk.imported(ADVISER_LOG.tells, **LOG_ROW)
    assert "谷雨" not in Matter.objects.get(id=matter).title
    assert "谷雨" not in Document.objects.get(matter=matter).title


def test_voided_opinion_counts_no_more(desk):
    matter = desk.record("opinion", title="村规民约修订")
    apply([plan_void(load_snapshot(matter), desk.moment, "重复登记")], NOW)
    assert desk.figure(OPINIONS) == 0
