"""Names, kinds, yes and no, and free text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.exchange.sheets.api import (
    NO_SUGGESTION,
    Ask,
    Choices,
    ErrorValue,
    LostDigits,
    Parsed,
    UncomputedFormula,
    Wrong,
    read_choice,
    read_flag,
    read_persons,
    read_text,
)

KINDS = Choices(
    {
        "labour": ("劳动争议", "欠薪", "劳资"),
        "neighbour": ("邻里纠纷", "相邻关系"),
        "land": ("山林土地纠纷", "宅基地"),
    }
)
OUTCOMES = Choices({"agreed": ("达成协议", "调成"), "failed": ("调解不成",)}, closed=True)


@pytest.mark.parametrize(
    ("written", "names"),
    [("张三", ("张三",)), ("张三、李四", ("张三", "李四")), ("张三，李四;王五\n赵六", ("张三", "李四", "王五", "赵六")), ("张三 李四", ("张三", "李四")),
     ("张 三", ("张三",)), ("张　三、李四", ("张三", "李四")), ("某某公司", ("某某公司",)), ("阿卜杜拉·买买提", ("阿卜杜拉·买买提",)),
     ("John Smith", ("John Smith",)), ("", None), ("无", None)],
)  # fmt: skip
def test_names_are_parted_as_people_part_them(written, names):
    assert read_persons(written) == Parsed(names)


@pytest.mark.parametrize(
    ("written", "names"),
    [("张三等3人", ("张三",)), ("张三、李四等人", ("张三", "李四")), ("张 三 李四", ("张三", "李四"))],
)
def test_incomplete_or_doubtful_names_are_asked(written, names):
    result = read_persons(written)
    assert isinstance(result, Ask)
    assert result.suggestion == names


def test_a_number_is_no_name():
    assert isinstance(read_persons(12.0), Wrong)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("劳动争议", "labour"),
        (" 劳动 争议 ", "labour"),
        ("欠薪", "labour"),
        ("邻里", "neighbour"),
        ("邻里类", "neighbour"),
        ("land", "land"),
        ("", None),
    ],
)
def test_a_known_word_gives_its_kind(written, kind):
    assert read_choice(written, KINDS) == Parsed(kind)


@pytest.mark.parametrize(("written", "kind"), [("土地", "land"), ("讨薪", "labour")])
def test_a_near_word_is_asked_with_the_kind(written, kind):
    assert read_choice(written, KINDS) == Ask(f"“{written}”归入哪一类？", kind)


def test_an_unknown_word_is_asked_or_refused_as_the_column_says():
    assert read_choice("外星", KINDS) == Ask("“外星”归入哪一类？", NO_SUGGESTION)
    refused = read_choice("待定", OUTCOMES)
    assert refused == Wrong("不认识“待定”。可以填：达成协议、调解不成。")


@given(st.text(st.sampled_from("邻里相关系劳动争议欠薪资山林土地宅基纠纷类 "), max_size=6))
def test_a_kind_is_taken_only_for_a_word_that_names_it(written):
    result = read_choice(written, KINDS)
    if isinstance(result, Parsed) and result.value is not None:
        said = "".join(written.split()).rstrip("纠纷争议类")
        assert said in {word.rstrip("纠纷争议类") for word in KINDS.words[result.value]} | {""}


@pytest.mark.parametrize(
    ("written", "value"),
    [("是", True), ("√", True), (True, True), (1.0, True), ("否", False), ("无", False), ("×", False), ("", None)],
)
def test_yes_and_no_in_their_usual_forms(written, value):
    assert read_flag(written) == Parsed(value)


def test_neither_yes_nor_no_is_asked():
    assert read_flag("部分") == Ask("“部分”是“是”还是“否”？", NO_SUGGESTION)


@pytest.mark.parametrize(
    ("raw", "text"),
    [("  因院墙\n争执 ", "因院墙\n争执"), (12.0, "12"), (12.5, "12.5"), (dt.date(2022, 3, 5), "2022-03-05"), ("甲_x000D_", "甲"),
     (dt.datetime.fromisoformat("2022-03-05"), "2022-03-05"), ("#3楼漏水", "#3楼漏水"), (" ", None), ("/", "/")],
)  # fmt: skip
def test_free_text_is_kept_as_written(raw, text):
    assert read_text(raw) == Parsed(text)


@pytest.mark.parametrize("raw", [LostDigits(1e17), ErrorValue("#N/A"), "#REF!", UncomputedFormula()])
def test_what_is_lost_is_an_error_in_every_column(raw):
    for read in (read_text, read_persons, read_flag, lambda value: read_choice(value, KINDS)):
        assert isinstance(read(raw), Wrong)
