"""The workbook that comes late: with it the figure of October is 85."""

from pathlib import Path

from samples.backfill import write_backfill_workbook
from samples.expected import EXPECTED_2022, LATE_MEDIATIONS
from samples.tests.recount import Read, Recount, read_books
from samples.workbooks import BACKFILL


def test_two_more_mediations_count_and_nothing_else_moves(tmp_path: Path, year_rows: list[Read]) -> None:
    write_backfill_workbook(tmp_path)
    late = read_books(tmp_path, (BACKFILL,))
    assert len(late) == LATE_MEDIATIONS
    end = EXPECTED_2022["mediation.resolved"].as_of
    before, after = Recount(year_rows, end).figures(), Recount([*year_rows, *late], end).figures()
    changed = {figure: after[figure] - before[figure] for figure in after if after[figure] != before[figure]}
    assert changed == {"mediation.resolved": 2, "mediation.agreements": 2}


def test_late_numbers_follow_the_last_of_the_town(tmp_path: Path, year_rows: list[Read]) -> None:
    write_backfill_workbook(tmp_path)
    late = {row.fields["number"] for row in read_books(tmp_path, (BACKFILL,))}
    series = "青人调〔2022〕"
    used = [row for row in year_rows if row.fields.get("number", "").startswith(series)]
    assert late == {f"{series}{len(used) + n}号" for n in (1, 2)}
