"""A basis is written as a lawyer writes it, whether a lawbook made it or a declaration."""

import pytest

from guiju.kernel.lawbook.api import Basis, RulepackInvalid, UnknownLaw, article_words, load_lawbook


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("29", "第29条"),
        ("16-1", "第16条之1"),
        ("48/2", "第48条第2款"),
        ("64(2)", "第64条第2项"),
        ("33/1(2)", "第33条第1款第2项"),
        ("7.3.5.1", "第7.3.5.1条"),
        ("二(六)", "二(六)"),
        ("", ""),
    ],
)
def test_numbers_are_read_as_article_paragraph_item(number, words):
    assert article_words(number) == words


def test_a_basis_written_in_a_declaration_finds_its_title():
    assert Basis("people-mediation-law", "29").label == "《人民调解法》第29条"
    assert str(Basis("three-systems-opinion", "二(六)")) == "《行政执法三项制度指导意见》二(六)"


def test_a_basis_is_the_same_whoever_made_it():
    made = load_lawbook(["cn"]).basis("people-mediation-law", "29")
    assert made == Basis("people-mediation-law", "29")
    assert len({made, Basis("people-mediation-law", "29")}) == 1
    assert made != Basis("people-mediation-law", "30")


def test_a_law_that_is_nowhere_cannot_be_cited():
    with pytest.raises(UnknownLaw, match=r"laws\.yaml"):
        _ = Basis("lost-law", "1").label


def test_the_written_form_of_rulepacks_is_read():
    assert Basis.parse("people-mediation-law 33") == Basis("people-mediation-law", "33")
    assert Basis.parse("mediation-document-formats").article == ""
    with pytest.raises(RulepackInvalid, match="依据为空"):
        Basis.parse(" ")
