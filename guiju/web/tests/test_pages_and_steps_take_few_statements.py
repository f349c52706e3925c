"""How many statements a request makes, everything counted: session, user, scope, BEGIN and COMMIT (here savepoints)."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.staffed_towns import (
    CLERK,
    MEDIATOR,
    VILLAGE_CLERK,
    found_staffed_town,
    hidden_fields,
    matter_of,
    signed_in,
    unit_id,
)

TODAY = timezone.localdate().isoformat()
REGISTER_ONLY, HEAVIEST = 17, 22
SESSION_USER_POSTS = 2
pytestmark = pytest.mark.django_db

STEPS = (
    ("accept", {"accepted_on": TODAY}),
    ("inform", {"informed_on": TODAY}),
    ("appoint", {"mediator": "陈启明"}),
    ("mediate", {"mediated_on": TODAY, "record": "示例：双方各说了一遍", "session_result": "agreed"}),
    ("make_agreement", {"agreed_on": TODAY, "facts": "示例", "responsibility": "示例", "agreement_text": "各让一步"}),
    ("sign_and_seal", {"signed_on": TODAY}),
    ("take_effect", {"effective_on": TODAY, "performance": "ongoing"}),
    ("perform", {"performed_on": TODAY}),
    ("file", {"filed_on": TODAY, "file_number": "示例1"}),
)


@pytest.fixture
def town():
    return found_staffed_town()


def posted(client, path, **values):
    """The answer to a form and the statements that it took. The page before it has filled what is kept for a while."""
    filled = {**hidden_fields(client.get(path).content.decode()), **values}
    with CaptureQueriesContext(connection) as captured:
        answer = client.post(path, filled)
    return answer, [query["sql"] for query in captured.captured_queries]


def begun(client, town, applicant="示例甲", kind="file", **values):
    values = {"unit": unit_id(town), "applicant": applicant, "respondent": "示例乙", **values}
    answer, told = posted(client, f"/register/mediation/{kind}/", **values)
    return matter_of(answer), told


@pytest.mark.parametrize("login", [CLERK, VILLAGE_CLERK])
def test_registering_takes_few(town, login):
    client = signed_in(login)
    begun(client, town)  # the first number of a year also begins its series
    assert len(begun(client, town)[1]) <= REGISTER_ONLY


def test_recording_an_oral_page_takes_few(town):
    client = signed_in(MEDIATOR)
    page = {"kind": "oral", "outcome": "agreement", "agreement_text": "示例", "mediator": "陈启明", "facts": "示例"}
    begun(client, town, **page)
    assert len(begun(client, town, **page)[1]) <= REGISTER_ONLY + 1  # with the page as a document


@pytest.mark.parametrize("login", [CLERK, MEDIATOR])
def test_no_step_to_the_archive_takes_many(town, login):
    client = signed_in(login)
    for _ in range(2):
        matter, _ = begun(client, town)
        counted = {}
        for code, values in STEPS:
            answer, told = posted(client, f"/matters/{matter}/steps/{code}/", **values)
            assert matter_of(answer) == matter
            counted[code] = len(told)
    assert {code: n for code, n in counted.items() if n > HEAVIEST} == {}


def test_number_of_parties_changes_nothing(town):
    client = signed_in(CLERK)
    told = []
    for applicant in ("示例甲", "示例甲、示例丙、示例丁、示例戊、示例己、示例庚"):
        begun(client, town, applicant)
        matter, registered = begun(client, town, applicant)
        answer, accepted = posted(client, f"/matters/{matter}/steps/accept/", accepted_on=TODAY)
        assert matter_of(answer) == matter
        told.append((len(registered), len(accepted)))
    assert told[0] == told[1]


def read(client, path):
    """The statements of a page that is opened a second time, when the counts of the rail are kept since the first."""
    cache.clear()
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured.captured_queries)


@pytest.mark.parametrize("login", [CLERK, MEDIATOR])
def test_lists_and_today_take_few_and_no_more_for_more_rows(town, login):
    client = signed_in(login)
    counted = []
    for _ in range(2):
        for _ in range(3):
            matter, _ = begun(client, town)
            posted(client, f"/matters/{matter}/steps/accept/", accepted_on=TODAY)
        counted.append((read(client, "/matters/"), read(client, "/")))
    assert counted[0] == counted[1]
    listed, today = counted[0]
    assert listed <= SESSION_USER_POSTS + 5 + 1 + 1  # rows, how many there are, and the views that are kept
    assert today <= SESSION_USER_POSTS + 8


def test_matter_page_takes_no_more_for_more_steps(town):
    client = signed_in(CLERK)
    matter, _ = begun(client, town)
    before = read(client, f"/matters/{matter}/")
    for code, values in STEPS[:4]:
        posted(client, f"/matters/{matter}/steps/{code}/", **values)
    assert read(client, f"/matters/{matter}/") == before
