"""A field changed, a row deleted, a row inserted behind the ledger's back, in each ledgered table, is named."""

from __future__ import annotations

import pytest
from django.db import models, transaction

from guiju.kernel.ledger.api import Applied, insert_rows, ledgered_models, table_of, update_rows, verify_town
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town
from guiju.kernel.procedure.api import apply
from tests.filled_rows import MOMENT, FilledTown, plain_fields, references, sample_value

pytestmark = pytest.mark.django_db
TABLES = pytest.mark.parametrize("model", ledgered_models(), ids=table_of)


class Rollback(Exception):
    """Ends one change so that the next begins from the same rows."""


@pytest.fixture
def filled() -> tuple[FilledTown, Applied]:
    town = FilledTown()
    return town, apply([town.plan()], MOMENT)[0]


def test_every_table_holds_a_row_and_all_agree(filled):
    town, done = filled
    result = verify_town(done.town_id)
    assert result.whole, [str(problem) for problem in result.mismatches]
    assert result.rows == len(ledgered_models())
    assert set(town.keys) == set(ledgered_models())


def found_after(change, town_id):
    """What verification says once `change` was made; the change is undone."""
    with pytest.raises(Rollback), transaction.atomic():
        change()
        found = verify_town(town_id).mismatches
        raise Rollback
    return found


@TABLES
def test_changed_field_is_named(filled, model):
    town, done = filled
    key = done.key(town.keys[model])
    for field in plain_fields(model):
        value = sample_value(field, 2)
        found = found_after(
            lambda f=field, v=value: update_rows(model, [f.attname], [(key, {f.attname: v})]), done.town_id
        )
        told = [problem for problem in found if problem.place.endswith(f"{table_of(model)} {key} 的 {field.attname}")]
        assert len(told) == 1, (field, [str(problem) for problem in found])
        assert told[0].recorded != told[0].present
        assert told[0].matter == done.matter
        assert f"事项 {done.matter}" in told[0].place


@TABLES
def test_changed_reference_is_named(filled, model):
    town, done = filled
    key = done.key(town.keys[model])
    for field in references(model):
        change = lambda f=field: update_rows(model, [f.attname], [(key, {f.attname: 987_654})])  # noqa: E731
        found = found_after(change, done.town_id)
        places = [problem.place for problem in found]
        if field.attname == "town_id":  # the row is another town's now: here it is missing
            assert any(f"{table_of(model)} {key}：账上有，表里没有" in place for place in places)
        else:
            assert any(place.endswith(f"{table_of(model)} {key} 的 {field.attname}") for place in places)


@TABLES
def test_deleted_row_is_named(filled, model):
    town, done = filled
    key = done.key(town.keys[model])
    found = found_after(lambda: model._default_manager.filter(pk=key)._raw_delete("default"), done.town_id)
    assert any(f"{table_of(model)} {key}：账上有，表里没有" in problem.place for problem in found)
    assert all(problem.matter == done.matter for problem in found)


def foreign_row(model: type[models.Model], town: FilledTown, done: Applied) -> dict[str, object]:
    """A row that no entry tells, with a key of its own."""
    row = {field.attname: sample_value(field, 2) for field in plain_fields(model)}
    for field in references(model):
        new = isinstance(field, models.OneToOneField)  # a second row for the same target is refused by the table
        row[field.attname] = 987_654 if new else done.key(town.keys[field.related_model])
    return {**row, model._meta.pk.attname: 555_555}


@TABLES
def test_inserted_row_is_named(filled, model):
    town, done = filled
    row = foreign_row(model, town, done)
    where = 555_555 if model is Town else done.town_id
    found = found_after(lambda: insert_rows(model, [row]), where)
    assert f"{table_of(model)} 555555：没有条目说明这一行从哪里来" in [problem.place for problem in found]


def test_matter_is_named_for_its_children(filled):
    town, done = filled
    assert done.matter == done.key(town.keys[Matter])
