"""An entry told in pieces is the canonical JSON of the whole entry, whatever it says."""

import datetime as dt
import json

from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.ledger.api import Change, NewKey, Plan, Private, StepMark, canonical_json, ledger_values
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.organisation.api import Unit
from guiju.kernel.procedure.entry_text import entry_texts, told_change
from guiju.kernel.procedure.filling import Filling, seal_private

NOW = dt.datetime(2026, 3, 2, 2, 0, tzinfo=dt.UTC)
TEXT = st.text(max_size=8)
MARKS = st.builds(StepMark, TEXT, st.dates(), st.sampled_from(["taken", "claimed"]))
PLANS = st.builds(
    Plan,
    town_id=st.just(7),
    kind=TEXT,
    actor=TEXT,
    recorded_by=TEXT,
    medium=TEXT,
    matter=st.none() | st.integers(1, 10**12),
    steps=st.lists(MARKS, max_size=3).map(tuple),
    basis=st.lists(TEXT, max_size=3).map(tuple),
    reason=TEXT,
    note=st.dictionaries(st.sampled_from(["fields", "corrected"]), TEXT | st.integers() | st.lists(TEXT)),
    erased=st.lists(TEXT, max_size=2).map(tuple),
    changes=st.lists(
        st.builds(
            lambda title, day, op: Change(Matter, 5, op, {"title": title, "event_date": day, "closed_on": None}),
            TEXT,
            st.dates(),
            st.sampled_from(["add", "change"]),
        ),
        max_size=3,
    ),
)


@given(PLANS, st.integers(0, 10**9))
def test_pieces_joined_are_the_canonical_json_of_what_they_say(plan, index):
    filling = Filling()
    (text,) = entry_texts([plan], [7], NOW, filling)
    joined = text.joined(plan, index, filling)
    body = json.loads(joined)
    assert canonical_json(body) == joined
    assert (body["index"], body["matter"], body["town"], body["v"]) == (index, plan.matter, 7, 1)
    assert (body["kind"], body["medium"], body["actor"]) == (plan.kind, plan.medium, plan.actor)
    assert (body.get("reason", ""), body.get("note", {})) == (plan.reason, dict(plan.note))
    assert [step["event_date"] for step in body.get("steps", [])] == [m.event_date.isoformat() for m in plan.steps]
    assert (body["basis"], body.get("erased", [])) == (list(plan.basis), list(plan.erased))


@given(TEXT, st.none() | st.dates(), st.booleans())
def test_added_row_is_told_with_its_defaults_and_without_empty_fields(title, day, voided):
    change = Change(Matter, 5, "add", {"title": title, "closed_on": day, "voided": voided, "label": "public"})
    told = json.loads(told_change(change, Filling()))
    assert told["f"] == ledger_values(Matter, change.values, whole=True)
    assert "" not in told["f"].values() and None not in told["f"].values()
    assert change.values["row_version"] == 1


def test_placeholders_are_filled():
    key, name = NewKey(), Private("某人（示例）")
    change = Change(Party, key, "add", {"name": name, "matter_id": key, "role": "client", "town_id": 7})
    filling = Filling(keys={id(key): 12})
    seal_private([Plan(7, "step", "a", "a", changes=[change])], filling)
    told = json.loads(told_change(change, filling))
    assert (told["k"], told["f"]["matter_id"]) == (12, 12)
    assert told["f"]["name"] == filling.sealed[id(name)].commitment
    assert "某人" not in json.dumps(told, ensure_ascii=False)


def test_changed_field_that_is_emptied_is_told():
    change = Change(Unit, 5, "change", {"until": None, "aliases": ""})
    assert json.loads(told_change(change, Filling()))["f"] == {"until": None, "aliases": ""}
