"""The installed mechanisms, filled once at start-up from `INSTALLED_MECHANISMS`."""

from __future__ import annotations

from importlib import import_module

from guiju.kernel.indicators.api import register_indicator
from guiju.kernel.procedure.api import Register, register_procedure
from guiju.mechanisms import INSTALLED_MECHANISMS
from guiju.mechanisms.declaration import Mechanism

_MECHANISMS: dict[str, Mechanism] = {}


def load_mechanisms() -> None:
    """Import every installed mechanism and register what it declares."""
    for name in INSTALLED_MECHANISMS:
        mechanism: Mechanism = import_module(f"{name}.mechanism").MECHANISM
        _MECHANISMS[mechanism.code] = mechanism
        for procedure in mechanism.procedures:
            register_procedure(procedure)
        for indicator in mechanism.indicators:
            register_indicator(indicator)


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
