"""A Word form with a matrix (示例): villages down, kinds of dispute across in a head of two merged rows, a row of sums."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from guiju.exchange.superiors_forms.api import Blank, FormMapping, matrix_at, matrix_head, with_matrix
from guiju.kernel.indicators.api import axes_of, indicator_of
from samples.form_mappings import COUNTED

PARTS = ("化解数", "未化解数")
FIRST = "t1.r3.c2"


def word_matrix(villages: Sequence[str], kinds: Sequence[str], *, behind: bool = False) -> bytes:
    """The form; `behind` another table. The last sum is a formula of Word's."""
    page = Document()
    page.add_paragraph("矛盾纠纷排查化解情况统计表（示例，均为虚构）")
    if behind:
        page.add_table(rows=1, cols=2).cell(0, 0).text = "填报单位"
    table = page.add_table(rows=3 + len(villages), cols=1 + 2 * len(kinds), style="Table Grid")
    cells = [row.cells for row in table.rows]
    cells[0][0].merge(cells[1][0]).text = "村居"
    for at, kind in enumerate(kinds):
        cells[0][1 + 2 * at].merge(cells[0][2 + 2 * at]).text = kind
        for part, words in enumerate(PARTS):
            cells[1][1 + 2 * at + part].text = words
    for at, name in enumerate((*villages, "合计"), 2):
        cells[at][0].text = name
    formula = OxmlElement("w:fldSimple")
    formula.set(qn("w:instr"), " =SUM(ABOVE) ")
    cells[-1][-1].paragraphs[0]._p.append(formula)
    page.add_paragraph("填表人：________")
    made = io.BytesIO()
    page.save(made)
    return made.getvalue()


def mapped(blank: Blank) -> FormMapping:
    """What a clerk says of it by pointing at the first figure's cell."""
    axis = next(one for one in axes_of(indicator_of("screening.factors")) if one.id == "dispute_kind")
    return with_matrix(FormMapping(), matrix_at(matrix_head(blank, FIRST), axis, COUNTED))
