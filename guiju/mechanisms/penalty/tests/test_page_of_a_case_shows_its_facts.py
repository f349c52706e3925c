"""The page of a case: facts by part of the procedure with their values in words, and tables of what repeats."""

from decimal import Decimal

from guiju.mechanisms.penalty.shown import shown


def facts_of(desk, matter):
    told = shown(desk.snapshot(matter), desk.moment)
    return {label: value for group in told.groups for label, value in group.facts}


def test_what_is_not_there_yet_is_left_out(desk):
    told = shown(desk.snapshot(desk.clue()), desk.moment)
    assert [group.title for group in told.groups] == ["线索和立案"]
    assert told.listings == ()


def test_amounts_and_choices_stand_in_words_with_their_units(desk):
    matter = desk.decided()
    desk.take(matter, "serve")
    desk.take(matter, "pay", amount=Decimal(1000))
    told = facts_of(desk, matter)
    assert told["执法事项"] and "waste_sorting" not in told["执法事项"]
    assert (told["拟作的处罚"], told["处罚"]) == ("罚款3,000元", "罚款3,000元")
    assert told["罚款缴纳"] == "已缴1,000元，还差2,000元"


def test_tables_tell_goods_and_never_the_title_of_evidence(desk):
    matter = desk.clue()
    desk.take(matter, "file_case")
    desk.take(matter, "collect", title="证人示例甲的证言")
    desk.take(matter, "preserve")
    tables = {listing.title: listing.rows for listing in shown(desk.snapshot(matter), desk.moment).listings}
    assert tables["涉案物品"][0][-1] == "还没有处理"
    assert "示例甲" not in str(tables["证据"])
