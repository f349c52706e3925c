"""第29条: an agreement on paper takes effect when all have signed, the mediator too, and the seal is on it."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest

from guiju.kernel.documents.api import Document
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Finding, offers
from guiju.mechanisms.mediation.models import MediationDetail
from guiju.mechanisms.mediation.tests.made_mediations import TODAY

SIGNING = {"sign_parties": "signed_by_parties", "sign_mediator": "signed_by_mediator", "apply_seal": "sealed"}


def test_in_mediation_effect_is_shown_refused_with_everything_lacking(desk):
    matter = desk.in_mediation()
    shown = {offer.step.code: offer for offer in offers(desk.snapshot(matter), desk.moment)}
    assert shown["make_agreement"].allowed
    refused = shown["take_effect"].refusals
    assert [refusal.code for refusal in refused] == ["agreement_made", *SIGNING.values()]
    assert [refusal.remedy_step for refusal in refused] == ["make_agreement", *SIGNING]
    assert {refusal.basis.label for refusal in refused} == {"《人民调解法》第29条"}
    assert all(refusal.hard for refusal in refused)


@pytest.mark.parametrize("order", list(permutations(SIGNING)))
def test_each_signature_that_is_lacking_is_named(desk, order):
    matter = desk.agreed()
    lacking = dict(SIGNING)
    for step in order:
        assert desk.refusal_codes(matter, "take_effect") == list(lacking.values())
        desk.take(matter, step)
        del lacking[step]
    desk.take(matter, "take_effect")
    assert Matter.objects.get(id=matter).stage == "effective"


def test_all_signatures_can_be_recorded_at_once(desk):
    matter = desk.agreed()
    desk.take(matter, "sign_and_seal")
    desk.take(matter, "take_effect")
    found = Matter.objects.get(id=matter)
    assert (found.stage, found.outcome) == ("effective", "agreement")
    assert MediationDetail.objects.get(matter=matter).effective_on == TODAY


def test_reopened_mediation_needs_a_new_agreement_and_new_signatures(desk):
    matter = desk.agreed()
    desk.take(matter, "sign_and_seal")
    desk.take(matter, "reopen", reason="双方要求改期限")
    assert desk.refusal_codes(matter, "take_effect") == ["agreement_made", *SIGNING.values()]
    desk.take(matter, "make_agreement", agreed_on=TODAY, agreement_text="改为五日内疏通")
    assert desk.refusal_codes(matter, "take_effect") == list(SIGNING.values())
    papers = Document.objects.filter(matter=matter, kind="mediation_agreement").order_by("id")
    assert [(paper.number, paper.state) for paper in papers] == [
        ("林人调协〔2026〕1号", "voided"),
        ("林人调协〔2026〕2号", "issued"),
    ]


def test_oral_agreement_within_a_file_needs_no_signatures(desk):
    matter = desk.in_mediation()
    desk.take(matter, "make_agreement", agreed_on=TODAY, agreement_form="oral", agreement_text="当面道歉")
    assert desk.refusal_codes(matter, "sign_parties") == ["written_agreement"]
    desk.take(matter, "take_effect")
    assert Matter.objects.get(id=matter).stage == "effective"


def test_effect_told_from_paper_leaves_findings_that_can_be_answered(desk):
    matter = desk.agreed()
    planned = desk.claim(matter, "take_effect", effective_on=TODAY)
    assert {finding.code for finding in planned.findings} == set(SIGNING.values())
    assert set(Finding.objects.filter(matter=matter).values_list("code", flat=True)) == set(SIGNING.values())
    assert Matter.objects.get(id=matter).stage == "effective"


def test_agreement_in_paper_names_parties_content_and_places_to_sign(desk):
    from guiju.kernel.documents.api import Content
    from guiju.kernel.ledger.api import open_values

    matter = desk.agreed(amount=7200, amount_capital="柒仟贰佰元整", perform_by=TODAY + dt.timedelta(days=9))
    paper = Document.objects.get(matter=matter, kind="mediation_agreement")
    assert (paper.number, paper.made_on) == ("林人调协〔2026〕1号", TODAY)
    content = Content.from_json(open_values([paper.content])[paper.content])
    assert content.number is None  # frozen before the number was known
    text = content.numbered(paper.number).plain_text()
    assert paper.number in text
    for said in ("谷雨", "夏至", "排水沟堵塞", "三日内疏通", "柒仟贰佰元整", "2026年3月21日", "一式3份", VILLAGE):
        assert said in text
    assert text.count("签名、盖章或者按指印") == 2


VILLAGE = "林泉村人民调解委员会"
