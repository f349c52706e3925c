"""An upload is kept encrypted, previewed with the answers given, imported once, and then its content is dropped."""

import datetime as dt

import pytest

from guiju.exchange.batches import (
    AlreadyImported,
    answer,
    batches_of,
    carry_out_batch,
    forget_old_batches,
    map_by_hand,
    preview_of,
    returned_of,
    stage,
)
from guiju.exchange.importing.api import YES, NotAllowedToImport
from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    NOW,
    STATION,
    acting,
    consultation,
    entries,
)
from guiju.exchange.sheets.api import UnreadableWorkbook
from guiju.exchange.sheets.tests.made_workbooks import xlsx_of

pytestmark = pytest.mark.usefixtures("town")


def staged(*rows, headings=CONSULTATIONS):
    return stage(xlsx_of([headings, *rows]), "台账.xlsx", acting(), NOW)


def test_upload_lies_encrypted():
    data = xlsx_of([CONSULTATIONS, consultation()])
    batch = stage(data, "台账.xlsx", acting(), NOW)
    assert batch.content is not None
    assert data not in bytes(batch.content)
    assert not bytes(batch.content).startswith(b"PK")


def test_answers_count_in_the_next_preview():
    batch = staged(consultation(day=46083))
    (question,) = preview_of(batch, acting(), NOW).questions
    answer(batch, {question.key: YES})
    assert preview_of(batch, acting(), NOW).reconciliation.imported == 1
    answer(batch, {question.key: ""})
    assert preview_of(batch, acting(), NOW).reconciliation.to_confirm == 1


def test_button_imports_once_and_drops_the_content():
    before = entries()
    batch = staged(consultation("远1"), consultation("远2", day="2026-02-30"))
    carry_out_batch(batch, acting(), NOW)
    assert entries() == before + 1
    batch.refresh_from_db()
    assert batch.content is None
    assert (batch.result["imported"], batch.result["wrong"], batch.result["entries"]) == (1, 1, 1)
    assert (returned_of(batch) or b"").startswith(b"PK")
    with pytest.raises(AlreadyImported):
        carry_out_batch(batch, acting(), NOW)
    assert entries() == before + 1


def test_upload_pressed_twice_at_once_finds_every_row_there():
    batch = staged(consultation())
    second = batches_of(acting()).get()
    carry_out_batch(batch, acting(), NOW)
    assert carry_out_batch_anew(second).reconciliation.there == 1


def carry_out_batch_anew(batch):
    """The second press, which read the upload before the first one was done."""
    other = staged(consultation())
    batch.content, batch.sha256, batch.state = other.content, other.sha256, other.state
    return carry_out_batch(batch, acting(), NOW)


def test_nobody_sees_the_upload_of_another():
    staged(consultation())
    assert not batches_of(acting("village")).exists()


def test_headings_mapped_by_hand_are_remembered():
    headings = ("何时", "何处", "何事")
    batch = staged((dt.date(2026, 3, 2), STATION, "问借条"), headings=headings)
    (unknown,) = preview_of(batch, acting(), NOW).unknown_tables
    mapping = {"event_date": "何时", "unit": "何处", "content": "何事"}
    map_by_hand(batch, unknown.sheet.name, unknown.head.signature, "station_consultation", mapping, NOW)
    assert preview_of(batch, acting(), NOW).reconciliation.imported == 1
    later = staged((dt.date(2026, 3, 3), STATION, "问租约"), headings=headings)
    assert preview_of(later, acting(), NOW).reconciliation.imported == 1


def test_refused_column_stays_out_however_it_is_mapped():
    batch = staged((dt.date(2026, 3, 2), STATION, "某族"), headings=("何时", "何处", "民族"))
    mapping = {"event_date": "何时", "unit": "何处", "content": "民族"}
    (unknown,) = preview_of(batch, acting(), NOW).unknown_tables
    map_by_hand(batch, unknown.sheet.name, unknown.head.signature, "station_consultation", mapping, NOW)
    (line,) = preview_of(batch, acting(), NOW).sheets[0].lines
    assert "content" not in line.values


def test_broken_file_and_wrong_post_are_not_kept():
    with pytest.raises(UnreadableWorkbook):
        stage(b"no workbook", "台账.xlsx", acting(), NOW)
    with pytest.raises(NotAllowedToImport):
        stage(xlsx_of([CONSULTATIONS]), "台账.xlsx", acting("leader"), NOW)
    assert not batches_of(acting()).exists()


def test_old_uploads_are_deleted():
    staged(consultation())
    assert forget_old_batches(NOW + dt.timedelta(days=29)) == 0
    assert forget_old_batches(NOW + dt.timedelta(days=31)) == 1
