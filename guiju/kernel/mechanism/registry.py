"""The installed mechanisms, filled once at start-up."""

from __future__ import annotations

import dataclasses

from guiju.kernel.indicators.api import register_indicator, register_topic, register_town_indicators
from guiju.kernel.mechanism.declaration import Mechanism
from guiju.kernel.mechanism.listed import ListedRegister
from guiju.kernel.mechanism.own_registers import OwnRegisters
from guiju.kernel.mechanism.tables import SuperiorTable
from guiju.kernel.procedure.api import Register, register_procedure

_MECHANISMS: dict[str, Mechanism] = {}


def register_mechanism(mechanism: Mechanism) -> None:
    """Register everything that a mechanism declares."""
    _MECHANISMS[mechanism.code] = mechanism
    for procedure in mechanism.procedures:
        register_procedure(procedure)
    for indicator in mechanism.indicators:
        register_indicator(dataclasses.replace(indicator, mechanism=mechanism.code))
    if mechanism.topic is not None:
        register_topic(dataclasses.replace(mechanism.topic, mechanism=mechanism.code))
    if mechanism.own_registers is not None:
        register_town_indicators(mechanism.code, mechanism.own_registers.indicators_of)


def mechanisms() -> list[Mechanism]:
    """All installed mechanisms in their order."""
    return list(_MECHANISMS.values())


def mechanism_of(code: str) -> Mechanism:
    """One mechanism by code; raises KeyError."""
    return _MECHANISMS[code]


def superior_tables() -> list[SuperiorTable]:
    """All tables that superiors ask of the installed mechanisms."""
    return [table for mechanism in _MECHANISMS.values() for table in mechanism.tables]


def listed_registers() -> dict[str, ListedRegister]:
    """All registers whose rows can be listed, by the register's id."""
    return {one.register.id: one for mechanism in _MECHANISMS.values() for one in mechanism.listed}


def own_registers() -> OwnRegisters | None:
    """What makes a town's own registers; None where no such mechanism is installed."""
    return next((found.own_registers for found in _MECHANISMS.values() if found.own_registers is not None), None)


def registers(town_id: int | None = None) -> list[Register]:
    """All registers of all mechanisms; of a town also those that it made itself."""
    found = [register for mechanism in _MECHANISMS.values() for register in mechanism.registers]
    own = own_registers() if town_id is not None else None
    return [*found, *own.registers_of(town_id)] if own is not None and town_id is not None else found


def register_of(identifier: str, town_id: int | None = None) -> Register:
    """One register by id; raises KeyError."""
    return {register.id: register for register in registers(town_id)}[identifier]
