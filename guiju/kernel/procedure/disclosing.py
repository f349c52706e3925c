"""What must be public: steps call for it, publication and withdrawal are recorded with day and address."""

from __future__ import annotations

import datetime as dt
from typing import Any

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.lawbook.api import LawbookError
from guiju.kernel.ledger.api import Change, Plan, StepMark
from guiju.kernel.procedure.checks import meant
from guiju.kernel.procedure.declarations import Step
from guiju.kernel.procedure.drafting import Draft
from guiju.kernel.procedure.findings import finding
from guiju.kernel.procedure.kernel_steps import NotAllowed, matter_plan
from guiju.kernel.procedure.snapshot import Moment, Row, Snapshot
from guiju.kernel.procedure.term_changes import RUNNING, ended, late_finding
from guiju.kernel.terms.api import Term, due_date

LONGEST_ADDRESS = 200


def disclose(draft: Draft, step: Step) -> None:
    """Add what a step calls for, due by the term rule of its disclosure rule; nothing for what is never public."""
    moment = draft.moment
    for code in meant(step.discloses, draft.snapshot, moment):
        rule = draft.snapshot.procedure.disclosure_table[code]
        if rule.never:
            continue
        values: dict[str, Any] = {"rule": rule.code, "title": rule.label[:120], "started_on": draft.event_date}
        if rule.due_rule:
            values |= _due(draft, rule.due_rule)
        state, claimed = DisclosureItem.State.DUE.value, draft.intent.mode == "claimed"
        draft.add(DisclosureItem, state=state, backfilled=claimed, **values)


def _due(draft: Draft, due_rule: str) -> dict[str, Any]:
    """When it is due and with which force; empty for an event of before the rule."""
    try:
        rule = draft.moment.lawbook.term_rule(due_rule, draft.event_date)
    except LawbookError:
        return {}
    due = due_date(rule, draft.event_date, draft.moment.calendar)
    return {
        "due_rule": rule.id,
        "force": rule.force.value,
        "red": rule.overdue_in_red,
        "due_on": due.on,
        "provisional": due.provisional,
        "explanation": due.explanation,
    }


def plan_publication(snapshot: Snapshot, moment: Moment, item_id: int, published_on: dt.date, address: str) -> Plan:
    """Something was made public: on which day, at which address. Late, it leaves a finding. Raises NotAllowed."""
    row = _item(snapshot, item_id)
    if row["state"] != DisclosureItem.State.DUE:
        raise NotAllowed(f"这一项{DisclosureItem.State(row['state']).label}，不能再登记公开。")
    address = address.strip()
    if not address or len(address) > LONGEST_ADDRESS:
        raise NotAllowed(f"请写公开在哪里（网址或者栏目），不超过{LONGEST_ADDRESS}字。")
    _check_day("公开", published_on, row["started_on"], "应当公开的那一步", moment)
    values = {"state": DisclosureItem.State.PUBLISHED.value, "published_on": published_on, "address": address}
    changes = [Change(DisclosureItem, item_id, "change", values)]
    if row["due_on"] is not None and published_on > row["due_on"]:
        changes.append(_late_finding(snapshot, moment, row, published_on))
    return _told(snapshot, moment, "publication", published_on, changes, f"{row['title']}：{address}")


def plan_withdrawal(snapshot: Snapshot, moment: Moment, item_id: int, on: dt.date, reason: str) -> Plan:
    """Something public was taken down, or is no longer to be published; the reason stands in the entry.

    An open term of the rule's `withdraw_rule` is met by it, or late with a finding. Raises NotAllowed.
    """
    row = _item(snapshot, item_id)
    if not reason.strip():
        raise NotAllowed("撤下要写明理由：决定怎样变了，或者为什么不再公开。")
    if row["state"] not in (DisclosureItem.State.DUE, DisclosureItem.State.PUBLISHED):
        raise NotAllowed(f"这一项{DisclosureItem.State(row['state']).label}，不必再撤。")
    published = row["state"] == DisclosureItem.State.PUBLISHED
    _check_day("撤下", on, row["published_on"] if published else row["started_on"], "公开的那一天", moment)
    state = DisclosureItem.State.WITHDRAWN if published else DisclosureItem.State.DROPPED
    changes = [Change(DisclosureItem, item_id, "change", {"state": state.value, "withdrawn_on": on})]
    changes += _met(snapshot, moment, row, on)
    return _told(snapshot, moment, "withdrawal", on, changes, reason)


def _item(snapshot: Snapshot, item_id: int) -> Row:
    if snapshot.matter["voided"]:
        raise NotAllowed("这件事项已经作废，不再登记公开情况。")
    row = snapshot.rows.get(DisclosureItem, {}).get(item_id)
    if row is None:
        raise NotAllowed("这件事项没有这一项公开内容。")
    return row


def _check_day(what: str, on: dt.date, earliest: dt.date | None, event: str, moment: Moment) -> None:
    if on > moment.today:
        raise NotAllowed(f"{what}的日期不能晚于今天。请核对日期。")
    if earliest is not None and on < earliest:
        raise NotAllowed(f"{what}的日期不能早于{event}（{earliest}）。请核对日期。")


def _met(snapshot: Snapshot, moment: Moment, row: Row, on: dt.date) -> list[Change]:
    rule = snapshot.procedure.disclosure_table.get(row["rule"])
    wanted = rule.withdraw_rule if rule is not None else ""
    changes: list[Change] = []
    for term in snapshot.of(Term):
        if term["rule"] == wanted and term["state"] in RUNNING:
            values = ended(term, on, moment)
            changes.append(Change(Term, term["id"], "change", values))
            if values["state"] == Term.State.LATE:
                due = values.get("due_on") or term["due_on"]
                told = {"due_rule": wanted, "title": term["label"], "due_on": due, "started_on": term["started_on"]}
                changes.append(_late_finding(snapshot, moment, told, on))
    return changes


def _late_finding(snapshot: Snapshot, moment: Moment, row: Row, on: dt.date) -> Change:
    rule = moment.lawbook.term_rule(row["due_rule"], row["started_on"])
    late = late_finding(rule.id, row["title"], row["due_on"], on, rule)
    return finding(snapshot, moment, "publication", late)


def _told(snapshot: Snapshot, moment: Moment, kind: str, on: dt.date, changes: list[Change], reason: str) -> Plan:
    plan = matter_plan(snapshot, moment, kind, changes, reason=reason)
    plan.steps = (StepMark(kind, on, "claimed"),)
    return plan
