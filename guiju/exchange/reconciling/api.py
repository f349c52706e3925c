"""The door of `reconciling`: upload an export, compare it, decide, bring, and print the note."""

from __future__ import annotations

from guiju.exchange.reconciling.answering import plan_answers, plan_answers_taken_back
from guiju.exchange.reconciling.bringing import Brought, bring, follow, obstacle, take_theirs
from guiju.exchange.reconciling.decisions import Decisions, Subject, load_decisions, plan_decisions
from guiju.exchange.reconciling.likeness import Likeness
from guiju.exchange.reconciling.models import (
    KeptComparison,
    PairDecision,
    ReadingAnswer,
    ReconciliationNote,
    SuperiorsExport,
    Verdict,
)
from guiju.exchange.reconciling.note import note_of, plan_note, platform_totals, their_name
from guiju.exchange.reconciling.ours import Ours
from guiju.exchange.reconciling.result import Differing, OnlyHere, OnlyThere, Pair, Reconciled
from guiju.exchange.reconciling.running import reconcile
from guiju.exchange.reconciling.theirs import Theirs
from guiju.exchange.reconciling.uploads import (
    Standing,
    compare,
    exports_of,
    forget_comparison,
    forget_old_exports,
    keep,
    map_by_hand,
    may_reconcile,
    old_exports,
    sheet_of,
    standing,
    systems_known,
    up_to_date,
)

__all__ = [
    "Brought",
    "Decisions",
    "Differing",
    "KeptComparison",
    "Likeness",
    "OnlyHere",
    "OnlyThere",
    "Ours",
    "Pair",
    "PairDecision",
    "ReadingAnswer",
    "Reconciled",
    "ReconciliationNote",
    "Standing",
    "Subject",
    "SuperiorsExport",
    "Theirs",
    "Verdict",
    "bring",
    "compare",
    "exports_of",
    "follow",
    "forget_comparison",
    "forget_old_exports",
    "keep",
    "load_decisions",
    "map_by_hand",
    "may_reconcile",
    "note_of",
    "obstacle",
    "old_exports",
    "plan_answers",
    "plan_answers_taken_back",
    "plan_decisions",
    "plan_note",
    "platform_totals",
    "reconcile",
    "sheet_of",
    "standing",
    "systems_known",
    "take_theirs",
    "their_name",
    "up_to_date",
]
