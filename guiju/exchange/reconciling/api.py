"""The door of `reconciling`: upload an export, compare it, decide, bring, and print the note."""

from __future__ import annotations

from guiju.exchange.reconciling.bringing import Brought, bring, follow, obstacle, take_theirs
from guiju.exchange.reconciling.decisions import Decisions, Subject, load_decisions, plan_decisions
from guiju.exchange.reconciling.likeness import Likeness
from guiju.exchange.reconciling.models import PairDecision, ReconciliationNote, SuperiorsExport, Verdict
from guiju.exchange.reconciling.note import note_of, plan_note, platform_totals, their_name
from guiju.exchange.reconciling.result import Differing, OnlyHere, OnlyThere, Pair, Reconciled
from guiju.exchange.reconciling.running import reconcile
from guiju.exchange.reconciling.uploads import (
    compare,
    exports_of,
    forget_old_exports,
    keep,
    map_by_hand,
    may_reconcile,
    old_exports,
    sheet_of,
    systems_known,
)

__all__ = [
    "Brought",
    "Decisions",
    "Differing",
    "Likeness",
    "OnlyHere",
    "OnlyThere",
    "Pair",
    "PairDecision",
    "Reconciled",
    "ReconciliationNote",
    "Subject",
    "SuperiorsExport",
    "Verdict",
    "bring",
    "compare",
    "exports_of",
    "follow",
    "forget_old_exports",
    "keep",
    "load_decisions",
    "map_by_hand",
    "may_reconcile",
    "note_of",
    "obstacle",
    "old_exports",
    "plan_decisions",
    "plan_note",
    "platform_totals",
    "reconcile",
    "sheet_of",
    "systems_known",
    "take_theirs",
    "their_name",
]
