"""Every layout names fields of its register, and words that clerks write lead to our categories."""

from __future__ import annotations

import pytest

from guiju.mechanisms.mediation import forms
from guiju.mechanisms.mediation.register import MEDIATION, ORAL_MEDIATION, OUTCOMES, REGISTERS

LAYOUTS = [(register, layout) for register in REGISTERS for layout in register.layouts]


@pytest.mark.parametrize(("register", "layout"), LAYOUTS, ids=lambda item: item.id)
def test_columns_are_fields_of_the_register(register, layout):
    unknown = [column.field for column in layout.columns if column.field not in register.field_table]
    assert unknown == []
    headings = [heading for column in layout.columns for heading in column.headings]
    assert len(headings) == len(set(headings))
    assert not set(headings) & set(layout.ignored)


def test_fields_of_a_register_bear_one_name_each():
    for register in REGISTERS:
        assert len(register.field_table) == len(register.fields)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("动迁", "expropriation"),
        ("劳资", "labour"),
        ("医患", "medical"),
        ("道路交通", "traffic"),
        ("交通事故", "traffic"),
        ("物业管理", "property_management"),
        ("家庭", "family"),
        ("邻里", "neighbour"),
    ],
)
def test_words_of_other_owners_lead_to_our_categories(word, code):
    assert forms.DISPUTE_WORDS[word] == code
    assert code in forms.DISPUTE_KINDS


@pytest.mark.parametrize(
    ("word", "code"),
    [("申请调解", "party"), ("主动", "own_initiative"), ("公安移交", "police_110"), ("12345热线", "hotline_12345")],
)
def test_words_for_the_source_lead_to_our_sources(word, code):
    assert forms.SOURCE_WORDS[word] == code


def test_synonyms_name_known_choices():
    for register in REGISTERS:
        for item in register.fields:
            assert set(item.synonyms.values()) <= set(item.choices), item.name


def test_outcomes_are_those_that_a_row_can_tell():
    assert set(OUTCOMES) == {"agreement", "failed", "withdrawn", "ongoing"}
    assert set(ORAL_MEDIATION.field_table["outcome"].choices) == {"agreement", "failed"}


def test_nobody_is_asked_for_what_is_refused_by_principle():
    asked = {heading for _, layout in LAYOUTS for column in layout.columns for heading in column.headings}
    assert not asked & {"涉及特殊群体情况", "民族", "人员类别", "重点人员"}
    assert MEDIATION.names_matters == ("source_number",)
