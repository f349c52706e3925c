"""A generated procedure of the size of the longest real one: 12 stages, 12 facts, 50 steps, 8 conditions, 16 invariants."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.procedure.api import START, Before, Condition, Fact, If, Procedure, Stage, Step
from tests.example_mechanism.models import CaseDetail

HARD = Basis("administrative-penalty-law", "44")
SOFT = Basis("shanghai-public-legal-service-measures", "2")  # not of statute level: it only warns
WORKING = tuple(f"stage{n}" for n in range(10))
FACTS = tuple(f"fact{n}" for n in range(12))
CONDITIONS = tuple(f"condition{n}" for n in range(8))
FIRST, SECOND = 5, 8  # the two decisions: from which stage the matter goes on


def step(code: str, frm: tuple[str, ...] = WORKING, to: str | None = None, **values: object) -> Step:
    chosen: dict[str, object] = {"roles": ("justice_clerk",), "basis": (HARD,), **values}
    return Step(code, f"步骤{code}", frm, to, **chosen)  # type: ignore[arg-type]


def _makes(n: int) -> Step:
    return step(f"make{n}", establishes=(FACTS[n],), requires=(FACTS[n - 1],) if n % 3 else ())


def _redoes(n: int) -> Step:
    return step(f"redo{n}", voids=FACTS[n : n - n % 3 + 3])


def _goes_on(n: int) -> Step:
    requires: tuple[str | If, ...] = ()
    if n == FIRST:
        requires = FACTS[:6]
    elif n == SECOND:
        requires = (*FACTS[6:9], If(FACTS[8], FACTS[9]), If(CONDITIONS[0], FACTS[10]), If(CONDITIONS[1], FACTS[11]))
    return step(f"on{n}", (WORKING[n],), WORKING[n + 1], requires=requires)


def _paper(n: int) -> Step:
    when = (CONDITIONS[2 + n % 6],)
    return step(f"paper{n}", WORKING[n % 10 :], requires=(If(CONDITIONS[2 + (n + 1) % 6], FACTS[n % 12]),), when=when)


def _redone(n: int) -> tuple[str, ...]:
    return tuple(f"redo{i}" for i in range(n - n % 3, n + 1))


INVARIANTS = (
    *(Before(f"on{FIRST}", f"make{n}", since=_redone(n), carried_by=(FACTS[n],)) for n in range(6)),
    *(Before(f"on{SECOND}", f"make{n}", since=_redone(n), carried_by=(FACTS[n],)) for n in range(6, 9)),
    Before(f"on{SECOND}", "make9", since=_redone(9), if_=FACTS[8], carried_by=(FACTS[9],)),
    Before(f"on{SECOND}", "make10", since=_redone(10), if_=CONDITIONS[0], carried_by=(FACTS[10],)),
    Before(f"on{SECOND}", "make11", since=_redone(11), if_=CONDITIONS[1], carried_by=(FACTS[11],)),
    Before("close", f"on{SECOND}", carried_by=("stage",)),
    Before(f"on{SECOND}", f"on{FIRST}", carried_by=("stage",)),
    Before(f"on{FIRST}", "on0", carried_by=("stage",)),
    Before("close", f"on{FIRST}", carried_by=("stage",)),
)

LONG = Procedure(
    mechanism="example_mechanism",
    kind="long",
    label="长程序（虚构）",
    version="1",
    in_force_from=dt.date(2021, 7, 15),
    stages=(*(Stage(code, code) for code in WORKING), Stage("closed", "办结", True), Stage("dropped", "撤销", True)),
    steps=(
        step("register", (START,), WORKING[0]),
        *(_makes(n) for n in range(12)),
        *(_redoes(n) for n in range(12)),
        *(_goes_on(n) for n in range(9)),
        step("close", (WORKING[9],), "closed"),
        step("drop", WORKING, "dropped"),
        *(_paper(n) for n in range(14)),
    ),
    detail=CaseDetail,
    facts=tuple(Fact(code, code, f"还没有{code}。", SOFT if n == 4 else HARD) for n, code in enumerate(FACTS)),
    conditions=tuple(
        Condition(code, code, lambda snapshot, moment: bool(snapshot.detail), HARD) for code in CONDITIONS
    ),
    invariants=INVARIANTS,
)
