"""Where people's mediation takes a dispute up, the mediation arises from it; a campaign's disputes from the campaign."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.matters.api import Matter, Origin
from guiju.kernel.procedure.api import Intent
from guiju.mechanisms.screening.models import CampaignDetail, FactorDetail
from guiju.mechanisms.screening.tests.made_disputes import found, graded
from tests.invented_desk import TODAY

NUMBER = "林人调〔2026〕3号"


def origins():
    return list(Origin.objects.values_list("matter_id", "source_id", "reason"))


def test_mediation_on_record_arises_when_the_dispute_is_settled(desk):
    mediation, matter = found(desk), graded(desk)
    desk.knowing(**{NUMBER: mediation}).take(matter, "resolve", mediation_number=NUMBER)
    assert origins() == [(mediation, matter, "screened")]


def test_mediation_may_be_named_at_any_time_and_once(desk):
    mediation, matter = found(desk), found(desk)
    knowing = desk.knowing(**{NUMBER: mediation})
    knowing.take(matter, "link_mediation", mediation_number=NUMBER)
    assert origins() == [(mediation, matter, "screened")]
    assert knowing.refusal_codes(matter, "link_mediation", mediation_number=NUMBER) == ["linked"]


def test_unknown_number_is_kept_without_a_link(desk):
    matter = desk.take(graded(desk), "resolve", mediation_number=NUMBER)
    assert FactorDetail.objects.get(matter=matter).mediation_number == NUMBER
    assert origins() == []


def test_dispute_arises_from_the_campaign_that_found_it(desk):
    campaign = desk.open(
        "campaign",
        "begin_campaign",
        name="春季专项排查",
        campaign_kind="special",
        starts_on=TODAY,
        ends_on=TODAY + dt.timedelta(days=20),
        unit=desk.unit("远溪镇人民政府"),
    )
    number = Matter.objects.get(id=campaign).number
    assert number == "远排查批次〔2026〕1号"
    matter = found(desk.knowing(**{number: campaign}), campaign="春季专项排查", campaign_number=number)
    assert origins() == [(matter, campaign, "screened")]
    desk.take(campaign, "end_campaign", summary="走访八十户")
    assert Matter.objects.get(id=campaign).stage == "ended"
    assert CampaignDetail.objects.get(matter=campaign).ended_on == TODAY


def test_special_campaign_has_two_days_in_order(desk):
    given = {"name": "春季专项排查", "campaign_kind": "special", "starts_on": TODAY, "unit": desk.unit()}
    for ends_on in (None, TODAY - dt.timedelta(days=1)):
        answer = desk.planned("campaign", [intent(**given, ends_on=ends_on)])
        assert [refusal.field for refusal in answer.refusals] == ["ends_on"]
    standing = {**given, "campaign_kind": "standing", "name": "常态排查"}
    desk.write(desk.planned("campaign", [intent(**standing)]))


def intent(**values):
    return Intent("begin_campaign", values)
