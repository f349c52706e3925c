"""The lawbook gives the version, article, term and value in force on the day asked for, and names what it lacks."""

from datetime import date
from pathlib import Path

import pytest

from guiju.kernel.lawbook.api import (
    Basis,
    Lawbook,
    NotInForce,
    Unit,
    UnknownArticle,
    UnknownLaw,
    UnknownRule,
    load_lawbook,
)

OLD, NEW = date(2022, 12, 31), date(2023, 1, 1)


@pytest.fixture
def lawbook(nation: Path) -> Lawbook:
    return load_lawbook(["nation"], nation)


def test_term_rule_changes_with_the_law_on_its_first_day(lawbook):
    assert (lawbook.term_rule("sample.finish", OLD).amount, lawbook.term_rule("sample.finish", OLD).unit) == (
        7,
        Unit.DAY,
    )
    assert lawbook.term_rule("sample.finish", NEW).unit is Unit.WORKING_DAY


def test_article_is_taken_from_the_version_of_the_day(lawbook):
    assert "七日" in lawbook.article(lawbook.basis("sample-mediation-law", "7"), OLD).summary
    with pytest.raises(NotInForce, match="《示例调解法》第7条"):
        lawbook.article(lawbook.basis("sample-mediation-law", "7"), NEW)


def test_paragraph_without_own_row_gives_its_article(lawbook):
    basis = lawbook.basis("sample-mediation-law", "9/2(1)")
    assert basis.label == "《示例调解法》第9条第2款第1项"
    assert lawbook.article(basis, NEW).number == "9"


@pytest.mark.parametrize(
    ("article", "day", "hard"),
    [("7", OLD, True), ("8", OLD, False), ("9", NEW, True), ("9", OLD, False), ("7", NEW, False)],
)
def test_only_a_verified_article_of_a_statute_in_force_is_hard(lawbook, article, day, hard):
    assert lawbook.is_hard(Basis("sample-mediation-law", article), day) is hard


def test_a_verified_rule_below_statute_is_never_hard(lawbook):
    assert not lawbook.is_hard(Basis("sample-town-rules", "一(二)"), NEW)


def test_unknown_names_are_named_in_the_error(lawbook):
    with pytest.raises(UnknownLaw, match="no-such-law"):
        lawbook.basis("no-such-law", "1")
    with pytest.raises(UnknownArticle, match=r"示例调解法.*99"):
        lawbook.basis("sample-mediation-law", "99")
    with pytest.raises(UnknownRule, match=r"no\.such\.rule"):
        lawbook.term_rule("no.such.rule", NEW)
    with pytest.raises(NotInForce, match=r"示例办结.*2019-12-31"):
        lawbook.term_rule("sample.finish", date(2019, 12, 31))
    with pytest.raises(UnknownRule, match=r"no\.such\.value"):
        lawbook.value("no.such.value", NEW)


def test_the_same_packs_give_the_same_book_and_it_cannot_be_changed(lawbook, nation):
    assert load_lawbook(["nation"], nation) is lawbook
    with pytest.raises(TypeError):
        lawbook.laws["new"] = None  # type: ignore[index]
    with pytest.raises(ValueError, match="frozen"):
        lawbook.term_rule("sample.finish", NEW).amount = 9
