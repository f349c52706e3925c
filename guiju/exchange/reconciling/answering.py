"""What people answered about cells of a system's exports that could not be read for certain: ledgered, as decisions are.

By the answers a line is read, and by what it says it is known in the next export: both are kept alike.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from guiju.exchange.importing.api import Question
from guiju.exchange.reconciling.decisions import check_may_decide
from guiju.exchange.reconciling.models import ReadingAnswer
from guiju.kernel.ledger.api import Change, NewKey, Plan
from guiju.kernel.procedure.api import Moment, NotAllowed

LONGEST = 200


def load_answers(town_id: int, system: str, register: str) -> dict[str, str]:
    """The answers about exports of a system and a register, by the key of the question. One statement."""
    rows = ReadingAnswer.objects.filter(town_id=town_id, system=system, register=register).exclude(answer="")
    return dict(rows.order_by("id").values_list("question", "answer"))


def plan_answers(
    moment: Moment, system: str, register: str, given: Mapping[str, str], asked: Collection[Question]
) -> Plan:
    """Keep answers to what is asked; one entry. Raises NotAllowed where none is given."""
    check_may_decide(moment.acting)
    keys = {question.key for question in asked}
    told = {key: text.strip()[:LONGEST] for key, text in given.items() if key in keys and text.strip()}
    if not told:
        raise NotAllowed("还没有答复哪一处。请先选或者写上。")
    return _plan(moment, system, register, told, f"与{system}对数：答复看不准的{len(told)}处")


def plan_answers_taken_back(moment: Moment, system: str, register: str) -> Plan:
    """Take all answers about exports of a system and a register back; they are asked again. Raises NotAllowed."""
    check_may_decide(moment.acting)
    given = load_answers(moment.town_id, system, register)
    if not given:
        raise NotAllowed("没有答复过，不用收回。")
    return _plan(moment, system, register, dict.fromkeys(given, ""), f"与{system}对数：收回{len(given)}处答复，重新问")


def _plan(moment: Moment, system: str, register: str, told: Mapping[str, str], reason: str) -> Plan:
    place = {"town_id": moment.town_id, "system": system, "register": register}
    rows = ReadingAnswer.objects.filter(**place, question__in=list(told)).values_list("question", "id")
    known = dict(rows)
    said = {"given_by_id": moment.acting.person_id, "given_on": moment.today}
    changes = [
        Change(ReadingAnswer, known[key], "change", {"answer": answer, **said})
        if key in known
        else Change(ReadingAnswer, NewKey(), "add", {**place, "question": key, "answer": answer, **said})
        for key, answer in sorted(told.items())
    ]
    actor = moment.acting.actor
    return Plan(moment.town_id, "reconciliation", actor, actor, changes=changes, reason=reason[:200])
