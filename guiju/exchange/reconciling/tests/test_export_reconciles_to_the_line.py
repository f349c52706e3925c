"""412 exported lines in another layout: each is where it belongs, and the two counts explain one another."""

from __future__ import annotations

from pathlib import Path

from guiju.exchange.importing.api import Answers, ReadRows
from guiju.exchange.reconciling.api import Reconciled, note_of
from guiju.exchange.reconciling.comparing import Match, compared_closely, planned_lines
from guiju.exchange.reconciling.matching import match
from guiju.exchange.reconciling.ours import Wanted, our_records
from guiju.exchange.reconciling.tests.conftest import YEAR, compared, moment, register_imported
from guiju.exchange.reconciling.theirs import Export
from guiju.kernel.organisation.api import Town
from samples.superiors_export import DOUBLED, LEFT_OUT, ONLY_THERE, Truth


def test_every_line_is_where_it_belongs(town: Town, truth: Truth, tmp_path: Path) -> None:
    register_imported(tmp_path, truth)
    nothing = next(line for line in truth.theirs if line["案件编码"] in truth.sums)
    nothing["调解协议金（元）"] = 0  # a sum of nothing is a sum that differs, no empty cell
    found = compared(tmp_path, truth)
    assert (found.here, found.there) == (len(truth.ours), 412)
    assert {one.ours.number for one in found.only_here} == truth.left_out
    assert {one.theirs.number for one in found.only_there if not one.theirs.doubled} == truth.only_there
    assert sum(one.theirs.doubled for one in found.only_there) == DOUBLED
    assert found.paired == len(truth.ours) - LEFT_OUT == 412 - DOUBLED - ONLY_THERE
    differing = {pair.ours.number: [one.label for one in pair.differing] or pair.trouble for pair in found.differing}
    assert differing.keys() == truth.shifted | truth.sums, differing
    assert found.open == LEFT_OUT + ONLY_THERE + len(differing)
    shifted = [pair.likeness.words for pair in found.pairs if pair.ours.number in truth.shifted and pair.likeness]
    assert all("双方同姓名" in words and "日期差" in words for words in shifted)
    text = note_of(found).plain_text()
    assert all(number in text for number in truth.left_out | truth.only_there)
    assert not any(str(row["申请人"]) in text for row in truth.ours)
    assert_plainly_the_same_is_the_same(found, shifted=len(truth.shifted), sums=len(truth.sums))


def assert_plainly_the_same_is_the_same(found: Reconciled, shifted: int, sums: int) -> None:
    """Most pairs are not planned, because their values agree as they stand: planned, they differ in nothing either."""
    now, export = moment(), Export(list(found.lines.values()))
    rows = ReadRows(Answers(), list({id(line.read): line.read for line in export.lines}.values()))
    ours = our_records(Wanted(found.register, export.kinds, YEAR, export.told), now, export.numbers)
    by_id = {one.ours.id: one for one in ours}
    paired = match([one.side for one in ours], [line.side for line in export.lines if not line.theirs.doubled]).pairs
    matches = [Match(by_id[mine], found.lines[theirs], how) for (mine, theirs), how in paired.items()]
    plain = [one for one in matches if one.is_plainly_the_same(now)]
    assert len(plain) >= len(matches) - shifted - sums - len(export.lines) // 10
    pairs = list(compared_closely(plain, planned_lines(matches, plain, (), rows, now), now))
    assert [pair for pair in pairs if not pair.agrees] == []
