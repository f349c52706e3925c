"""Pressing the button: the good rows of a preview are written in one transaction, and nothing else is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import IntegrityError

from guiju.exchange.importing.known import COMPARED_ROWS
from guiju.exchange.importing.lines import Line, State
from guiju.exchange.importing.preview import NOTHING, Preview, Reconciliation, SheetPreview
from guiju.exchange.importing.returned import returned_workbook
from guiju.kernel.ledger.api import Plan
from guiju.kernel.procedure.api import NotAllowed, StaleMatter, apply, load_snapshots, plan_correction


class ChangedMeanwhile(RuntimeError):
    """Between preview and button somebody imported or changed the same matters; the preview must be made again."""

    def __init__(self) -> None:
        super().__init__("核对之后，有人导入或改动了同样的事项。请重新核对一次再导入，这次什么都没有写入。")


@dataclass(frozen=True)
class Outcome:
    """What an import did: the closing line, the first entry and their number, and the workbook that goes back."""

    reconciliation: Reconciliation
    first_entry: int | None
    entries: int
    corrected: int
    returned: bytes | None


def carry_out(preview: Preview, correct: Collection[str] = ()) -> Outcome:
    """Write the good rows, all or none, and correct the differing rows whose keys are given.

    Raises ChangedMeanwhile; NotAllowed where somebody may import but not correct.
    """
    good = [line for sheet in preview.sheets for line in sheet.of(State.GOOD)]
    plans = [line.plan for line in good if line.plan is not None]
    if len(plans) != len(good):
        raise AssertionError("a good row has no plan")
    corrected = {line.key: plan for line, plan in _corrections(preview, set(correct))}
    try:
        applied = apply([*plans, *corrected.values()], preview.moment.now)
    except (IntegrityError, StaleMatter) as error:
        raise ChangedMeanwhile from error
    done = frozenset(key for key in corrected if key)
    line = sum((_closed(sheet, done) for sheet in preview.sheets), NOTHING)
    first = applied[0].index if applied else None
    return Outcome(line, first, len(applied), len(done), returned_workbook(preview, done))


def _closed(sheet: SheetPreview, corrected: frozenset[str]) -> Reconciliation:
    """The closing line of one sheet; a corrected row is there, and nothing is left to confirm of it."""
    line = sheet.reconciliation
    moved = sum(1 for found in sheet.of(State.DIFFERS) if found.key in corrected)
    return Reconciliation(line.rows, line.imported, line.there + moved, line.to_confirm - moved, line.wrong)


def _corrections(preview: Preview, wanted: set[str]) -> list[tuple[Line, Plan]]:
    chosen = [
        (sheet, line)
        for sheet in preview.sheets
        for line in sheet.of(State.DIFFERS)
        if line.key in wanted and line.matter is not None and all(d.key is not None for d in line.differences)
    ]
    if not chosen:
        return []
    if not preview.moment.acting.may("corrects"):
        raise NotAllowed("更正由司法所内勤或所长办理，您的岗位不能更正。请把要改的行告诉他们。")
    keys = [line.matter for _, line in chosen if line.matter is not None]
    snapshots = load_snapshots(keys, rows=COMPARED_ROWS)
    plans = []
    for sheet, line in chosen:
        changes: dict[tuple[type, int], dict[str, object]] = {}
        for difference in line.differences:
            assert difference.key is not None
            changes.setdefault((difference.model, difference.key), {})[difference.attname] = difference.new
        reason = f"按《{preview.name}》工作表“{sheet.read.name}”第{line.number}行更正"
        assert line.matter is not None
        plans.append((line, plan_correction(snapshots[line.matter], preview.moment, changes, reason)))
    return plans
