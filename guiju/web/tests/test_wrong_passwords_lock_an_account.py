"""Five wrong passwords in a row close an account for a while where they were typed; the log-in page says so."""

import pytest
from axes.models import AccessAttempt, AccessLog
from django.contrib.auth import get_user_model

pytestmark = pytest.mark.django_db
RIGHT, WRONG = "qinghe-2022-right", "wrong"


@pytest.fixture(autouse=True)
def accounts(settings):
    settings.AXES_ENABLED = True
    for name in ("zhou.example", "shen.example"):
        get_user_model().objects.create_user(name, password=RIGHT)


def sent(client, password, name="zhou.example", **headers):
    return client.post("/login/", {"username": name, "password": password}, **headers)


def test_fifth_wrong_password_locks_and_the_right_one_does_not_open(client):
    for _ in range(4):
        answer = sent(client, WRONG)
        assert answer.status_code == 200
        assert "账号或密码不对。连续输错5次，锁定15分钟。" in answer.content.decode()
    for password in (WRONG, RIGHT):
        answer = sent(client, password)
        assert answer.status_code == 429
        assert "连续输错5次，锁定15分钟。请过后再试" in answer.content.decode()


def test_others_and_other_places_are_not_locked(client):
    for _ in range(5):
        sent(client, WRONG)
    assert sent(client, RIGHT, "shen.example").status_code == 302
    assert sent(client, RIGHT, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_right_password_begins_the_count_anew_and_leaves_no_record_of_presence(client):
    for _ in range(2):
        for _ in range(4):
            sent(client, WRONG)
        assert sent(client, RIGHT).status_code == 302
        client.logout()
    assert AccessLog.objects.count() == AccessAttempt.objects.count() == 0


def test_no_password_is_kept(client):
    sent(client, WRONG)
    (attempt,) = AccessAttempt.objects.values_list("get_data", "post_data", "http_accept", "path_info")
    assert WRONG not in "".join(attempt)
