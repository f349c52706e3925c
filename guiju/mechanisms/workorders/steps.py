"""Steps that both kinds of order have: contact, giving back, call-back, link, closing."""

from __future__ import annotations

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.procedure.api import Input, Stage, Step
from guiju.mechanisms.workorders import bases, effects, forms, guards

STAGES = (
    Stage("dispatched", "已派单"),
    Stage("contacted", "已联系"),
    Stage("handled", "已处理"),
    Stage("closed", "已办结", end=True),
    Stage("returned", "已退单", end=True),
)
AT_WORK = ("dispatched", "contacted")


def contact(basis: Basis, term: str) -> Step:
    """先行联系 ends the town's period for it."""
    return Step(
        "contact",
        "联系当事人",
        AT_WORK,
        "contacted",
        bases.REGISTRARS,
        (basis,),
        forms.CONTACT,
        guards=(guards.dated("contacted_on", "联系日期"),),
        effects=effects.contact,
        button="登记联系",
        closes=(term,),
        dated_by="contacted_on",
    )


def handle(basis: Basis, inputs: tuple[Input, ...], *, closes: tuple[str, ...] = ()) -> Step:
    """登记处理结果."""
    return Step(
        "handle",
        "登记处理结果",
        AT_WORK,
        "handled",
        bases.REGISTRARS,
        (basis,),
        inputs,
        guards=(
            guards.dated("handled_on", "处理日期"),
            guards.NOT_GIVEN_BACK,
            guards.CONTACTED,
            guards.MEDIATION_NAMED,
            guards.NOT_LINKED,
            guards.DAY_KNOWN,
        ),
        effects=effects.handle,
        closes=closes,
        dated_by="handled_on",
    )


def give_back(basis: Basis) -> Step:
    """退单 needs a reason."""
    return Step(
        "give_back",
        "退单",
        AT_WORK,
        "returned",
        bases.REGISTRARS,
        (basis,),
        forms.RETURN,
        guards=(guards.dated("returned_on", "退单日期"), guards.REASON_GIVEN, guards.DAY_KNOWN),
        effects=effects.give_back,
        dated_by="returned_on",
        other_way=True,
    )


def call_back(basis: Basis) -> Step:
    """回访: what the person says of it is written down as said."""
    return Step(
        "call_back",
        "回访",
        ("handled", "closed"),
        None,
        bases.REGISTRARS,
        (basis,),
        forms.CALL_BACK,
        establishes=("called_back",),
        guards=(guards.dated("called_back_on", "回访日期"),),
        effects=effects.call_back,
        button="记录回访",
        dated_by="called_back_on",
        other_way=True,
    )


LINK_MEDIATION = Step(
    "link_mediation",
    "关联人民调解",
    (*AT_WORK, "handled", "closed"),
    None,
    bases.REGISTRARS,
    (bases.MEDIATE_FIRST,),
    forms.LINK,
    guards=(guards.NOT_LINKED,),
    effects=effects.link,
    other_way=True,
)


def close(basis: Basis, *, requires: tuple[str, ...] = ()) -> Step:
    """反馈办结: whoever dispatched the order is told what came of it."""
    return Step(
        "close",
        "反馈办结",
        ("handled",),
        "closed",
        bases.REGISTRARS,
        (basis,),
        forms.CLOSING,
        requires=requires,
        guards=(guards.dated("closed_on", "反馈日期"),),
        dated_by="closed_on",
    )
