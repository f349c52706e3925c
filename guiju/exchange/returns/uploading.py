"""An upload that answers a round: kept and imported like any other, and told as the unit's answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from guiju.exchange.batches import AlreadyImported, carry_out_batch, stage
from guiju.exchange.models import ImportBatch
from guiju.exchange.returns.answering import Brought, Said, plan_answer
from guiju.exchange.returns.blank_sheet import template_columns
from guiju.exchange.returns.figures import Given
from guiju.exchange.returns.models import AskedFigure, OwingUnit, UnitUpload
from guiju.exchange.returns.records import asked_registers, recorded
from guiju.exchange.sheets.api import Workbook, find_head, read_workbook
from guiju.kernel.organisation.api import Acting, Directory
from guiju.kernel.procedure.api import Register, apply


def asked_figures(owing: OwingUnit) -> list[AskedFigure]:
    """The figures that a unit's round asks, in their order. One statement."""
    return list(AskedFigure.objects.filter(town_id=owing.town_id, round_id=owing.round_id).order_by("id"))


def stage_answer(
    owing: OwingUnit,
    data: bytes,
    name: str,
    acting: Acting,
    now: dt.datetime,
    said: Said,
    register: str = "",
    given: Mapping[int, Given] | None = None,
) -> UnitUpload:
    """Keep an upload as an answer on its way, with the figures told beside it; `given` is what the records give.

    What the answer would refuse is refused here, before the file is kept. Raises ReturnError, UnreadableWorkbook,
    NotAllowedToImport.
    """
    plan_answer(acting, owing.round, owing, said, 0, now.date(), asked_figures(owing), given)
    batch = stage(data, name, acting, now, register)
    known = _made_here(read_workbook(data, name), asked_registers(owing.round))
    if known:
        batch.by_hand = known
        batch.save(update_fields=["by_hand"])
    told = {str(key): str(value) for key, value in (said.figures or {}).items() if value is not None}
    return UnitUpload.objects.create(
        batch=batch, owing=owing, how=said.how, told_by=said.told_by[:32], medium=said.medium, figures=told
    )


Counted = Callable[[], Mapping[int, Given]]


def carry_out_answer(
    upload: UnitUpload, acting: Acting, now: dt.datetime, today: dt.date, directory: Directory, count: Counted
) -> ImportBatch:
    """Import the upload and record the answer. What was imported but not yet told is only told.

    `count` gives what the records say of the asked figures; it is asked before and, for the answer, after the import.

    Raises ReturnError, ChangedMeanwhile, NotAllowed, NotAllowedToImport.
    """
    owing, batch = upload.owing, upload.batch
    one = owing.round
    asked = asked_figures(owing)
    figures = {int(key): Decimal(text) for key, text in upload.figures.items()}
    said = Said(upload.how, upload.told_by, upload.medium, figures=figures)
    plan_answer(acting, one, owing, said, 0, today, asked, count())  # refused before anything is imported
    try:
        carry_out_batch(batch, acting, now)
    except AlreadyImported:
        batch.refresh_from_db()
    told = batch.result
    brought = Brought(
        *(told[name] for name in ("rows", "imported", "there", "to_confirm", "wrong", "first_entry", "entries"))
    )
    on_record = sum(recorded(one, _owing_units(owing), directory)[owing.unit_id].values())
    said = replace(said, brought=brought)
    apply([plan_answer(acting, one, owing, said, on_record, today, asked, count())], now)
    upload.delete()
    return batch


def _made_here(book: Workbook, asked: Sequence[Register]) -> dict[str, dict[str, Any]]:
    """The sheets whose headings are those of our own workbook, which leaves out the unit: what each column is."""
    found: dict[str, dict[str, Any]] = {}
    for sheet in book.sheets:
        head = find_head(sheet) if sheet.visible else None
        if head is None:
            continue
        there = {heading.text: heading.key for heading in head.headings}
        for register in asked:
            ours = {heading: name for name, heading, _ in template_columns(register)}
            if there and there.keys() <= ours.keys():
                mapping = {ours[text]: key for text, key in there.items()}
                found[sheet.name] = {"register": register.id, "mapping": mapping}
                break
    return found


def _owing_units(owing: OwingUnit) -> list[int]:
    units = OwingUnit.objects.filter(town_id=owing.town_id, round_id=owing.round_id)
    return list(units.values_list("unit_id", flat=True))
