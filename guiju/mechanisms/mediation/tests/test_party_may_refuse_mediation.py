"""第17、23条: nobody is mediated against his will, and whoever asked may withdraw."""

from __future__ import annotations

import pytest

from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import offers
from guiju.kernel.terms.api import Term


@pytest.mark.parametrize("steps", [(), ("accept",), ("accept", "inform")])
@pytest.mark.parametrize("why", ["refused", "withdrawn"])
def test_refusal_ends_the_matter_wherever_it_stands(desk, steps, why):
    matter = desk.register()
    for step in steps:
        desk.take(matter, step)
    desk.take(matter, "refuse", termination=why)
    found = Matter.objects.get(id=matter)
    assert (found.stage, found.outcome) == ("withdrawn", "withdrawn")
    assert not Term.objects.filter(matter=matter, state="open").exists()


def test_after_a_refusal_only_the_archive_is_left(desk):
    matter = desk.register()
    desk.take(matter, "refuse", termination="refused")
    assert [offer.step.code for offer in offers(desk.snapshot(matter), desk.moment)] == ["file_ended"]
    for step in ("accept", "mediate", "make_agreement"):
        assert desk.refusal_codes(matter, step) == ["stage"]
    desk.take(matter, "file_ended", file_number="林人调卷〔2026〕1号")
    assert Matter.objects.get(id=matter).stage == "withdrawn"


def test_unit_without_a_committee_is_told_which_to_choose(desk):
    from guiju.kernel.procedure.api import Intent, Refused

    answer = desk.planned("file", [Intent("register", {"unit": desk.unit("示例律师事务所"), "applicant": "谷雨"})])
    assert isinstance(answer, Refused)
    assert [refusal.field for refusal in answer.refusals] == ["unit"]


def test_village_registers_with_the_committee_that_serves_it(desk):
    matter = Matter.objects.get(id=desk.register(unit=desk.unit("林泉村")))
    assert (matter.unit_id, matter.number) == (desk.unit("林泉村人民调解委员会"), "林人调〔2026〕1号")
