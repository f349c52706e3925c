"""怎么算的 on the page: a short term day by day with what does not count, a long one as a bar, each with its sentences."""

import datetime as dt

import pytest

from guiju.mechanisms.penalty.tests.made_cases import Desk, found_town
from guiju.web.present.term_drawing import drawn_terms

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
