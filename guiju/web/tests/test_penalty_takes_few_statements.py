"""Every step of a penalty case takes few statements as a request: session, user, posts, BEGIN and COMMIT counted."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guiju.commands.town import make_accounts
from guiju.mechanisms.penalty.tests.made_cases import PEOPLE, POSTS, SINCE, STEP_VALUES, TODAY, Desk, description
from tests.desk_at_work import town_from
from tests.staffed_towns import hidden_fields, matter_of, signed_in

HEAVIEST = 22
BEFORE = ("inspect", "conclude", "notify", "check_file", "discuss", "pass_review", "waive")
AFTER = ("serve", "pay")
OUTSIDE = {"claimed_on": TODAY.isoformat(), "claimed_medium": "paper", "claimed_by": PEOPLE["mayor"]}


@pytest.fixture
def desk(committed_db: Any, settings: Any) -> Desk:
    """The penalty town (示例) with somebody who holds every post, so that one client takes every step."""
    settings.GUIJU_TODAY = TODAY.isoformat()
    told = description()
    posts = {(role, unit) for _, role, unit in POSTS}
    told["posts"] += [{"person": "host", "role": role, "unit": unit, "since": SINCE} for role, unit in sorted(posts)]
    town = town_from(told)
    make_accounts(town, [{"login": "host", "person": "host"}], None)
    return Desk(town)


@pytest.fixture
def client(desk: Desk) -> Client:
    return signed_in("host")


def typed(step: str) -> dict[str, str]:
    """What a step is told, as a browser sends it."""
    return {name: "on" if value is True else str(value) for name, value in STEP_VALUES.get(step, {}).items()}


def counted(client: Client, matter: int, step: str, query: str = "", **values: Any) -> int:
    """Take a step at the desk; the statements of the request that wrote it."""
    path = f"/matters/{matter}/steps/{step}/{query}"
    filled = {**typed(step), **hidden_fields(client.get(path).content.decode()), **values}
    with CaptureQueriesContext(connection) as captured:
        answer = client.post(path, filled)
    assert matter_of(answer) == matter
    return len(captured)


def filed(desk: Desk, evidence: int) -> int:
    matter = desk.clue()
    desk.take(matter, "file_case")
    for _ in range(evidence):
        desk.take(matter, "collect")
    return matter


def walked(desk: Desk, client: Client, evidence: int, notices: int) -> dict[str, int]:
    """The statements of each step of a case with so many pieces of evidence and earlier notices."""
    matter, counts = filed(desk, evidence), {}
    for step in (*BEFORE, "decide", *AFTER):
        for _ in range(notices if step == "notify" else 0):
            for again in ("notify", "supplement", "conclude"):
                desk.take(matter, again)
        counts[step] = counted(client, matter, step)
    return counts


def test_steps_of_a_case_take_few_whatever_stands_on_it(desk: Desk, client: Client) -> None:
    little, much = walked(desk, client, 1, 0), walked(desk, client, 12, 3)
    numbered = ("notify", "decide")  # the first number of a year also begins its series
    assert {step: n - much[step] for step, n in little.items() if step not in numbered and n != much[step]} == {}
    assert [little[step] - much[step] for step in numbered] == [2, 2]
    assert max(little.values()) <= HEAVIEST, little


@pytest.mark.parametrize("signed", [False, True])
def test_decision_on_paper_takes_few_with_its_findings_and_the_signed_sheet(
    desk: Desk, client: Client, signed: bool
) -> None:
    matter = filed(desk, 1)
    for step in BEFORE[:2]:
        desk.take(matter, step)
    sheet = {"signed_paper": SimpleUploadedFile("签字件.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "image/png")}
    values = OUTSIDE | (sheet if signed else {})
    assert counted(client, matter, "decide", "?mode=claimed", **values) <= HEAVIEST
