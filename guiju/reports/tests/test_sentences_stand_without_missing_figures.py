"""Texts with figures in them: what is understood, and what is left when a figure is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.reports.clauses import kept
from guiju.reports.errors import ReportError
from guiju.reports.tokens import Piece, Token, Word, parse, split_lead


def _text(pieces: list[Piece]) -> str:
    return "".join(piece if isinstance(piece, str) else f"<{getattr(piece, 'id', 'word')}>" for piece in pieces)


def _left(text: str, *there: str) -> str:
    return _text(kept(parse(text), lambda token: token.id in there))


@pytest.mark.parametrize(
    ("there", "left"),
    [
        (("a.a", "b.b", "c.c"), "截至10月，排查<a.a>，调处<b.b>；制作协议书<c.c>。"),
        (("a.a", "b.b"), "截至10月，排查<a.a>，调处<b.b>。"),
        (("a.a", "c.c"), "截至10月，排查<a.a>，制作协议书<c.c>。"),
        (("b.b",), "截至10月，调处<b.b>。"),
        ((), ""),
    ],
)
def test_a_clause_without_its_figure_goes_with_its_comma(there: tuple[str, ...], left: str) -> None:
    assert _left("截至10月，排查{a.a}，调处{b.b}；制作协议书{c.c}。", *there) == left


def test_a_sentence_whose_figures_are_all_missing_goes_alone() -> None:
    text = "窗口天天开放。接待{a.a}，指引{b.b}。解答{c.c}。"
    assert _left(text, "c.c") == "窗口天天开放。解答<c.c>。"
    assert _left(text) == ""


def test_a_text_without_figures_stays_whole() -> None:
    text = "对照要求，还有不足；一是“登记，不够及时。”二是（略）。"
    assert _left(text) == text


def test_brackets_and_quotation_marks_are_not_split() -> None:
    text = "布局为“{a.a}，三级”，接待{b.b}（其中上门，预约{c.c}）。"
    assert _left(text, "a.a", "c.c") == "布局为“<a.a>，三级”。"
    assert _left(text, "b.b", "c.c") == "接待<b.b>（其中上门，预约<c.c>）。"


def test_saying_until_when_is_no_figure() -> None:
    assert _left("{a.a|截至}，接待{b.b}。", "a.a") == ""


NAMES = ("a.a", "b.b", "c.c", "d.d")


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), st.sets(st.sampled_from(NAMES)), st.data())
def test_what_is_left_is_still_a_sentence(used: list[str], there: set[str], data: st.DataObject) -> None:
    joins = [data.draw(st.sampled_from("，；。")) for _ in used[:-1]]
    text = "".join(f"办理{{{name}}}{join}" for name, join in zip(used, [*joins, "。"], strict=True))
    left = _left(text, *there)
    assert all(f"<{name}>" in left for name in set(used) & there)
    assert not any(f"<{name}>" in left for name in set(used) - there)
    assert left == "" or left.endswith("。")
    assert not any(pair in left for pair in ("，，", "；；", "，；", "；，", "，。", "；。", "。。"))


def test_options_of_a_token_are_understood() -> None:
    assert parse("{a.a|余|零=未发生}") == [Token("a.a", "余", "derived", "未发生")]
    assert parse("{a.a | 平台}") == [Token("a.a", kind="attested")]
    assert parse("{year}年") == [Word("year"), "年"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("共{a.a件", "不成对"),
        ("共}件", "不成对"),
        ("共{a.a|大约}", "大约"),
        ("共{年份}", "年份"),
        ("{year|余}", "year"),
    ],
)
def test_braces_that_are_not_understood_are_named(text: str, said: str) -> None:
    with pytest.raises(ReportError, match=said):
        parse(text)


def test_the_leading_sentence_is_set_apart() -> None:
    assert split_lead("**抓早抓小。**逐件登记。") == ("抓早抓小。", "逐件登记。")
    assert split_lead("逐件**登记**。") == ("", "逐件**登记**。")
