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


def changed(model, key, fields, value):
    """Change fields of one row together; each must be named once, with its matter."""
    values = {field.attname: value(field) for field in fields}
    return lambda: update_rows(model, list(values), [(key, values)])


def check_changed_fields(town, done, model):
    key, fields = done.key(town.keys[model]), plain_fields(model)
    if not fields:
        return
    found = found_after(changed(model, key, fields, lambda field: sample_value(field, 2)), done.town_id)
    for field in fields:
        told = [problem for problem in found if problem.place.endswith(f"{table_of(model)} {key} 的 {field.attname}")]
        assert len(told) == 1, (field, [str(problem) for problem in found])
        assert told[0].recorded != told[0].present
        assert told[0].matter == done.matter
        assert f"事项 {done.matter}" in told[0].place


def check_changed_references(town, done, model):
    key = done.key(town.keys[model])
    others = [field for field in references(model) if field.attname != "town_id"]
    if others:
        found = found_after(changed(model, key, others, lambda field: 987_654), done.town_id)
        places = [problem.place for problem in found]
        for field in others:
            assert any(place.endswith(f"{table_of(model)} {key} 的 {field.attname}") for place in places), field
    if len(others) < len(references(model)):  # the row is another town's now: here it is missing
        move = lambda: update_rows(model, ["town_id"], [(key, {"town_id": 987_654})])  # noqa: E731
        places = [problem.place for problem in found_after(move, done.town_id)]
        assert any(f"{table_of(model)} {key}：账上有，表里没有" in place for place in places)


def check_deleted_row(town, done, model):
    key = done.key(town.keys[model])
    found = found_after(lambda: model._default_manager.filter(pk=key)._raw_delete("default"), done.town_id)
    assert any(f"{table_of(model)} {key}：账上有，表里没有" in problem.place for problem in found)
    assert all(problem.matter == done.matter for problem in found)


def foreign_row(model: type[models.Model], town: FilledTown, done: Applied) -> dict[str, object]:
    """A row that no entry tells, with a key of its own."""
    row = {field.attname: sample_value(field, 2) for field in plain_fields(model)}
    names = {field.name for field in references(model)}
    unique = [set(getattr(constraint, "fields", ())) for constraint in model._meta.constraints]
    once = {name for fields in unique if fields <= names for name in fields}
    for field in references(model):
        new = isinstance(field, models.OneToOneField) or field.name in once  # the table refuses a second row for it
        row[field.attname] = 987_654 if new else done.key(town.keys[field.related_model])
    return {**row, model._meta.pk.attname: 555_555}


def check_inserted_row(town, done, model):
    row = foreign_row(model, town, done)
    where = 555_555 if model is Town else done.town_id
    found = found_after(lambda: insert_rows(model, [row]), where)
    assert f"{table_of(model)} 555555：没有条目说明这一行从哪里来" in [problem.place for problem in found]


@TABLES
def test_changed_field_deleted_row_and_inserted_row_are_named(filled, model):
    """One after the other on the same filled town, each undone before the next."""
    town, done = filled
    check_changed_fields(town, done, model)
    check_changed_references(town, done, model)
    check_deleted_row(town, done, model)
    check_inserted_row(town, done, model)


def test_matter_is_named_for_its_children(filled):
    town, done = filled
    assert done.matter == done.key(town.keys[Matter])
