"""One dispute carries the categories of several owners, through dated tables."""

from datetime import date

import pytest

from guiju.kernel.lawbook.api import NotInForce, UnknownRule, load_lawbook, pack_chain

DAY = date(2022, 10, 31)


@pytest.fixture(scope="module")
def lawbook():
    return load_lawbook(pack_chain("sample-qinghe"))


@pytest.mark.parametrize(
    ("owner", "theirs", "ours"),
    [
        ("justice_bureau", "道路交通事故", "traffic"),
        ("justice_bureau", " 邻里纠纷", "neighbour"),
        ("screening", "医患", "medical"),
        ("screening", "涉疫", "epidemic"),
        ("governance_centre", "拖欠农民工工资纠纷", "wage_arrears"),
    ],
)
def test_their_category_becomes_ours(lawbook, owner, theirs, ours):
    assert lawbook.map_code(owner, "dispute_kind", theirs, DAY) == ours


def test_every_one_of_ours_has_a_place_in_the_monthly_table(lawbook):
    fifteen = {lawbook.owner_code("justice_bureau", "dispute_kind", c.code, DAY) for c in lawbook.codes("dispute_kind")}
    assert len(fifteen) == 15


def test_what_seven_categories_cannot_hold_is_asked_not_guessed(lawbook):
    assert lawbook.owner_code("screening", "dispute_kind", "wage_arrears", DAY) == "劳资"
    with pytest.raises(UnknownRule, match="排查"):
        lawbook.owner_code("screening", "dispute_kind", "contract", DAY)


def test_all_our_sources_fall_into_the_three_of_the_monthly_table(lawbook):
    sources = [
        lawbook.owner_code("justice_bureau", "mediation_source", c.code, DAY) for c in lawbook.codes("mediation_source")
    ]
    assert set(sources) == {"申请调解", "主动调解", "接受委托移送"}


def test_unknown_categories_owners_and_days_are_named(lawbook):
    with pytest.raises(UnknownRule, match="吵架"):
        lawbook.map_code("justice_bureau", "dispute_kind", "吵架", DAY)
    with pytest.raises(UnknownRule, match="nobody/dispute_kind"):
        lawbook.map_code("nobody", "dispute_kind", "邻里", DAY)
    with pytest.raises(NotInForce, match="2015-12-31"):
        lawbook.map_code("justice_bureau", "dispute_kind", "邻里", date(2015, 12, 31))
    with pytest.raises(UnknownRule, match="no_such_kind"):
        lawbook.codes("no_such_kind")
