"""What is not there, not this post's, or done by a button only: a Chinese sentence that says what to do, never an empty page."""

import pytest
from django.test import Client

from tests.staffed_towns import CLERK, SYSTEM_ADMIN, found_staffed_town, signed_in

pytestmark = pytest.mark.django_db


def test_answers_have_words():
    found_staffed_town()
    clerk = signed_in(CLERK)
    told = {
        ("/matters/1/evidence/", 404): ("没有这件事项，或者由别的单位办理", 'href="/matters/"'),
        ("/nowhere/", 404): ("地址可能抄错了", 'href="/"'),
        ("/me/large/", 405): ("不能直接打开", 'href="/"'),
        ("/matters/?" + "&".join(f"a{n}=1" for n in range(1001)), 400): ("一次送得太多", 'href="/"'),
    }
    for (path, status), words in told.items():
        answer = clerk.get(path)
        page = answer.content.decode()
        assert answer.status_code == status, path
        assert all(word in page for word in words) and "Resolver" not in page and '<html lang="zh-Hans"' in page, path
    assert "POST" in clerk.get("/me/large/")["Allow"]
    assert "请找承办单位或司法所内勤" in signed_in(SYSTEM_ADMIN).get("/matters/").content.decode()
    assert "地址可能抄错了" in Client().get("/nowhere/").content.decode()
