"""Ending a register that a town made: no more rows come in; what is on record stays; it may be taken up again."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.ledger.api import Change, Plan
from guiju.kernel.mechanism.api import CannotDefine
from guiju.kernel.procedure.api import Moment
from guiju.mechanisms.registers.defining import check_post
from guiju.mechanisms.registers.definitions import Definition, definitions_of
from guiju.mechanisms.registers.models import RegisterDefinition


def end(register: str, moment: Moment) -> Plan:
    """The plan that ends a register of the town by its id. Raises CannotDefine. Two statements."""
    return plan_ending(_found(register, moment), moment)


def resume(register: str, moment: Moment) -> Plan:
    """The plan that takes an ended register up again. Raises CannotDefine. Two statements."""
    return plan_resuming(_found(register, moment), moment)


def _found(register: str, moment: Moment) -> Definition:
    known = {definition.register_id: definition for definition in definitions_of(moment.town_id)}
    if register not in known:
        raise CannotDefine("没有这本台账。请从自定义台账的清单里选。")
    return known[register]


def plan_ending(definition: Definition, moment: Moment) -> Plan:
    """End a register today. Pure; raises CannotDefine for a wrong post or a register that has ended."""
    check_post(moment.acting, "停用")
    if definition.until is not None:
        raise CannotDefine(f"“{definition.name}”已经在{definition.until.isoformat()}停用，不用再停。")
    return _plan(definition, moment, "停用", moment.today)


def plan_resuming(definition: Definition, moment: Moment) -> Plan:
    """Take an ended register up again. Pure; raises CannotDefine for a wrong post or a register in use."""
    check_post(moment.acting, "恢复")
    if definition.until is None:
        raise CannotDefine(f"“{definition.name}”正在使用，不用恢复。")
    return _plan(definition, moment, "恢复", None)


def _plan(definition: Definition, moment: Moment, what: str, until: dt.date | None) -> Plan:
    change = Change(RegisterDefinition, definition.key, "change", {"until": until})
    reason, actor = f"{what}自定义台账“{definition.name}”", moment.acting.actor
    return Plan(moment.town_id, "register", actor, actor, changes=[change], reason=reason)
