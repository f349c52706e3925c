"""What a row tells after the decision: service, publication, payment, court, closing, revocation, archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guiju.kernel.procedure.api import Intent, claimed
from guiju.mechanisms.penalty.told import ELSEWHERE, NOT_TOLD

Row = Mapping[str, Any]


def performance(row: Row) -> Iterator[Intent]:
    """The steps of an ordinary case after its decision, or after it ended without one."""
    if row.get("decided_on"):
        yield from _service(row)
        yield from published(row)
        yield from sorted(_paying(row), key=lambda intent: intent.event_date or row["decided_on"])
        yield from _ending(row)
    if row.get("archived_on"):
        yield archived(row)


def published(row: Row) -> Iterator[Intent]:
    """Publication on its day, at the address that the sheet gives."""
    on = row.get("published_on")
    if on:
        yield claimed("publish", on, {"published_on": on, "address": row.get("address") or NOT_TOLD})


def archived(row: Row) -> Intent:
    """The volume, with its number where one is told."""
    volume = {"volume_number": row.get("volume_number") or NOT_TOLD, "keeping_term": row.get("keeping_term")}
    return claimed(
        "archive", row["archived_on"], {"archived_on": row["archived_on"], "pages": row.get("pages"), **volume}
    )


def _service(row: Row) -> Iterator[Intent]:
    announced, served = row.get("announced_on"), row.get("served_on")
    if announced:
        values = {"address": row.get("address") or NOT_TOLD, "term": row.get("notice_term") or "national"}
        yield claimed("announce", announced, {**values, "announced_on": announced})
    if served:
        manner = "notice" if announced else row["manner"]
        values = {"officers": row["officers"], "manner": manner, "served_on": served}
        yield claimed("serve", served, values)


def _paying(row: Row) -> Iterator[Intent]:
    if row.get("deferred_on") and row.get("first_due"):
        values = {"approver": row["approver"], "instalments": row.get("instalments") or 1, "reason": ELSEWHERE}
        values |= {"first_due": row["first_due"], "approved_on": row["deferred_on"]}
        yield claimed("defer", row["deferred_on"], values)
    if row.get("urged_on"):
        values = {"manner": row["manner"], "served_on": row["urged_on"]}
        yield claimed("urge", row["urged_on"], values)
    if row.get("court_applied_on"):
        values = {"approver": row["approver"], "court": row.get("court") or NOT_TOLD}
        yield claimed("apply_court", row["court_applied_on"], {**values, "applied_on": row["court_applied_on"]})
    amount = row.get("paid") or row.get("fine")
    if row.get("paid_on") and amount:
        values = {"amount": amount, "late": row.get("late"), "receipt": row.get("receipt_number")}
        yield claimed("pay", row["paid_on"], {**values, "paid_on": row["paid_on"]})
    if row.get("court_result") and row.get("ruled_on"):
        yield claimed("court_result", row["ruled_on"], {"result": row["court_result"], "ruled_on": row["ruled_on"]})


def _ending(row: Row) -> Iterator[Intent]:
    closed, revoked = row.get("closed_on"), row.get("revoked_on")
    closing = {"closed_on": closed, "approver": row["approver"], "execution": ELSEWHERE}
    if closed and (not revoked or closed < revoked):
        yield claimed("close", closed, closing)
    if not revoked:
        return
    values = {"result": row.get("revocation") or "revoked", "reason": ELSEWHERE, "revoked_on": revoked}
    yield claimed("revoke", revoked, values)
    if row.get("taken_down_on"):
        yield claimed("take_down", row["taken_down_on"], {"taken_down_on": row["taken_down_on"]})
    if closed and closed >= revoked:
        yield claimed("close_revoked", closed, closing)
