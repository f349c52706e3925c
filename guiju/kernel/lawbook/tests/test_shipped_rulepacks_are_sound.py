"""The rulepacks that come with the product are in order, load at once and keep doubtful rows harmless."""

from datetime import date

import pytest

from guiju.kernel.lawbook.api import (
    Basis,
    Force,
    Level,
    NotInForce,
    Status,
    Unit,
    check,
    load_lawbook,
    pack_chain,
    shipped_folder,
)
from guiju.kernel.organisation.api import ROLES

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def lawbook():
    return load_lawbook(pack_chain("sample-qinghe"))


def test_the_check_finds_no_error():
    problems = check([shipped_folder()], DAY)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    # The copies read are of April 2025 and earlier; a check that does not say so would be broken.
    assert any("《行政处罚法》的文本只核对到" in problem.message for problem in problems)


def test_the_town_stands_at_the_end_of_four_packs(lawbook):
    assert lawbook.packs == ("cn", "cn-sh", "cn-sh-jiading", "sample-qinghe")


def test_every_row_keeps_its_fact_and_every_basis_its_citation(lawbook):
    for rule in lawbook.term_rules(DAY):
        assert rule.fact
        assert rule.basis.label.startswith("《")


def test_nothing_unproved_is_hard_or_red(lawbook):
    for law in lawbook.laws.values():
        for version in law.versions:
            for article in version.articles:
                proved = law.level is Level.STATUTE and article.status is Status.VERIFIED
                assert lawbook.is_hard(Basis(law.id, article.number), version.from_) is proved
    unproved = [rule for rule in lawbook.term_rules(DAY) if rule.status is not Status.VERIFIED]
    assert unproved
    assert not any(rule.overdue_in_red for rule in unproved)


def test_the_month_of_mediation_only_reminds(lawbook):
    rule = lawbook.term_rule("mediation.complete", DAY)
    assert (rule.amount, rule.unit, rule.force) == (1, Unit.MONTH, Force.ADVOCATED)
    assert not rule.overdue_in_red


@pytest.mark.parametrize(
    ("rule", "day", "amount", "unit"),
    [
        ("penalty.hearing.ask", date(2022, 3, 1), 5, Unit.WORKING_DAY),
        ("penalty.register_keep", date(2022, 3, 1), 7, Unit.WORKING_DAY),
        ("penalty.decide", date(2022, 3, 1), 90, Unit.DAY),
        ("penalty.pay", date(2022, 3, 1), 15, Unit.DAY),
        ("coercion.court.urge", date(2022, 3, 1), 10, Unit.WORKING_DAY),
        ("coercion.seal", date(2022, 3, 1), 30, Unit.DAY),
        ("reconsideration.answer", date(2023, 12, 31), 10, Unit.DAY),
        ("reconsideration.answer", date(2024, 1, 1), 10, Unit.WORKING_DAY),
        ("petition.acceptance", date(2022, 5, 1), 15, Unit.DAY),
        ("petition.object", date(2022, 5, 1), 5, Unit.WORKING_DAY),
        ("legal_aid.decide", date(2022, 1, 1), 7, Unit.DAY),
        ("service.public_notice", date(2021, 12, 31), 60, Unit.DAY),
        ("service.public_notice", date(2022, 1, 1), 30, Unit.DAY),
    ],
)
def test_days_are_counted_as_each_act_says(lawbook, rule, day, amount, unit):
    found = lawbook.term_rule(rule, day)
    assert (found.amount, found.unit) == (amount, unit)


def test_hearing_time_leaves_the_case_period_in_shanghai_since_2023(lawbook):
    assert lawbook.term_rule("penalty.decide", date(2023, 3, 31)).suspended_by == ()
    assert lawbook.term_rule("penalty.decide", date(2023, 4, 1)).suspended_by == ("听证",)
    assert load_lawbook(["cn"]).term_rule("penalty.decide", DAY).suspended_by == ()


@pytest.mark.parametrize("rule", ["coercion.seal", "petition.handle", "disclosure.reply"])
def test_posts_that_may_extend_are_posts_of_a_town(lawbook, rule):
    extension = lawbook.term_rule(rule, DAY).extension
    assert extension is not None
    assert extension.posts
    assert set(extension.posts) <= set(ROLES)


def test_amounts_that_were_not_seen_have_no_value_or_are_a_doubtful_one_of_the_town(lawbook):
    name = "penalty.hearing.amount.person"
    assert lawbook.value(name, date(2023, 4, 1)).status is Status.VERIFIED
    assert lawbook.value(name, date(2022, 6, 1)).status is Status.UNSURE
    with pytest.raises(NotInForce, match="2022-06-01"):
        load_lawbook(pack_chain("cn-sh")).value(name, date(2022, 6, 1))


def test_the_towns_own_limits_are_internal(lawbook):
    rule = lawbook.term_rule("hotline.handle.ordinary", DAY)
    assert rule.basis.law == "qinghe-hotline-rules"
    assert rule.force is Force.INTERNAL
