"""Every step, fact and condition names an article that the rulepacks hold; a hard refusal only a verified statute."""

import datetime as dt

import pytest

from guiju.kernel.indicators.api import all_indicators
from guiju.kernel.lawbook.api import NotInForce, Status
from guiju.kernel.organisation.api import ROLES
from guiju.kernel.procedure.api import all_procedures, lawbook_in_use

DAY = dt.date(2026, 3, 2)
STEPS = [(procedure, step) for procedure in all_procedures() for step in procedure.steps]
steps = pytest.mark.parametrize(
    ("procedure", "step"), STEPS, ids=[f"{p.mechanism}.{p.kind}.{s.code}" for p, s in STEPS]
)


def known(basis) -> bool:
    """Raises UnknownLaw or UnknownArticle where the rulepacks do not hold it."""
    return lawbook_in_use().basis(basis.law, basis.article) == basis


@steps
def test_step_has_a_basis_known_to_the_lawbook(procedure, step):
    assert step.basis
    assert all(known(basis) for basis in step.basis)
    assert all(basis.label.startswith("《") for basis in step.basis)


@steps
def test_step_is_somebodys_and_has_a_chinese_name(procedure, step):
    assert step.roles
    assert set(step.roles) <= set(ROLES)
    assert any("一" <= character <= "鿿" for character in step.label)
    assert step.code.isascii() and step.code.islower()


@steps
def test_inputs_are_named_once_and_labelled(procedure, step):
    names = [item.name for item in step.inputs]
    assert len(names) == len(set(names))
    assert all(item.label and not item.label.isascii() for item in step.inputs)


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: f"{p.mechanism}.{p.kind}.{p.version}")
def test_facts_and_conditions_rest_on_articles_and_say_what_is_missing(procedure):
    for fact in procedure.facts:
        assert known(fact.basis)
        assert fact.missing.endswith("。"), fact.code
    assert all(known(condition.basis) for condition in procedure.conditions)


def test_hard_articles_are_verified_statutes():
    book = lawbook_in_use()
    cited = {basis for _, step in STEPS for basis in step.basis}
    cited |= {fact.basis for procedure in all_procedures() for fact in procedure.facts}
    for basis in cited:
        try:
            article = book.article(basis, DAY)
        except NotInForce:
            assert not book.is_hard(basis, DAY)
            continue
        assert not book.is_hard(basis, DAY) or article.status is Status.VERIFIED
    assert any(book.is_hard(basis, DAY) for basis in cited)


def test_figures_rest_on_articles():
    for indicator in all_indicators():
        assert all(known(basis) for basis in indicator.basis), indicator.id
        assert indicator.definition, indicator.id
        assert indicator.reads, indicator.id
