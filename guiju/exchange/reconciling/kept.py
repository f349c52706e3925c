"""A comparison as it is kept between two looks: its lists as JSON, encrypted as the export itself is.

It stands until what was found would be found otherwise: other answers, another mapping of headings, other words on what
is the same, another sight of the person. What is said of records on one side only is laid over it each time, and needs
no new comparison.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from typing import Any

from guiju.exchange.batches import kept_locked, unlocked
from guiju.exchange.importing.api import Question
from guiju.exchange.reconciling.decisions import Decisions
from guiju.exchange.reconciling.likeness import Likeness
from guiju.exchange.reconciling.models import KeptComparison, SuperiorsExport, Verdict
from guiju.exchange.reconciling.ours import Ours
from guiju.exchange.reconciling.result import Differing, Found, Pair, Reconciled
from guiju.exchange.reconciling.theirs import Theirs
from guiju.kernel.organisation.api import Acting

SHAPE = 1  # of the JSON below: what another release kept is made anew


def keep_found(export: SuperiorsExport, result: Reconciled, size: int) -> None:
    """Keep what was found in the place of what was found before. `size` is the length of the ledger that was read."""
    told = zlib.compress(json.dumps(_told(result.found), ensure_ascii=False).encode())
    said = _said(export, result.found, result.decisions, result.answers, result.moment.acting)
    row = {"said": said, "size": size, "content": kept_locked(told, _bound(export)), "made_at": result.moment.now}
    KeptComparison.objects.update_or_create(export=export, defaults=row)


def found_before(
    kept: KeptComparison, export: SuperiorsExport, decisions: Decisions, answers: Mapping[str, str], acting: Acting
) -> Found | None:
    """What was kept, or None where it would be found otherwise now."""
    if not kept.said.startswith(f"{SHAPE}:"):
        return None
    found = _read(json.loads(zlib.decompress(unlocked(bytes(kept.content), _bound(export)))))
    return found if _said(export, found, decisions, answers, acting) == kept.said else None


def _said(
    export: SuperiorsExport, found: Found, decisions: Decisions, answers: Mapping[str, str], acting: Acting
) -> str:
    """A hash of whatever decides what is found beside the records: what people said, and which units the person sees.

    That ours stands in a pair that is listed is none of it: it is laid over the pair.
    """
    listed = {(pair.ours.id, pair.theirs.key) for pair in found.pairs}
    same = (decisions.pairs(Verdict.SAME) | decisions.pairs(Verdict.KEEP)) - listed
    said = [sorted(same), sorted(decisions.pairs(Verdict.DIFFERENT)), sorted(answers.items()), export.by_hand]
    told = [*said, acting.sees_town, sorted(acting.unit_ids)]
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    return f"{SHAPE}:{digest}"[:64]


def _bound(export: SuperiorsExport) -> str:
    return f"comparison {export.pk} {export.sha256}"


def _told(found: Found) -> dict[str, Any]:
    pairs, asked = found.pairs, found.asked
    here = {one.id: one for one in (*found.here, *(pair.ours for pair in pairs), *(edge[0] for edge in asked))}
    there = {one.key: one for one in (*found.there, *(pair.theirs for pair in pairs), *(edge[1] for edge in asked))}
    return {
        "alike": found.alike,
        "ours": [_row(one) for one in here.values()],
        "theirs": [_row(one) for one in there.values()],
        "here": [one.id for one in found.here],
        "there": [one.key for one in found.there],
        "pairs": [_pair(pair) for pair in pairs],
        "asked": [[ours.id, theirs.key, astuple(how)] for ours, theirs, how in asked],
        "aside": dict(found.aside),
        "unrecognised": list(found.unrecognised),
        "kinds": list(found.kinds),
        "questions": [_question(one) for one in found.questions],
    }


def _row(one: Ours | Theirs) -> list[Any]:
    return [value.isoformat() if isinstance(value, dt.date) else value for value in astuple(one)]


def _pair(pair: Pair) -> list[Any]:
    how = astuple(pair.likeness) if pair.likeness else None
    differing = [astuple(one) for one in pair.differing]
    return [pair.ours.id, pair.theirs.key, how, differing, pair.trouble, pair.said]


def _question(one: Question) -> list[Any]:
    """A question without what a yes would put into the cell: the page needs only its words."""
    options = [list(option) for option in one.options]
    return [
        one.key,
        one.text,
        one.sheet,
        one.field_name,
        one.column,
        one.suggestion,
        options,
        one.free,
        one.either,
        one.rows,
    ]


def _read(told: dict[str, Any]) -> Found:
    ours = {one.id: one for one in map(_ours, told["ours"])}
    theirs = {one.key: one for one in map(_theirs, told["theirs"])}
    return Found(
        alike=told["alike"],
        pairs=[
            Pair(
                ours[mine], theirs[key], Likeness(*how) if how else None,
                tuple(Differing(*one) for one in differing), trouble, said,
            )
            for mine, key, how, differing, trouble, said in told["pairs"]
        ],
        here=[ours[key] for key in told["here"]],
        there=[theirs[key] for key in told["there"]],
        asked=[(ours[mine], theirs[key], Likeness(*how)) for mine, key, how in told["asked"]],
        aside=told["aside"],
        unrecognised=told["unrecognised"],
        kinds=told["kinds"],
        questions=list(_questions(told["questions"])),
    )  # fmt: skip


def _ours(row: Sequence[Any]) -> Ours:
    key, number, title, on, master, within, names = row
    return Ours(key, number, title, dt.date.fromisoformat(on), master, within, tuple(names))


def _theirs(row: Sequence[Any]) -> Theirs:
    key, sheet, line, number, on, within, doubled, names, unread = row
    day = dt.date.fromisoformat(on) if on else None
    return Theirs(key, sheet, line, number, day, within, doubled, tuple(names), unread)


def _questions(rows: Iterable[Sequence[Any]]) -> Iterable[Question]:
    for key, text, sheet, name, column, suggestion, options, free, either, lines in rows:
        pairs = tuple((code, label) for code, label in options)
        yield Question(key, text, sheet, name, column, suggestion, None, pairs, free, either, lines)
