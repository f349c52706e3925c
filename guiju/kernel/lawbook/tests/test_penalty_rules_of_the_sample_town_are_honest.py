"""What the law leaves open stands as the sample town's own rule, internal or doubtful; Shanghai's list has its date."""

from datetime import date

import pytest
from pydantic import ValidationError

from guiju.kernel.lawbook.api import Force, NotInForce, Status, UnknownRule, load_lawbook, pack_chain
from guiju.kernel.lawbook.rows import CodeList

DAY, BEFORE = date(2024, 3, 1), date(2022, 6, 1)
TOWN = "qinghe-enforcement-rules"


@pytest.fixture(scope="module")
def lawbook():
    return load_lawbook(pack_chain("sample-qinghe"))


@pytest.mark.parametrize(
    ("name", "days", "act"),
    [("penalty.defence", 5, "44"), ("penalty.simple.report", 2, "52"), ("penalty.legal_review", 5, "58")],
)
def test_days_that_the_act_does_not_name_are_the_towns(lawbook, name, days, act):
    rule = lawbook.term_rule(name, DAY)
    assert (rule.amount, rule.force, rule.basis.law) == (days, Force.INTERNAL, TOWN)
    assert lawbook.basis("administrative-penalty-law", act) in rule.also
    assert not rule.overdue_in_red
    assert not lawbook.is_hard(rule.basis, DAY)
    assert "没有规定" in rule.note


def test_defence_window_is_a_least_time_of_the_party(lawbook):
    rule = lawbook.term_rule("penalty.defence", DAY)
    assert (rule.bound, rule.bearer) == ("at_least", "当事人")


@pytest.mark.parametrize("day", [date(2022, 6, 1), DAY])
def test_decision_may_be_extended_once_in_the_sample_town(lawbook, day):
    rule = lawbook.term_rule("penalty.decide", day)
    assert rule.extension is not None
    assert (rule.extension.by, rule.extension.amount) == ("行政机关负责人", 30)
    assert "待核实" in rule.note
    assert rule.suspended_by == (("听证",) if day >= date(2023, 4, 1) else ())


@pytest.mark.parametrize(("who", "amount"), [("person", 5000), ("organisation", 50000)])
def test_review_amounts_of_shanghai_begin_in_february_2023(lawbook, who, amount):
    name = f"penalty.legal_review.amount.{who}"
    assert lawbook.value(name, DAY).value == amount
    assert lawbook.value(name, date(2023, 2, 1)).status is Status.VERIFIED
    assert lawbook.value(name, date(2023, 1, 31)).status is Status.UNSURE
    with pytest.raises(NotInForce):
        load_lawbook(pack_chain("cn-sh")).value(name, date(2023, 1, 31))


@pytest.mark.parametrize(
    "name",
    [
        *(
            f"penalty.{what}.{who}"
            for what in ("discussion.amount", "publicity.years")
            for who in ("person", "organisation")
        ),
    ],
)
def test_town_values_without_a_source_are_doubtful(lawbook, name):
    value = lawbook.value(name, DAY)
    assert (value.status, value.basis.law) == (Status.UNSURE, TOWN)
    with pytest.raises(UnknownRule):
        load_lawbook(pack_chain("cn-sh")).value(name, DAY)


def test_answers_to_reports_are_shanghais(lawbook):
    assert lawbook.term_rule("urban_enforcement.report.reply", DAY).amount == 5
    assert lawbook.term_rule("urban_enforcement.report.transfer", DAY).amount == 3


def test_audio_video_list_says_where_what_and_how(lawbook):
    codes = {code.code: code for code in lawbook.codes("record_item")}
    assert len(codes) == 13
    assert list(lawbook.columns("record_item").values()) == ["场所", "记录内容", "起止", "记录要求"]
    assert all(set(code.columns) == set(lawbook.columns("record_item")) for code in codes.values())
    assert {name for name, code in codes.items() if code.columns["manner"] == "全程"} == {"seal", "demolish"}
    assert lawbook.columns("dispute_kind") == {}


def test_category_fills_the_columns_that_its_list_names():
    with pytest.raises(ValidationError, match="“甲”的 columns"):
        CodeList.model_validate(
            {"kind": "x", "label": "乙", "codes": [{"code": "a", "label": "甲", "columns": {"b": "丙"}}]}
        )


ARTICLES = {
    "administrative-penalty-law": (9, 24, 27, 28, 33, 36, *range(41, 49), 51, 52, *range(54, 68), 72, 73, 74),
    "administrative-coercion-law": (35, 53, 54, 55),
    "three-systems-opinion": ("二(五)", "二(六)", "三(八)", "四(十一)", "四(十二)", "四(十三)", "四(十四)"),
    "crime-transfer-regulation": (5, 6, 8, 9, 12),
}


@pytest.mark.parametrize(("law", "number"), [(law, str(n)) for law, numbers in ARTICLES.items() for n in numbers])
def test_articles_of_a_penalty_procedure_are_there_and_read(lawbook, law, number):
    assert lawbook.article(lawbook.basis(law, number), DAY).status is Status.VERIFIED


@pytest.mark.parametrize("day", [BEFORE, DAY])
def test_publication_rests_on_seven_working_days(lawbook, day):
    assert str(lawbook.term_rule("publicity.decision", day).unit) == "工作日"
