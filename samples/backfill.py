"""补录-十月两件调解.xlsx: two mediations settled in October 2022 whose sheet comes in after the report."""

from datetime import date
from pathlib import Path

from samples.binding import bind_book
from samples.chance import chance, draw_identity, draw_name, draw_phone
from samples.expected import LATE_MEDIATIONS
from samples.mediation import settled_fields
from samples.registers import mediations_of
from samples.rows import Row
from samples.town import TOWN_COMMITTEE, qinghe
from samples.workbooks import BACKFILL

# Accepted, settled, kind of dispute.
LATE = (
    (date(2022, 10, 11), date(2022, 10, 20), "邻里"),
    (date(2022, 10, 17), date(2022, 10, 27), "劳动争议"),
)


def write_backfill_workbook(folder: Path) -> Path:
    """Writes the two mediations in the layout of the town's register, numbered after its last one; returns the file."""
    sheet = BACKFILL.sheets[0]
    return bind_book(folder, BACKFILL, {(BACKFILL.path, sheet.name): backfill_rows()}, 2022)


def backfill_rows() -> list[Row]:
    """The two rows."""
    committee = qinghe().committees[TOWN_COMMITTEE]
    own = [row for row in mediations_of(2022) if row["committee"] == committee.code]
    agreements = sum(1 for row in own if row["settled"])
    rng = chance("backfill")
    rows = []
    for count, (accepted, settled, kind) in enumerate(LATE[:LATE_MEDIATIONS], 1):
        row: Row = {
            "number": f"{committee.prefix}〔2022〕{len(own) + count}号",
            "unit": committee.name,
            "registered_on": accepted,
            "accepted_on": accepted,
            "informed_on": accepted,
            "source": "当事人申请",
            "applicant": draw_name(rng),
            "applicant_id": draw_identity(rng),
            "applicant_phone": draw_phone(rng),
            "respondent": draw_name(rng),
            "respondent_phone": draw_phone(rng),
            "dispute_kind": kind,
            "mediator": committee.mediators[0],
            **settled_fields(rng, kind, settled),
            "outcome": "达成协议",
            "agreement_form": "书面",
            "agreement_number": f"{committee.agreement_prefix}〔2022〕{agreements + count}号",
        }
        rows.append(row)
    return rows
