"""Door of the ledger: plans and changes, kinds of model, private store, fold, checkpoints, verification."""

from guiju.kernel.ledger.append_only import AppendOnly, missing_triggers
from guiju.kernel.ledger.bulk import (
    ReadyRows,
    advance_series,
    begin_series,
    forget_search,
    found_matters,
    insert_ready,
    insert_rows,
    ready_rows,
    roomy_cache,
    take_keys,
    take_keys_at_head,
    update_rows,
    wait_for,
    write_search,
)
from guiju.kernel.ledger.canonical import canonical_json, sha256_hex
from guiju.kernel.ledger.checkpoints import head_of, last_checkpoint, sign_checkpoint, signer_for
from guiju.kernel.ledger.export import ledger_lines
from guiju.kernel.ledger.findings import Mismatch, Verification
from guiju.kernel.ledger.fold import State, fold
from guiju.kernel.ledger.kinds import (
    HashedJSONField,
    HashedTextField,
    Kind,
    LedgeredModel,
    PrivateField,
    kind_of,
    ledgered_models,
    table_of,
)
from guiju.kernel.ledger.models import Checkpoint, Entry, Head, PrivateValue
from guiju.kernel.ledger.plans import Applied, Change, Key, NewKey, NextNumber, Plan, Private, Series, StepMark
from guiju.kernel.ledger.private import Opening, Sealed, vault
from guiju.kernel.ledger.proofs import inclusion_paths
from guiju.kernel.ledger.store import commitments_of, open_values, openings, told_commitments
from guiju.kernel.ledger.towns import towns_on_record
from guiju.kernel.ledger.tree import EMPTY_ROOT, Frontier, Tree, leaf_hash, root_from_inclusion
from guiju.kernel.ledger.values import coded_fields, defaults, encoders, is_empty, ledger_values
from guiju.kernel.ledger.verify import private_columns, verify_town

__all__ = [
    "EMPTY_ROOT",
    "AppendOnly",
    "Applied",
    "Change",
    "Checkpoint",
    "Entry",
    "Frontier",
    "HashedJSONField",
    "HashedTextField",
    "Head",
    "Key",
    "Kind",
    "LedgeredModel",
    "Mismatch",
    "NewKey",
    "NextNumber",
    "Opening",
    "Plan",
    "Private",
    "PrivateField",
    "PrivateValue",
    "ReadyRows",
    "Sealed",
    "Series",
    "State",
    "StepMark",
    "Tree",
    "Verification",
    "advance_series",
    "begin_series",
    "canonical_json",
    "coded_fields",
    "commitments_of",
    "defaults",
    "encoders",
    "fold",
    "forget_search",
    "found_matters",
    "head_of",
    "inclusion_paths",
    "insert_ready",
    "insert_rows",
    "is_empty",
    "kind_of",
    "last_checkpoint",
    "leaf_hash",
    "ledger_lines",
    "ledger_values",
    "ledgered_models",
    "missing_triggers",
    "open_values",
    "openings",
    "private_columns",
    "ready_rows",
    "roomy_cache",
    "root_from_inclusion",
    "sha256_hex",
    "sign_checkpoint",
    "signer_for",
    "table_of",
    "take_keys",
    "take_keys_at_head",
    "told_commitments",
    "towns_on_record",
    "update_rows",
    "vault",
    "verify_town",
    "wait_for",
    "write_search",
]
