"""The installed mechanisms, filled once at start-up."""

from __future__ import annotations

import dataclasses

from guiju.kernel.indicators.api import register_indicator
from guiju.kernel.mechanism.declaration import Mechanism
from guiju.kernel.procedure.api import Register, register_procedure

_MECHANISMS: dict[str, Mechanism] = {}


def register_mechanism(mechanism: Mechanism) -> None:
    """Register everything that a mechanism declares."""
    _MECHANISMS[mechanism.code] = mechanism
    for procedure in mechanism.procedures:
        register_procedure(procedure)
    for indicator in mechanism.indicators:
        register_indicator(dataclasses.replace(indicator, mechanism=mechanism.code))


def mechanisms() -> list[Mechanism]:
    """All installed mechanisms in their order."""
    return list(_MECHANISMS.values())


def mechanism_of(code: str) -> Mechanism:
    """One mechanism by code; raises KeyError."""
    return _MECHANISMS[code]


def registers() -> list[Register]:
    """All registers of all mechanisms."""
    return [register for mechanism in _MECHANISMS.values() for register in mechanism.registers]


def register_of(identifier: str) -> Register:
    """One register by id; raises KeyError."""
    return {register.id: register for register in registers()}[identifier]
