"""强制措施 that a case knows of: seizure and its end, demolition. Their papers are those of 行政强制法, made outside."""

from __future__ import annotations

from guiju.kernel.procedure.api import Step
from guiju.mechanisms.penalty import bases, effects, forms, guards, officers
from guiju.mechanisms.penalty.posts import TEAM

OPEN_STAGES = ("investigating", "concluded", "noticed", "decided", "performing")


def _with_officers(draft: effects.Draft) -> None:
    effects.join_staff(draft, "officers", "officer")


COERCING = (
    Step(
        "seal",
        "登记查封、扣押",
        OPEN_STAGES,
        None,
        TEAM,
        (bases.SEALING, bases.AUDIO_VIDEO),
        forms.COERCION,
        guards=(guards.dated("done_on", "filed_on", label="实施日期"), officers.TWO_OFFICERS, officers.NOT_RECUSED),
        effects=_with_officers,
        opens=("coercion.seal",),
        reads=(),
        dated_by="done_on",
        other_way=True,
    ),
    Step(
        "unseal",
        "登记解除查封、扣押",
        OPEN_STAGES,
        None,
        TEAM,
        (bases.UNSEALING,),
        forms.COERCION_END,
        guards=(guards.dated("ended_on", "filed_on", label="解除日期"),),
        closes=("coercion.seal",),
        reads=(),
        dated_by="ended_on",
        other_way=True,
    ),
    Step(
        "demolish",
        "登记强制拆除等强制执行",
        ("decided", "performing"),
        None,
        TEAM,
        (bases.DEMOLISHING, bases.AUDIO_VIDEO),
        forms.COERCION,
        guards=(guards.dated("done_on", "decided_on", label="实施日期"), officers.TWO_OFFICERS, officers.NOT_RECUSED),
        effects=_with_officers,
        reads=(),
        dated_by="done_on",
        other_way=True,
    ),
)
