"""怎么算的 on the page and on paper: a short term day by day with what does not count, a long one from day to day, each
with its sentences; the paper names private persons masked."""

import datetime as dt

import pytest

from guiju.kernel.terms.api import Term
from guiju.mechanisms.penalty.tests.made_cases import Desk, found_town
from guiju.web.present.term_drawing import drawn, drawn_terms
from guiju.web.present.term_paper import term_paper

pytestmark = pytest.mark.django_db
FRIDAY = dt.date(2026, 3, 13)


@pytest.fixture
def terms():
    desk = Desk(found_town(), FRIDAY)
    matter = desk.noticed()
    later = desk.after(3)
    return {term["label"]: term for term in drawn_terms(later.snapshot(matter), later.moment)}


def test_days_of_a_short_term_are_told_one_by_one(terms):
    days = next(term for label, term in terms.items() if "申辩" in label)["explanation"]["days"]
    assert [(day["date"], day["word"]) for day in days[:4]] == [
        ("13", "起算日"),
        ("14", "不计"),
        ("15", "不计"),
        ("16", "1"),
    ]
    assert [day["state"] for day in days[:4]] == ["start", "skip", "skip", "today"]
    assert (days[-1]["state"], days[-1]["word"]) == ("end", "5")


def test_long_term_is_a_bar_from_its_event_to_its_last_day(terms):
    bar = next(term for label, term in terms.items() if "决定" in label)["bar"]
    assert (bar["value"], bar["most"], bar["now"]) == (3, 90, "今天，第 3 日")


def test_each_keeps_its_sentences_and_its_article(terms):
    assert all(term["explanation"]["sentences"] and term["article"] for term in terms.values())


def papers(desk, matter):
    """The papers of a matter's terms by rule."""
    snapshot, moment = desk.snapshot(matter), desk.moment
    return {row["rule"]: term_paper(snapshot, row, drawn(row, moment), moment) for row in snapshot.of(Term)}


def test_paper_for_the_party_tells_days_or_dates_and_the_articles():
    desk = Desk(found_town(), FRIDAY)
    told = papers(desk, desk.noticed())
    defence, decision = told["penalty.defence"], told["penalty.decide"]
    assert defence["heading"] == "陈述、申辩期限至2026年3月20日"
    assert (defence["days"][0]["counts"], defence["days"][1]["note"]) == ("不计", "休息日")
    last = defence["days"][-1]
    assert (last["date"], last["counts"], last["note"], last["last"]) == ("3月20日", "第 5 日", "期限届满", True)
    assert not defence["facts"]
    assert not decision["days"]
    assert [label for label, _ in decision["facts"]][1:] == ["期限", "届满之日"]
    assert all(basis["summary"] for basis in defence["bases"] + decision["bases"])
    assert defence["parties"] == "示例食品有限公司"
    private = desk.clue(party_kind="person", party="示例甲")
    desk.take(private, "file_case")
    assert papers(desk, private)["penalty.decide"]["parties"] == "示某某"
