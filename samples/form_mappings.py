"""How the sample town fills the blanks of `forms` and `word_forms`: what a clerk would say of them by pointing."""

from collections.abc import Callable
from dataclasses import replace

from guiju.exchange.superiors_forms.api import (
    Blank,
    Fill,
    FormMapping,
    list_at,
    matrix_at,
    matrix_head,
    with_list,
    with_matrix,
)
from guiju.kernel.indicators.api import axes_of, indicator_of
from guiju.kernel.mechanism.api import listed_registers
from samples.forms import BULK, MONTHLY, QUARTERLY, QUARTERLY_ROWS
from samples.word_forms import CONFIRMATION, LOG, ORAL

RESOLVED, UNRESOLVED = ("screening.resolved",), ("screening.handed_over", "screening.ongoing")
COUNTED = {
    "化解数": RESOLVED,
    "未化解数": UNRESOLVED,
    "本月矛盾纠纷总数": ("screening.factors",),
    "本月未化解纠纷数": UNRESOLVED,
}


def text(code: str) -> Fill:
    """A text of the product's own."""
    return Fill("text", (code,))


def field(name: str) -> Fill:
    """A column of the matter."""
    return Fill("field", (name,))


def monthly(blank: Blank) -> FormMapping:
    """The matrix, with who reports and when above and below it."""
    texts = {"月报!A2": "government", "月报!H2": "period", "月报!A31": "person", "月报!O31": "today"}
    said = FormMapping(cells={where: text(code) for where, code in texts.items()})
    axis = next(one for one in axes_of(indicator_of("screening.factors")) if one.id == "dispute_kind")
    return with_matrix(said, matrix_at(matrix_head(blank, "月报!B6"), axis, COUNTED))


def bulk(blank: Blank) -> FormMapping:
    """The 25 columns, one mediation a row, by the day of acceptance."""
    said = FormMapping(cells={"导入模板!A7": text("person"), "导入模板!E7": text("today")})
    return with_list(said, list_at(blank, "导入模板!A2", listed_registers()["mediation"], "month"))


def quarterly(_: Blank) -> FormMapping:
    """Single figures of three periods."""
    texts = {"季度表!A2": "government", "季度表!D2": "period", "季度表!A12": "person", "季度表!D12": "today"}
    cells = {where: text(code) for where, code in texts.items()}
    for row, (_name, figure) in enumerate(QUARTERLY_ROWS, 4):
        for column, period in zip("BCD", ("quarter", "year", "year_before"), strict=True):
            if figure:
                cells[f"季度表!{column}{row}"] = Fill("figure", (figure,), period)
    return FormMapping(rhythm="quarter", cells=cells)


def oral(_: Blank) -> FormMapping:
    """One paper a mediation."""
    cells = {
        "p2.1": "unit", "p2.2": "number", "t1.r1.c2": "applicant", "t1.r1.c4": "respondent", "t1.r2.c2": "accepted_on",
        "t1.r2.c4": "cross_committee", "t1.r3.c2": "dispute_kind", "t1.r3.c4": "place", "t1.r4.c2": "facts",
        "t1.r5.c2": "outcome", "t1.r5.c4": "amount", "t1.r6.c2": "agreement_text", "t1.r7.c2": "performance",
        "t1.r7.c4": "mediated_on",
    }  # fmt: skip
    return FormMapping("matter", "oral_mediation", "mediated_on", {where: field(name) for where, name in cells.items()})


def log(blank: Blank) -> FormMapping:
    """The month of the advisers, one service a row."""
    said = FormMapping(cells={"p2.1": text("town"), "p2.2": text("period"), "p2.3": text("person")})
    return with_list(said, list_at(blank, "t1.r1.c1", listed_registers()["adviser_log"], "month"))


def confirmation(_: Blank) -> FormMapping:
    """One paper a service, its kind ticked."""
    cells = {
        "p2.1": "adviser", "p2.2": "event_date", "p2.3": "unit", "p3.x": "kind", "t1.r1.c2": "client", "t1.r1.c4": "medium",
        "t1.r2.c2": "content", "t1.r3.c2": "outcome", "t1.r4.c2": "attendances", "t1.r4.c4": "number",
    }  # fmt: skip
    return FormMapping("matter", "adviser_log", "event_date", {where: field(name) for where, name in cells.items()})


MAPPINGS: dict[str, Callable[[Blank], FormMapping]] = {
    MONTHLY: monthly,
    BULK: bulk,
    QUARTERLY: quarterly,
    f"上级空表/{ORAL}": oral,
    f"上级空表/{LOG}": log,
    f"上级空表/{CONFIRMATION}": confirmation,
}


def once(mapping: FormMapping, period: str) -> FormMapping:
    """The mapping with its lists of another period."""
    return replace(mapping, lists=tuple(replace(one, period=period) for one in mapping.lists))
