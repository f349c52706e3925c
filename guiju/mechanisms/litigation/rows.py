"""Which dated steps a row tells: notice, answer where it is told, judgment or decision, the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.kernel.procedure.api import Intent, Moment, Opens, Told, Unclear, claimed
from guiju.mechanisms.litigation import forms
from guiju.mechanisms.litigation.models import LitigationKind, Standing

Row = Mapping[str, Any]


def tells_suit(row: Row, moment: Moment) -> Told:
    """One row is one suit. The yearly table tells when the court filed it, not when its copy came."""
    on = row.get("copy_received_on") or row.get("accepted_on")
    return _told(LitigationKind.SUIT, row, on, forms.SUIT_OUTCOMES, forms.SUIT_WORDS, moment)


def tells_reconsideration(row: Row, moment: Moment) -> Told:
    """One row is one reconsideration, told by the day of acceptance; the tables do not say when the copy came."""
    values = {"standing": Standing.RESPONDENT.value, **row}
    on = row.get("accepted_on")
    return _told(LitigationKind.RECONSIDERATION, values, on, forms.REVIEW_OUTCOMES, forms.REVIEW_WORDS, moment)


def _told(
    kind: LitigationKind,
    row: Row,
    on: Any,
    outcomes: Mapping[str, str],
    words: Mapping[str, str],
    moment: Moment,
) -> Told:
    unit = row.get("unit") or _own_unit(moment)
    if unit is None:
        return Unclear("这张表没有写承办部门：这一行由哪个部门承办？请在表头上方写明“填报单位：…”。")
    outcome = _code(row.get("outcome"), outcomes, words)
    if row.get("closed_on") and outcome is None:
        return Unclear(f"写了结案日期，没有写结果：是哪一种？（{'、'.join(outcomes.values())}）", "outcome")
    values = {**row, "unit": unit}
    # The end of a matter is told by the steps that follow, not by its registration.
    beginning = {name: value for name, value in values.items() if name not in ("outcome", "closed_on", "head_appeared")}
    intents = [claimed("register", on, beginning)]
    if row.get("answered_on"):
        intents.append(claimed("answer", row["answered_on"], row, "answered_on"))
    if outcome is not None:
        intents += _ended(row, outcome, row.get("answered_on") or on)
    return Opens(kind.value, tuple(intents))


def _ended(row: Row, outcome: str, before: Any) -> list[Intent]:
    """A judgment closes the matter; without its day it is recorded on the last day that is told, and says so."""
    on = row.get("closed_on")
    values = {"head_appeared": row.get("head_appeared")}
    values |= {"decided_on": on} if on else {"day_not_told": "结案日期"}
    if outcome == "withdrawn":
        return [claimed("withdraw", on or before, values)]
    decided = claimed("decide", on or before, {**values, "outcome": outcome})
    return [decided, claimed("close", on, {"closed_on": on})] if on else [decided]


def _code(told: Any, outcomes: Mapping[str, str], words: Mapping[str, str]) -> str | None:
    """The outcome as a code; an answer that a person typed comes as words."""
    if not told or told in outcomes:
        return told or None
    by_label = {label: code for code, label in outcomes.items()}
    return by_label.get(str(told)) or words.get(str(told))


def _own_unit(moment: Moment) -> int | None:
    """Only who sees the whole town may leave the department open: the town government is the party."""
    return moment.directory.first_unit("government") if moment.acting.sees_town else None
