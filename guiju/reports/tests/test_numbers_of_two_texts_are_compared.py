"""Numbers of a signed paper against ours, clause by clause: what differs is named, how it is written does not matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.documents.api import Bold, Paragraph, Text
from guiju.kernel.documents.api import Figure as FigureRun
from guiju.reports.clause_numbers import Clause, clauses_in, clauses_of, number_differences

OURS = (
    Paragraph((Bold("调解有登记。"), Text("截至10月底，化解纠纷"), FigureRun("m.r", "83件", ""), Text("，制作协议书"),
               FigureRun("m.a", "83份", ""), Text("。"))),
    Paragraph((Text("公示率"), FigureRun("p.s", "100%（23/23）", ""), Text("，培训"), FigureRun("t.s", "三场次", ""), Text("。"))),
)  # fmt: skip
SAME = "调解有登记。截至10月底，化解纠纷83件，制作协议书83份。公示率100%（23/23），培训三场次。"


def differences(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(found.ours.figures, found.theirs) for found in number_differences(clauses_of(OURS), clauses_in(text))]


@pytest.mark.parametrize(
    "text",
    [
        SAME,
        SAME.replace("，", "， "),
        SAME.replace("83", "８３"),
        f"示例镇人民政府文件\n各村居：\n{SAME}\n（此件公开发布）",
    ],
)
def test_same_numbers_are_the_same_however_they_are_set(text):
    assert differences(text) == []


def test_changed_number_is_named_with_its_figure():
    assert (("m.r",), "化解纠纷85件") in differences(SAME.replace("纠纷83件", "纠纷85件"))


def test_changed_number_in_characters_is_named():
    assert (("t.s",), "培训四场次") in differences(SAME.replace("培训三", "培训四"))


def test_clause_that_is_gone_is_named():
    assert (("m.a",), "") in differences(SAME.replace("，制作协议书83份", ""))


def test_thousands_are_the_same_with_and_without_a_comma():
    ours = [Clause("罚款135,450元")]
    assert number_differences(ours, clauses_in("罚款135450元，其余略")) == []
    assert number_differences(ours, clauses_in("罚款135,460元，其余略")) != []


def test_reworded_clause_is_found_by_likeness():
    assert differences(SAME.replace("化解纠纷83件", "共化解纠纷83件")) == []


@given(
    st.lists(st.tuples(st.sampled_from("甲乙丙丁戊己庚辛"), st.integers(0, 999)), min_size=1, max_size=12, unique=True)
)
def test_every_change_is_found_and_nothing_else(told):
    ours = [Clause(f"{name}类办结{number}件") for name, number in told]
    assert number_differences(ours, clauses_in("，".join(clause.text for clause in ours))) == []
    changed = [Clause(f"{name}类办结{number + 1}件") for name, number in told]
    assert len(number_differences(ours, changed)) == len(ours)
