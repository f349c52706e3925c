"""核验 at the desk: what was compared is listed, a difference shows what is recorded beside what is there, and a checkpoint from outside is compared."""

import pytest
from django.db import connection

from guiju.kernel.ledger.api import Entry, last_checkpoint
from guiju.kernel.matters.api import Matter
from guiju.web.present.proof_tree import proof_tree
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


def test_tree_is_drawn_to_the_entry_that_the_tables_left(clerk):
    assert "g-tree-box" not in clerk.get("/verify/").content.decode(), "nothing is sealed that could be drawn"
    clerk.post("/verify/", {"do": "seal"})
    checkpoint = last_checkpoint(clerk.town.id)
    page = clerk.get("/verify/").content.decode()
    assert f"前 {checkpoint.size:,} 条" in page and "表里的值：还没有核验" in page
    page = verified(clerk, checkpoint=checkpoint.note, keeper="示例区司法局")
    assert "表里的值：相符" in page and "外面保存的检查点：相符" in page and "<dt>用时</dt>" in page
    assert "1 份" in page.split("给出过的检查点")[1][:200] and "示例区司法局保存" in page
    assert "本镇、示例区司法局（" in clerk.get("/verify/").content.decode(), "who brought it to be compared keeps it"
    matter = Matter.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE matters_matter SET title = %s WHERE id = %s", ["示例：另一件", matter.id])
    page = verified(clerk)
    entry = Entry.objects.filter(matter_id=matter.id).latest("index")
    assert "在哪里断开" in page and "表里的值：1 处不符" in page and f"条目 #{entry.index:,} 在签名的检查点里" in page


def test_tree_parts_as_the_hashes_do():
    ends = {"text": "", "look": ""}
    for size, focus, halves, leaves in (
        (1, 0, [], ["#0"]),
        (2, 1, ["#0 至 #0", "#1 至 #1"], ["#0", "#1"]),
        (3092, 986, ["#0 至 #2,047", "#2,048 至 #3,091"], ["#986", "#987", "#2,048", "#3,091"]),
        (3092, 3091, ["#0 至 #2,047", "#2,048 至 #3,091"], ["#0", "#2,047", "#3,090", "#3,091"]),
    ):
        boxes = proof_tree(size, "示例", focus, ends, ends, broken=False)["boxes"]
        assert [box["text"] for box in boxes if "至" in box["text"]] == halves, size
        assert [box["text"] for box in boxes if box["tall"] == 28] == leaves, size
