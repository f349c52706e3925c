"""The heaviest steps of a case take few statements, and as many on a case with much evidence as on one with little."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guiju.mechanisms.penalty.tests.made_cases import Desk, found_town

# Loading, planning and writing, BEGIN and COMMIT among them; a page adds three: session, user and posts.
HEAVIEST = 22


def counted(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def walked(desk: Desk, evidence: int) -> dict[str, int]:
    """Statements of each step of a case with so many pieces of evidence."""
    matter = desk.clue()
    desk.take(matter, "file_case")
    for _ in range(evidence):
        desk.take(matter, "collect")
    counts = {}
    for step in (
        "inspect",
        "conclude",
        "notify",
        "check_file",
        "discuss",
        "pass_review",
        "waive",
        "decide",
        "serve",
        "pay",
    ):
        counts[step] = counted(lambda step=step: desk.take(matter, step))  # type: ignore[misc]
    return counts


@pytest.mark.usefixtures("committed_db")
def test_statements_are_bounded_and_constant() -> None:
    desk = Desk(found_town())
    walked(desk, 1)  # the first case of the year begins the number series
    little, much = walked(desk, 1), walked(desk, 12)
    assert little == much
    assert max(much.values()) <= HEAVIEST, much
