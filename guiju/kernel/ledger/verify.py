"""Verification: the entries against their hashes, tree and head; every ledgered row against the fold, both ways.

It only reads. Without a checkpoint kept outside it cannot see a removed tail, and says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models as django_models

from guiju.kernel.ledger import models
from guiju.kernel.ledger.canonical import canonical_json
from guiju.kernel.ledger.findings import Mismatch, Verification
from guiju.kernel.ledger.fold import State
from guiju.kernel.ledger.kinds import PrivateField, ledgered_models, table_of
from guiju.kernel.ledger.notes import Checkpoint, NoteError, open_note
from guiju.kernel.ledger.private import PrivateStoreError, vault
from guiju.kernel.ledger.tree import Frontier, leaf_hash
from guiju.kernel.ledger.values import coded_fields, encoders, is_empty

CHUNK = 2000


def verify_town(
    town_id: int,
    *,
    note: str | None = None,
    verifier_key: str | None = None,
    own_key: str | None = None,
    open_private: bool = True,
) -> Verification:
    """Compare everything of one town. `note` is a checkpoint kept outside, with the key that must have signed it; `own_key`
    must have signed every checkpoint that the town keeps of its own."""
    result = Verification(town_id)
    result.checkpoint = _opened(note, verifier_key, result)
    state = _read_entries(result, own_key)
    result.mismatches += [Mismatch(f"条目：{problem}") for problem in state.problems]
    _compare_rows(state, result)
    _compare_private(state, result, open_private)
    return result


def _opened(note: str | None, key: str | None, result: Verification) -> Checkpoint | None:
    if note is None:
        return None
    try:
        return open_note(note, key or "")
    except NoteError as error:
        result.mismatches.append(Mismatch(f"检查点：{error}"))
        return None


def _entry_problems(entry: dict[str, Any], body: dict[str, Any], index: int) -> Iterator[Mismatch]:
    if body.get("index") != index or entry["index"] != index:
        yield Mismatch(f"条目 #{index} 的序号不连续", str(index), str(entry["index"]), entry["matter_id"])
    beside = {
        "matter_id": body.get("matter"),
        "kind": body.get("kind"),
        "actor": body.get("actor"),
        "steps": canonical_json(body["steps"]) if body.get("steps") else "",
    }
    for name, told in beside.items():
        if entry[name] != told:
            yield Mismatch(f"条目 #{index} 旁列 {name}", str(told), str(entry[name]), entry["matter_id"])
    moment = entry["recorded_at"].strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if body.get("time") != moment:
        yield Mismatch(f"条目 #{index} 旁列 recorded_at", str(body.get("time")), moment, entry["matter_id"])


def _read_entries(result: Verification, key: str | None) -> State:
    state, frontier = State(), Frontier()
    given_out: dict[int, list[models.Checkpoint]] = {}
    for given in models.Checkpoint.objects.filter(town_id=result.town_id).order_by("id"):
        given_out.setdefault(given.size, []).append(given)
    checkpoint = result.checkpoint
    columns = ("index", "matter_id", "kind", "actor", "recorded_at", "steps", "body", "leaf")
    entries = models.Entry.objects.filter(town_id=result.town_id).order_by("index").values(*columns)
    for position, entry in enumerate(entries.iterator(chunk_size=CHUNK)):
        data = entry["body"].encode()
        leaf = leaf_hash(data)
        if leaf.hex() != entry["leaf"]:
            result.mismatches.append(Mismatch(f"条目 #{position} 的内容与摘要不符", matter=entry["matter_id"]))
        try:
            body = json.loads(entry["body"])
            result.mismatches += _entry_problems(entry, body, position)
            state.apply(body)
        except (ValueError, KeyError, TypeError, AttributeError):
            result.mismatches.append(Mismatch(f"条目 #{position} 的内容读不出来", matter=entry["matter_id"]))
        frontier.append(leaf)
        for given in given_out.pop(frontier.size, ()):
            _compare_given_out(given, frontier, key, result)
        if checkpoint is not None and frontier.size == checkpoint.size and frontier.root() != checkpoint.root:
            result.mismatches.append(
                Mismatch("检查点：同样条数的根摘要不符", checkpoint.root.hex(), frontier.root().hex())
            )
    result.entries, result.root = frontier.size, frontier.root().hex()
    result.mismatches += [
        Mismatch("检查点：账上条目比给出过的少，尾部被去掉了", str(size), str(frontier.size))
        for size in given_out
        if size
    ]
    _compare_head(frontier, result)
    return state


def _compare_given_out(given: models.Checkpoint, frontier: Frontier, key: str | None, result: Verification) -> None:
    """A checkpoint that the town keeps against the entries up to it: each later one so holds all the earlier ones."""
    result.given_out += 1
    root = frontier.root()
    if given.root != root.hex():
        result.mismatches.append(Mismatch(f"检查点：给出过的前 {given.size} 条的根摘要不符", given.root, root.hex()))
    if key is None:
        return
    try:
        signed = open_note(given.note, key)
    except NoteError as error:
        result.mismatches.append(Mismatch(f"检查点：给出过的前 {given.size} 条：{error}"))
        return
    if (signed.size, signed.root.hex()) != (given.size, given.root):
        result.mismatches.append(Mismatch(f"检查点：给出过的前 {given.size} 条与签名的内容不符"))


def _compare_head(frontier: Frontier, result: Verification) -> None:
    head = models.Head.objects.filter(town_id=result.town_id).first()
    size, root = (head.size, head.root) if head else (0, result.root)
    if size != frontier.size:
        result.mismatches.append(Mismatch("账尾：条目数不符", str(size), str(frontier.size)))
    elif root != result.root:
        result.mismatches.append(Mismatch("账尾：根摘要不符", root, result.root))
    elif head and head.frontier != frontier.dumps():
        result.mismatches.append(Mismatch("账尾：右缘不符", head.frontier, frontier.dumps()))
    checkpoint = result.checkpoint
    if checkpoint is not None and checkpoint.size > frontier.size:
        result.mismatches.append(
            Mismatch("检查点：账上条目比检查点少，尾部被去掉了", str(checkpoint.size), str(frontier.size))
        )


def _town_filter(model: type[django_models.Model], town_id: int) -> dict[str, int]:
    names = {item.attname for item in model._meta.concrete_fields}
    return {"town_id": town_id} if "town_id" in names else {"pk": town_id}


def _compare_rows(state: State, result: Verification) -> None:
    recorded = _by_table(state)
    for model in ledgered_models():
        _compare_table(model, recorded.get(table_of(model), {}), state, result)


def _by_table(state: State) -> dict[str, dict[int, dict[str, Any]]]:
    found: dict[str, dict[int, dict[str, Any]]] = {}
    for (table, key), row in state.rows.items():
        found.setdefault(table, {})[key] = row
    return found


def _compare_table(
    model: type[django_models.Model], recorded: dict[int, dict[str, Any]], state: State, result: Verification
) -> None:
    """Every row against what is recorded of it, then what is recorded of rows that are not there."""
    table, coded, names = table_of(model), coded_fields(model), list(encoders(model))
    encoded = [(name, coded.get(name)) for name in names]
    rows = model._default_manager.filter(**_town_filter(model, result.town_id)).values_list("pk", *names)
    for key, *values in rows.iterator(chunk_size=CHUNK):
        result.rows += 1
        told = recorded.pop(key, None)
        matter = state.matter_of.get((table, key))
        if told is None:
            result.mismatches.append(Mismatch(f"{table} {key}：没有条目说明这一行从哪里来", matter=matter, table=table))
            continue
        for (name, encode), value in zip(encoded, values, strict=True):
            present = value if encode is None or value is None else encode(value)
            if (None if present is None or present == "" else present) != told.get(name):
                values_told = (_shown(told.get(name)), _shown(present))
                result.mismatches.append(Mismatch(_place(table, key, matter, name), *values_told, matter, table, name))
    for key in recorded:
        matter = state.matter_of.get((table, key))
        result.mismatches.append(
            Mismatch(f"{_place(table, key, matter)}：账上有，表里没有", matter=matter, table=table)
        )


def _place(table: str, key: int, matter: int | None, name: str = "") -> str:
    where = f"事项 {matter}，" if matter is not None else ""
    return f"{where}{table} {key}" + (f" 的 {name}" if name else "")


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return f"摘要 {value.get('sha256', '')[:12]}"
    return "空" if is_empty(value) else str(value)


@cache
def private_columns(model: type[django_models.Model]) -> tuple[str, ...]:
    """The private fields of a model."""
    return tuple(item.attname for item in model._meta.concrete_fields if isinstance(item, PrivateField))


@dataclass(frozen=True, slots=True)
class _Sealed:
    """Where a commitment stands in the rows as they are recorded."""

    table: str
    key: int
    column: str
    matter: int | None

    def differs(self, commitment: str, how: str) -> Mismatch:
        place = f"个人信息 {commitment[:12]}（{self.table} {self.key} 的 {self.column}）"
        return Mismatch(f"{place}{how}", matter=self.matter, table=self.table, column=self.column)


def _commitments(state: State) -> dict[str, _Sealed]:
    columns = {table_of(model): private_columns(model) for model in ledgered_models()}
    return {
        row[name]: _Sealed(table, key, name, state.matter_of.get((table, key)))
        for (table, key), row in state.rows.items()
        for name in columns.get(table, ())
        if row.get(name)
    }


def _compare_private(state: State, result: Verification, open_private: bool) -> None:
    wanted = _commitments(state)
    columns = ("commitment", "ciphertext", "search_hash")
    stored = models.PrivateValue.objects.filter(town_id=result.town_id).values_list(*columns)
    known: set[str] = set()
    for commitment, ciphertext, search_hash in stored.iterator(chunk_size=CHUNK):
        result.private_values += 1
        known.add(commitment)
        if commitment not in wanted and commitment not in state.replaced and commitment not in state.erased:
            result.mismatches.append(Mismatch(f"个人信息 {commitment[:12]}：保管库里有，账上没有"))
            continue
        place = wanted.get(commitment)
        for how in _private_problems(commitment, ciphertext, search_hash, commitment in state.erased, open_private):
            old = Mismatch(f"个人信息 {commitment[:12]}（已更正的旧值）{how}")
            result.mismatches.append(place.differs(commitment, how) if place else old)
    for commitment in wanted.keys() - known:
        result.mismatches.append(wanted[commitment].differs(commitment, "：不在保管库里"))


def _private_problems(
    commitment: str, ciphertext: bytes | None, search_hash: str, erased: bool, open_private: bool
) -> Iterator[str]:
    """What is wrong with one stored value."""
    if ciphertext is None:
        if not erased:
            yield "：内容没有了，账上没有删除记录"
        return
    if erased:
        yield "：账上已删除，内容还在"
    if open_private:
        try:
            value = vault().open(commitment, bytes(ciphertext))
        except PrivateStoreError as error:
            yield f"：{error}"
        else:
            if search_hash and search_hash != vault().search_hash(value):
                yield "的 search_hash"
