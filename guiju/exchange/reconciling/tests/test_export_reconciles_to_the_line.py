"""412 exported lines in another layout: each is where it belongs, and the two counts explain one another."""

from __future__ import annotations

from pathlib import Path

from guiju.exchange.reconciling.api import note_of
from guiju.exchange.reconciling.tests.conftest import compared, register_imported
from guiju.kernel.organisation.api import Town
from samples.superiors_export import DOUBLED, LEFT_OUT, ONLY_THERE, Truth


def test_every_line_is_where_it_belongs(town: Town, truth: Truth, tmp_path: Path) -> None:
    register_imported(tmp_path, truth)
    found = compared(tmp_path, truth)
    assert (found.here, found.there) == (len(truth.ours), 412)
    assert {one.ours.number for one in found.only_here} == truth.left_out
    assert {one.theirs.number for one in found.only_there if not one.theirs.doubled} == truth.only_there
    assert sum(one.theirs.doubled for one in found.only_there) == DOUBLED
    assert len(found.pairs) == len(truth.ours) - LEFT_OUT == 412 - DOUBLED - ONLY_THERE
    differing = {pair.ours.number: [one.label for one in pair.differing] or pair.trouble for pair in found.differing}
    assert differing.keys() == truth.shifted | truth.sums, differing
    assert found.open == LEFT_OUT + ONLY_THERE + len(differing)
    shifted = [pair.likeness.words for pair in found.pairs if pair.ours.number in truth.shifted and pair.likeness]
    assert all("双方同姓名" in words and "日期差" in words for words in shifted)
    text = note_of(found).plain_text()
    assert all(number in text for number in truth.left_out | truth.only_there)
    assert not any(str(row["申请人"]) in text for row in truth.ours)
