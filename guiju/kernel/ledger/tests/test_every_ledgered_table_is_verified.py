"""A field changed, a row deleted, a row inserted behind the ledger's back, in each ledgered table, is named.

Each kind of change is made in all tables together and the town verified once: what it says is asked table by table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import models, transaction

from guiju.kernel.ledger.api import (
    Applied,
    Mismatch,
    insert_rows,
    ledgered_models,
    table_of,
    update_rows,
    verify_town,
)
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town
from guiju.kernel.procedure.api import apply
from tests.filled_rows import MOMENT, FilledTown, plain_fields, references, sample_value

NOWHERE, NEW = 987_654, 555_555
Model = type[models.Model]
Field = models.Field[Any, Any]
TABLES = pytest.mark.parametrize("model", ledgered_models(), ids=table_of)


class Rollback(Exception):
    """Ends one change so that the next begins from the same rows."""


@dataclass
class Tampered:
    """A town with one row in every table, and what verification says after each kind of change, each undone again."""

    town: FilledTown
    done: Applied
    said: dict[str, list[Mismatch]] = field(default_factory=dict)

    def key(self, model: Model) -> int:
        return self.done.key(self.town.keys[model])

    def change(self, kind: str, change: Callable[[Model], None], verified: int | None = None) -> None:
        """Make a change in every table, each of which it may leave alone, and keep what verification says."""
        with pytest.raises(Rollback), transaction.atomic():
            for model in ledgered_models():
                change(model)
            self.said[kind] = verify_town(verified or self.done.town_id).mismatches
            raise Rollback

    def places(self, kind: str, model: Model) -> list[str]:
        return [problem.place for problem in self.said[kind] if problem.table == table_of(model)]


@pytest.fixture(scope="module")
def tampered(module_db: None) -> Tampered:
    town = FilledTown()
    made = Tampered(town, apply([town.plan()], MOMENT)[0])
    made.change("nothing", lambda model: None)
    made.change("fields", lambda model: set_fields(made, model, plain_fields(model), lambda one: sample_value(one, 2)))
    made.change("references", lambda model: set_fields(made, model, other_references(model), lambda one: NOWHERE))
    made.change("moved", lambda model: set_fields(made, model, town_reference(model), lambda one: NOWHERE))
    made.change("deleted", lambda model: delete(model, made.key(model)))
    made.change("inserted", lambda model: insert(made, model))
    made.change("town inserted", lambda model: insert(made, model) if model is Town else None, verified=NEW)
    return made


def other_references(model: Model) -> list[Field]:
    return [one for one in references(model) if one.attname != "town_id"]


def town_reference(model: Model) -> list[Field]:
    return [one for one in references(model) if one.attname == "town_id"]


def set_fields(made: Tampered, model: Model, fields: list[Field], value: Callable[[Field], Any]) -> None:
    values = {one.attname: value(one) for one in fields}
    if values:
        update_rows(model, list(values), [(made.key(model), values)])


def delete(model: Model, key: int) -> None:
    model._default_manager.filter(pk=key)._raw_delete("default")


def insert(made: Tampered, model: Model) -> None:
    insert_rows(model, [foreign_row(model, made)])


def foreign_row(model: Model, made: Tampered) -> dict[str, object]:
    """A row that no entry tells, with a key of its own."""
    row = {one.attname: sample_value(one, 2) for one in plain_fields(model)}
    names = {one.name for one in references(model)}
    unique = [set(getattr(constraint, "fields", ())) for constraint in model._meta.constraints]
    once = {name for fields in unique if fields <= names for name in fields}
    for one in references(model):
        new = isinstance(one, models.OneToOneField) or one.name in once  # the table refuses a second row for it
        row[one.attname] = NOWHERE if new else made.key(one.related_model)
    return {**row, model._meta.pk.attname: NEW}


@pytest.mark.django_db
def test_every_table_holds_a_row_and_all_agree(tampered):
    assert tampered.said["nothing"] == []
    assert verify_town(tampered.done.town_id).rows == len(ledgered_models())
    assert set(tampered.town.keys) == set(ledgered_models())
    assert tampered.done.matter == tampered.key(Matter)


@TABLES
def test_changed_fields_are_named_with_their_matter(tampered, model):
    for one in plain_fields(model):
        here = (table_of(model), one.attname)
        (told,) = [problem for problem in tampered.said["fields"] if (problem.table, problem.column) == here]
        assert told.place == f"事项 {tampered.done.matter}，{table_of(model)} {tampered.key(model)} 的 {one.attname}"
        assert told.recorded != told.present
        assert told.matter == tampered.done.matter


@TABLES
def test_changed_references_are_named(tampered, model):
    where = f"事项 {tampered.done.matter}，{table_of(model)} {tampered.key(model)}"
    places = tampered.places("references", model)
    for one in other_references(model):
        assert f"{where} 的 {one.attname}" in places
    if town_reference(model):  # the row is another town's now: here it is missing
        assert f"{where}：账上有，表里没有" in tampered.places("moved", model)


@TABLES
def test_deleted_row_is_missing(tampered, model):
    (told,) = [problem for problem in tampered.said["deleted"] if problem.table == table_of(model)]
    assert told.place == f"事项 {tampered.done.matter}，{table_of(model)} {tampered.key(model)}：账上有，表里没有"
    assert told.matter == tampered.done.matter


@TABLES
def test_inserted_row_is_told_by_no_entry(tampered, model):
    places = tampered.places("town inserted" if model is Town else "inserted", model)
    assert f"{table_of(model)} {NEW}：没有条目说明这一行从哪里来" in places
