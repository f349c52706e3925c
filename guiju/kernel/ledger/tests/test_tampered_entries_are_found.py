"""Entries changed, removed or reordered are found; a tail taken back with its rows only beside an outside checkpoint."""

from __future__ import annotations

import pytest

from guiju.kernel.ledger.api import Change, Plan, sign_checkpoint, signer_for, verify_town
from guiju.kernel.ledger.models import Checkpoint, Head
from guiju.kernel.ledger.tests import raw_entries
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town
from guiju.kernel.procedure.api import apply
from tests.filled_rows import MOMENT, FilledTown

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger():
    """A town with six entries: everything once, then five changes of the matter's title."""
    filled = FilledTown()
    done = apply([filled.plan()], MOMENT)[0]
    assert done.matter is not None
    for n in range(1, 6):
        change = Change(Matter, done.matter, "change", {"title": f"第{n}次", "row_version": n})
        apply(
            [Plan(done.town_id, "correction", "system:test", "system:test", matter=done.matter, changes=[change])],
            MOMENT,
        )
    assert verify_town(done.town_id).whole
    return done


def places(town):
    return [str(problem) for problem in verify_town(town).mismatches]


def test_changed_entry_is_named(ledger):
    raw_entries.drop_triggers()
    raw_entries.rewritten(ledger.town_id, 3, leaf=False, actor="person:9")
    found = places(ledger.town_id)
    assert "条目 #3 的内容与摘要不符" in found
    assert any(text.startswith("条目 #3 旁列 actor：记录为 person:9，现为 system:test") for text in found)
    assert any(text.startswith("账尾：根摘要不符") for text in found)


def test_changed_entry_with_fitting_hash_is_found_by_head(ledger):
    raw_entries.drop_triggers()
    raw_entries.rewritten(ledger.town_id, 3, leaf=True, reason="另一个理由")
    found = places(ledger.town_id)
    assert len(found) == 1
    assert found[0].startswith("账尾：根摘要不符")


@pytest.mark.parametrize("column", ["kind", "actor", "steps", "leaf", "body"])
def test_changed_column_of_entry_names_the_entry(ledger, column):
    raw_entries.drop_triggers()
    raw_entries.sql(f'UPDATE ledger_entry SET {column} = %s WHERE town_id = %s AND "index" = 2', "改", ledger.town_id)
    assert any("条目 #2" in text for text in places(ledger.town_id))


def test_entry_given_to_another_matter_is_named(ledger):
    raw_entries.drop_triggers()
    raw_entries.sql('UPDATE ledger_entry SET matter_id = 77 WHERE town_id = %s AND "index" = 2', ledger.town_id)
    assert f"条目 #2 旁列 matter_id：记录为 {ledger.matter}，现为 77" in places(ledger.town_id)


def test_entry_given_another_time_is_named(ledger):
    raw_entries.drop_triggers()
    raw_entries.sql(
        'UPDATE ledger_entry SET recorded_at = %s WHERE town_id = %s AND "index" = 2',
        MOMENT.replace(year=2020),
        ledger.town_id,
    )
    assert any(text.startswith("条目 #2 旁列 recorded_at") for text in places(ledger.town_id))


def test_removed_entry_is_named(ledger):
    raw_entries.drop_triggers()
    raw_entries.remove(ledger.town_id, 3)
    found = places(ledger.town_id)
    assert any(text.startswith("条目 #3 的序号不连续") for text in found)
    assert "账尾：条目数不符：记录为 6，现为 5" in found


def test_removed_entry_whose_gap_was_closed_is_named(ledger):
    raw_entries.drop_triggers()
    raw_entries.remove(ledger.town_id, 3)
    raw_entries.close_gap(ledger.town_id, 3)
    raw_entries.refit_head(ledger.town_id)
    assert any(text.startswith("条目 #3 的序号不连续") for text in places(ledger.town_id))


def test_reordered_entries_are_named(ledger):
    raw_entries.drop_triggers()
    raw_entries.swap(ledger.town_id, 2, 4)
    raw_entries.refit_head(ledger.town_id)
    found = places(ledger.town_id)
    assert any(text.startswith("条目 #2 的序号不连续") for text in found)
    assert any(text.startswith("条目 #4 的序号不连续") for text in found)


def test_last_entry_removed_is_found_by_head_and_rows(ledger):
    raw_entries.drop_triggers()
    raw_entries.remove(ledger.town_id, 5)
    found = places(ledger.town_id)
    assert "账尾：条目数不符：记录为 6，现为 5" in found
    assert any("的 title：记录为 第4次，现为 第5次" in text for text in found)


def test_last_entry_removed_with_head_is_found_by_rows(ledger):
    raw_entries.drop_triggers()
    raw_entries.remove(ledger.town_id, 5)
    raw_entries.refit_head(ledger.town_id)
    assert len(places(ledger.town_id)) == 2  # title and row version of the matter
    assert all(f"事项 {ledger.matter}" in text for text in places(ledger.town_id))


def test_last_entry_removed_with_rows_is_found_by_head(ledger):
    raw_entries.drop_triggers()
    raw_entries.remove(ledger.town_id, 5)
    Matter.objects.filter(id=ledger.matter).update(title="第4次", row_version=4)
    assert places(ledger.town_id) == ["账尾：条目数不符：记录为 6，现为 5"]


def test_missing_head_is_found(ledger):
    Head.objects.filter(town_id=ledger.town_id).delete()
    assert any(text.startswith("账尾：条目数不符") for text in places(ledger.town_id))


def test_tail_taken_back_with_rows_and_head_needs_the_outside_checkpoint(ledger):
    code = Town.objects.get(id=ledger.town_id).code
    note, key = sign_checkpoint(ledger.town_id, code, MOMENT).note, signer_for(code).verifier_key()
    raw_entries.drop_triggers("ledger_entry", "ledger_checkpoint")
    raw_entries.remove(ledger.town_id, 5)
    raw_entries.refit_head(ledger.town_id)
    Matter.objects.filter(id=ledger.matter).update(title="第4次", row_version=4)
    own = [str(problem) for problem in verify_town(ledger.town_id).mismatches]
    assert own == ["检查点：账上条目比给出过的少，尾部被去掉了：记录为 6，现为 5"]
    Checkpoint.objects.all().delete()  # whoever can do the rest can do this
    assert verify_town(ledger.town_id).whole
    beside = verify_town(ledger.town_id, note=note, verifier_key=key)
    assert [str(problem) for problem in beside.mismatches] == [
        "检查点：账上条目比检查点少，尾部被去掉了：记录为 6，现为 5"
    ]
    assert not beside.tree_whole


def test_history_written_anew_needs_the_outside_checkpoint(ledger):
    code = Town.objects.get(id=ledger.town_id).code
    note, key = sign_checkpoint(ledger.town_id, code, MOMENT).note, signer_for(code).verifier_key()
    raw_entries.drop_triggers("ledger_entry", "ledger_checkpoint")
    raw_entries.rewritten(ledger.town_id, 1, leaf=True, reason="事后编的")
    raw_entries.refit_head(ledger.town_id)
    assert [problem.place for problem in verify_town(ledger.town_id).mismatches] == [
        "检查点：给出过的前 6 条的根摘要不符"
    ]
    Checkpoint.objects.update(root=Head.objects.get(town_id=ledger.town_id).root)
    assert verify_town(ledger.town_id).whole, "a forger writes the root anew, but cannot sign it"
    forged = verify_town(ledger.town_id, own_key=key)
    assert [problem.place for problem in forged.mismatches] == ["检查点：给出过的前 6 条与签名的内容不符"]
    assert forged.given_out == 1
    Checkpoint.objects.all().delete()
    beside = verify_town(ledger.town_id, note=note, verifier_key=key)
    assert [problem.place for problem in beside.mismatches] == ["检查点：同样条数的根摘要不符"]


def test_checkpoint_signed_after_the_rewriting_does_not_hide_the_earlier(ledger):
    code = Town.objects.get(id=ledger.town_id).code
    sign_checkpoint(ledger.town_id, code, MOMENT)
    raw_entries.drop_triggers("ledger_entry")
    raw_entries.rewritten(ledger.town_id, 1, leaf=True, reason="事后编的")
    raw_entries.refit_head(ledger.town_id)
    later = sign_checkpoint(ledger.town_id, code, MOMENT)
    result = verify_town(ledger.town_id, own_key=signer_for(code).verifier_key())
    assert (later.size, result.given_out) == (6, 2)
    assert [problem.place for problem in result.mismatches] == ["检查点：给出过的前 6 条的根摘要不符"]


def test_ledger_that_went_on_extends_an_earlier_checkpoint(ledger):
    code = Town.objects.get(id=ledger.town_id).code
    note, key = sign_checkpoint(ledger.town_id, code, MOMENT).note, signer_for(code).verifier_key()
    apply([Plan(ledger.town_id, "reveal", "system:test", "system:test")], MOMENT)
    result = verify_town(ledger.town_id, note=note, verifier_key=key)
    assert result.whole
    assert result.checkpoint is not None
    assert (result.checkpoint.size, result.entries) == (6, 7)


def test_checkpoint_of_another_key_is_refused(ledger):
    note = sign_checkpoint(ledger.town_id, "v1", MOMENT).note
    found = verify_town(ledger.town_id, note=note, verifier_key=signer_for("another").verifier_key()).mismatches
    assert [problem.place for problem in found] == ["检查点：检查点文件里没有“guiju/another”这把钥匙的签名。"]


def test_checkpoint_of_another_town_is_refused(ledger):
    """A checkpoint says of which ledger it is: another town's does not count for this one, even where sizes agree."""
    other = apply([FilledTown(2).plan()], MOMENT)[0]
    code = Town.objects.get(id=other.town_id).code
    note = sign_checkpoint(other.town_id, code, MOMENT).note
    found = verify_town(ledger.town_id, note=note, verifier_key=signer_for(code).verifier_key())
    assert not found.whole
