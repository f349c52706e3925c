"""人民调解法 第18条: an order that people's mediation takes up is the origin of that mediation."""

from __future__ import annotations

from guiju.kernel.matters.api import Origin
from guiju.mechanisms.workorders.models import WorkOrderDetail
from guiju.mechanisms.workorders.tests.made_orders import diverted

NUMBER = "林人调〔2026〕3号"


def origins():
    return list(Origin.objects.values_list("matter_id", "source_id", "reason"))


def test_mediation_on_record_arises_when_the_order_is_handled(desk):
    mediation, matter = diverted(desk), diverted(desk)
    knowing = desk.knowing(**{NUMBER: mediation})
    knowing.take(matter, "contact")
    knowing.take(matter, "handle", outcome="registered", mediation_number=NUMBER)
    assert origins() == [(mediation, matter, "diverted")]


def test_link_may_come_later_and_only_once(desk):
    mediation, matter = diverted(desk), diverted(desk)
    desk.take(matter, "contact")
    answer = desk.answer(matter, "handle", outcome="registered")
    assert [(refusal.code, refusal.hard) for refusal in answer.refusals] == [("mediation_number", False)]
    desk.write(desk.answer(matter, "handle", outcome="registered", reasons={"mediation_number": "明天登记"}))
    knowing = desk.knowing(**{NUMBER: mediation})
    knowing.take(matter, "link_mediation", mediation_number=NUMBER)
    assert knowing.refusal_codes(matter, "link_mediation", mediation_number="林人调〔2026〕4号") == ["linked"]
    knowing.take(matter, "link_mediation", mediation_number=NUMBER)
    assert origins() == [(mediation, matter, "diverted")]


def test_number_of_a_mediation_not_on_record_is_kept(desk):
    matter = desk.take(diverted(desk), "contact")
    desk.take(matter, "handle", outcome="written_agreement", mediation_number=NUMBER)
    assert WorkOrderDetail.objects.get(matter=matter).mediation_number == NUMBER
    assert origins() == []
