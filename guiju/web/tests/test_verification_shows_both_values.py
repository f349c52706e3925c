"""核验 at the desk: what was compared is listed, a difference shows what is recorded beside what is there, and a checkpoint from outside is compared."""

import pytest
from django.db import connection

from guiju.kernel.ledger.api import last_checkpoint
from guiju.kernel.matters.api import Matter
from tests.staffed_towns import CLERK, found_staffed_town, matter_of, send, signed_in, unit_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk():
    town = found_staffed_town()
    client = signed_in(CLERK)
    values = {"unit": unit_id(town), "applicant": "示例甲", "respondent": "示例乙"}
    matter_of(send(client, "/register/mediation/file/", **values))
    client.town = town
    return client


def verified(client, **values):
    return client.post("/verify/", values).content.decode()


def test_what_was_compared_is_said_and_what_was_not(clerk):
    page = verified(clerk)
    assert "全部一致" in page and "表里的每一行" in page and "没有对照" in page
    assert "guiju_verify.pyz" in page


def test_a_difference_shows_both_values_with_the_matter_in_words(clerk):
    matter = Matter.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE matters_matter SET title = %s WHERE id = %s", ["示例：另一件", matter.id])
    page = verified(clerk)
    assert "有 1 处不符" in page and "不要改回去" in page
    assert matter.title in page and "示例：另一件" in page
    assert f"{matter.number}　标题" in page and f'href="/matters/{matter.id}/"' in page
    assert "1 处不符" in verified(clerk).split("以往核验")[1]


def test_a_checkpoint_kept_outside_is_compared_and_a_false_one_named(clerk):
    clerk.post("/verify/", {"do": "seal"})
    note = last_checkpoint(clerk.town.id).note
    assert "已与存在外面的检查点对照" in verified(clerk, checkpoint=note.replace("\n", "\r\n"))
    assert "处不符" in verified(clerk, checkpoint="guiju/别处\n1\nAAAA\n")
