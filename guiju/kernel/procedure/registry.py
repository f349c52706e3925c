"""The procedures of the installed mechanisms, by mechanism, kind and version. Filled once at start-up."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.procedure.declarations import Procedure

_PROCEDURES: dict[tuple[str, str, str], Procedure] = {}


def register_procedure(procedure: Procedure) -> None:
    """Add a procedure; versions of one mechanism and kind stand side by side. Raises ValueError on a double."""
    key = (procedure.mechanism, procedure.kind, procedure.version)
    if _PROCEDURES.get(key, procedure) is not procedure:
        raise ValueError(f"procedure {key} is registered twice")
    _PROCEDURES[key] = procedure


def procedure_of(mechanism: str, kind: str, version: str) -> Procedure:
    """The procedure under which a matter began; raises KeyError."""
    return _PROCEDURES[mechanism, kind, version]


def known_procedure(mechanism: str, kind: str, version: str) -> Procedure | None:
    """The same, None where there is none: what a changed row names may not exist."""
    return _PROCEDURES.get((mechanism, kind, version))


def procedure_in_force(mechanism: str, kind: str, on: dt.date) -> Procedure:
    """The newest procedure of a mechanism and kind in force on a day, else its oldest; raises KeyError."""
    found = [p for (m, k, _), p in _PROCEDURES.items() if (m, k) == (mechanism, kind)]
    if not found:
        raise KeyError((mechanism, kind))
    found.sort(key=lambda procedure: procedure.in_force_from)
    in_force = [procedure for procedure in found if procedure.in_force_from <= on]
    return in_force[-1] if in_force else found[0]


def all_procedures() -> list[Procedure]:
    """Every registered procedure, in a stable order."""
    return [_PROCEDURES[key] for key in sorted(_PROCEDURES)]
