"""Door of the procedure: declarations, plan() and apply(), snapshots, kernel steps, registers."""

from guiju.kernel.procedure.applying import RepeatedRequest, StaleMatter, apply
from guiju.kernel.procedure.checklist import Checklist, Point, checklists, gaps
from guiju.kernel.procedure.checks import holds, kept_elsewhere, refusals
from guiju.kernel.procedure.code_lists import CodeLabels, OwnerGroups, OwnerWords
from guiju.kernel.procedure.collecting import uncollected
from guiju.kernel.procedure.continuing import plan_continued
from guiju.kernel.procedure.days import Days
from guiju.kernel.procedure.declarations import (
    START,
    Before,
    Condition,
    Fact,
    Guard,
    If,
    Procedure,
    Refusal,
    Searched,
    Stage,
    Step,
)
from guiju.kernel.procedure.differing import what_differs
from guiju.kernel.procedure.disclosing import plan_publication, plan_withdrawal
from guiju.kernel.procedure.drafting import Draft, Intent
from guiju.kernel.procedure.exporting import may_export, plan_export
from guiju.kernel.procedure.extending import approves_here, plan_extension
from guiju.kernel.procedure.inputs import Input, past_day
from guiju.kernel.procedure.kernel_steps import (
    NotAllowed,
    plan_answer,
    plan_attachment,
    plan_correction,
    plan_erasure,
    plan_join,
    plan_reveal,
    plan_void,
    private_values,
)
from guiju.kernel.procedure.loading import KERNEL_ROWS, PLANNING_ROWS, load_snapshot, load_snapshots
from guiju.kernel.procedure.models import Finding
from guiju.kernel.procedure.moments import acting_now, forget_directory, lawbook_in_use, moment_for
from guiju.kernel.procedure.planning import Planned, Refused, plan
from guiju.kernel.procedure.preview import Consequence, Offer, consequences, offers
from guiju.kernel.procedure.prover import Proof, prove
from guiju.kernel.procedure.records import Concerned, concerned_matters, plan_verification
from guiju.kernel.procedure.registers import (
    Again,
    Joins,
    Opens,
    Register,
    SheetColumn,
    SheetLayout,
    Told,
    Unclear,
    claimed,
    columns,
)
from guiju.kernel.procedure.registry import (
    all_procedures,
    known_procedure,
    procedure_in_force,
    procedure_of,
    register_procedure,
)
from guiju.kernel.procedure.searching import rebuild_search
from guiju.kernel.procedure.showing import FactGroup, Listing, Milestone, OffSight, RecordLine, Right, Shown
from guiju.kernel.procedure.signing import plan_for_signature
from guiju.kernel.procedure.snapshot import Moment, Snapshot
from guiju.kernel.procedure.term_changes import lapses
from guiju.kernel.procedure.unset_terms import UnsetTerm, is_unset, unset_terms, unset_terms_of
from guiju.kernel.procedure.untold import Untold, names_told

__all__ = [
    "KERNEL_ROWS",
    "PLANNING_ROWS",
    "START",
    "Again",
    "Before",
    "Checklist",
    "CodeLabels",
    "Concerned",
    "Condition",
    "Consequence",
    "Days",
    "Draft",
    "Fact",
    "FactGroup",
    "Finding",
    "Guard",
    "If",
    "Input",
    "Intent",
    "Joins",
    "Listing",
    "Milestone",
    "Moment",
    "NotAllowed",
    "OffSight",
    "Offer",
    "Opens",
    "OwnerGroups",
    "OwnerWords",
    "Planned",
    "Point",
    "Procedure",
    "Proof",
    "RecordLine",
    "Refusal",
    "Refused",
    "Register",
    "RepeatedRequest",
    "Right",
    "Searched",
    "SheetColumn",
    "SheetLayout",
    "Shown",
    "Snapshot",
    "Stage",
    "StaleMatter",
    "Step",
    "Told",
    "Unclear",
    "UnsetTerm",
    "Untold",
    "acting_now",
    "all_procedures",
    "apply",
    "approves_here",
    "checklists",
    "claimed",
    "columns",
    "concerned_matters",
    "consequences",
    "forget_directory",
    "gaps",
    "holds",
    "is_unset",
    "kept_elsewhere",
    "known_procedure",
    "lapses",
    "lawbook_in_use",
    "load_snapshot",
    "load_snapshots",
    "may_export",
    "moment_for",
    "names_told",
    "offers",
    "past_day",
    "plan",
    "plan_answer",
    "plan_attachment",
    "plan_continued",
    "plan_correction",
    "plan_erasure",
    "plan_export",
    "plan_extension",
    "plan_for_signature",
    "plan_join",
    "plan_publication",
    "plan_reveal",
    "plan_verification",
    "plan_void",
    "plan_withdrawal",
    "private_values",
    "procedure_in_force",
    "procedure_of",
    "prove",
    "rebuild_search",
    "refusals",
    "register_procedure",
    "uncollected",
    "unset_terms",
    "unset_terms_of",
    "what_differs",
]
