"""The sample's sixty invented cases go in through the importer and give the expected figures."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from guiju.exchange.importing.api import Preview
from guiju.kernel.indicators.api import derive, indicator_of, year_until
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town
from guiju.kernel.procedure.api import Finding
from guiju.mechanisms.penalty.models import PenaltyDetail
from guiju.mechanisms.penalty.register import REGISTERS, UNIFIED
from samples.expected import EXPECTED_2021, EXPECTED_2022, PENALTY_SHARES
from tests.sample_registers import figure, found_sample_town, import_registers, unknown_headings

BRANCHES = ("hearing_held_on", "reviewed_on", "discussed_on", "pay_by", "court_applied_on", "announced_on", "waived_on")


@pytest.fixture
def town(db: None) -> Town:
    return found_sample_town()


def imported(town: Town, folder: Path) -> list[Preview]:
    return import_registers(town, folder, "penalty_case", "penalty_spot")


def test_every_heading_of_the_sample_is_read_or_left_out() -> None:
    assert unknown_headings(REGISTERS, lambda register: register.startswith("penalty")) == []


def test_sixty_cases_give_the_expected_figures(town: Town, tmp_path: Path) -> None:
    previews = imported(town, tmp_path)
    assert [preview.name for preview in previews if not preview.reconciliation.clean] == []
    cases = Matter.objects.filter(town=town, mechanism="penalty")
    assert Counter(cases.values_list("kind", "master")) == {
        ("ordinary", ""): 34,
        ("ordinary", UNIFIED): 12,
        ("simple", ""): 14,
    }
    assert set(cases.values_list("outcome", flat=True)) == {
        "penalised",
        "no_penalty",
        "withdrawn",
        "terminated",
        "transferred",
        "revoked",
    }
    details = PenaltyDetail.objects.filter(town=town)
    assert [branch for branch in BRANCHES if not details.filter(**{f"{branch}__isnull": False}).exists()] == []
    for expected in (EXPECTED_2021, EXPECTED_2022):
        for name, told in expected.items():
            if name.startswith("penalty."):
                found = figure(town, name, told.as_of)
                assert float(str(found)) == float(told.value), (name, told.as_of)
    for name, numbers in PENALTY_SHARES.items():
        for told, both in zip((EXPECTED_2021, EXPECTED_2022), numbers, strict=True):
            share = derive(indicator_of(name), town.id, year_until(told[name].as_of))
            assert (share.numerator, share.denominator) == both, (name, told[name].as_of)


def test_own_cases_leave_only_what_was_planted_and_listed_ones_their_gaps(town: Town, tmp_path: Path) -> None:
    imported(town, tmp_path)
    rows = Finding.objects.filter(town=town).values_list("matter__master", "code")
    found = {master: Counter(code for whose, code in rows if whose == master) for master in ("", UNIFIED)}
    assert found[""] == {"late.publication": 1}
    assert set(found[UNIFIED]) == {"checked", "post.decider", "not_educated"}
