"""A pack nearer to the town replaces a row of a pack above it only if it says so."""

from datetime import date

import pytest

from guiju.kernel.lawbook.api import RulepackInvalid, UnknownLaw, load_lawbook, pack_chain

DAY = date(2023, 5, 1)
STRICTER = """
terms:
  - {id: sample.finish, label: 示例镇办结, event: 受理, bearer: 本机关, amount: 3, unit: 工作日, force: 内部要求,
     basis: sample-mediation-law 9, from: 2023-01-01, status: verified, fact: sample.town}
"""


def test_a_declared_override_replaces_the_rule_for_the_town_alone(nation, write_pack):
    write_pack("town", parent="nation", level="town", terms="overrides: [sample.finish]\n" + STRICTER)
    assert load_lawbook(["nation", "town"], nation).term_rule("sample.finish", DAY).amount == 3
    assert load_lawbook(["nation"], nation).term_rule("sample.finish", DAY).amount == 5


def test_an_undeclared_override_is_refused_with_its_name(nation, write_pack):
    write_pack("town", parent="nation", level="town", terms=STRICTER)
    with pytest.raises(RulepackInvalid, match=r"“town”的“sample\.finish”.*overrides"):
        load_lawbook(["nation", "town"], nation)


def test_a_basis_in_a_law_that_no_pack_holds_is_refused(nation, write_pack):
    write_pack("town", level="town", terms=STRICTER.replace("sample-mediation-law", "lost-law"))
    with pytest.raises(UnknownLaw, match="lost-law"):
        load_lawbook(["town"], nation)


def test_the_chain_of_packs_runs_from_the_nation_to_the_town(nation, write_pack):
    write_pack("city", parent="nation", level="city")
    write_pack("town", parent="city", level="town")
    assert pack_chain("town", nation) == ("nation", "city", "town")


def test_a_chain_that_bites_its_tail_is_refused(nation, write_pack):
    write_pack("east", parent="west", level="city")
    write_pack("west", parent="east", level="city")
    with pytest.raises(RulepackInvalid, match="绕成了圈"):
        pack_chain("west", nation)


def test_laws_may_be_spread_over_several_files(nation, write_pack):
    folder = write_pack("town", parent="nation", level="town")
    (folder / "values-first.yaml").write_text(
        "values: [{name: sample.fee, label: 费用, value: 0, basis: sample-mediation-law 9, from: 2023-01-01,"
        " status: verified, fact: x}]",
        "utf-8",
    )
    (folder / "values-second.yaml").write_text(
        "values: [{name: sample.people, label: 人数, value: 2, basis: sample-mediation-law 9, from: 2023-01-01,"
        " status: verified, fact: x}]",
        "utf-8",
    )
    lawbook = load_lawbook(["nation", "town"], nation)
    assert [lawbook.value(name, DAY).value for name in ("sample.fee", "sample.people")] == [0, 2]


def test_a_missing_pack_and_a_broken_file_are_named(nation, write_pack):
    with pytest.raises(RulepackInvalid, match="找不到规则包“nowhere”"):
        load_lawbook(["nowhere"], nation)
    write_pack("bad", terms="terms: [{id: sample.x}]")
    with pytest.raises(RulepackInvalid, match=r"terms\.yaml.*缺少这一项"):
        load_lawbook(["bad"], nation)
