"""Every model says once of which of the five kinds it is; ledgered tables have only columns that an entry can tell."""

import pytest
from django.apps import apps
from django.db import models

from guiju.kernel.ledger.api import (
    HashedJSONField,
    Kind,
    LedgeredModel,
    PrivateField,
    encoders,
    kind_of,
    ledgered_models,
    table_of,
)
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town

OURS = [model for model in apps.get_models() if model.__module__.startswith(("guiju.", "tests."))]
# The ledger's own tables; another one would be a second ledger.
LEDGER_TABLES = {"ledger_entry", "ledger_head", "ledger_checkpoint"}
PRIVATE_TABLES = {"ledger_privatevalue"}
# A town's own registers keep further columns as text in one field that no rule and no figure reads.
MAY_KEEP_JSON = {"registers", "example_mechanism"}

by_table = pytest.mark.parametrize("model", ledgered_models(), ids=table_of)


def tables_of(kind):
    return {table_of(model) for model in OURS if kind_of(model) is kind}


def test_every_model_of_ours_says_its_kind():
    assert len(OURS) > 20
    assert [table_of(model) for model in OURS if kind_of(model) not in Kind or not hasattr(model, "ledger_kind")] == []


def test_ledger_and_private_store_are_those_tables_only():
    assert tables_of(Kind.LEDGER) == LEDGER_TABLES
    assert tables_of(Kind.PRIVATE) == PRIVATE_TABLES


def test_kind_is_said_in_the_class_it_follows_from():
    """A ledgered table descends from LedgeredModel, and nothing that does says otherwise."""
    for model in OURS:
        assert issubclass(model, LedgeredModel) == (kind_of(model) is Kind.LEDGERED), table_of(model)


@by_table
def test_ledgered_table_has_a_key_that_apply_gives(model):
    key = model._meta.pk
    if isinstance(key, models.OneToOneField):
        key = key.target_field
    assert isinstance(key, models.BigIntegerField)
    assert not isinstance(key, models.AutoField | models.BigAutoField)


@by_table
def test_ledgered_table_has_only_columns_that_an_entry_tells(model):
    assert set(encoders(model)) == {field.attname for field in model._meta.concrete_fields if not field.primary_key}
    further = [field for field in model._meta.concrete_fields if isinstance(field, HashedJSONField)]
    assert not further or model._meta.app_label in MAY_KEEP_JSON


@by_table
def test_ledgered_table_names_its_town(model):
    if model is not Town:
        town = model._meta.get_field("town")
        assert town.related_model is Town
        assert not town.null


@by_table
def test_ledgered_rows_are_never_deleted_with_another(model):
    """A row ends or is voided; nothing is taken away because something else is."""
    for field in model._meta.concrete_fields:
        if field.remote_field:
            assert field.remote_field.on_delete is models.PROTECT, field


@by_table
def test_children_of_matters_are_reached_by_an_index(model):
    """What a snapshot loads is found by its matter without reading the whole table."""
    names = {field.name: field for field in model._meta.concrete_fields}
    if model is not Matter and "matter" in names and not names["matter"].primary_key:
        first = {index.fields[0].lstrip("-") for index in model._meta.indexes if index.fields}
        assert names["matter"].db_index or "matter" in first


def test_private_fields_hold_commitments_and_nothing_else():
    for model in ledgered_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, PrivateField):
                assert (field.max_length, field.null) == (64, False), field


def test_operational_tables_are_read_by_no_ledgered_one():
    for model in ledgered_models():
        for field in model._meta.concrete_fields:
            if field.related_model:
                assert kind_of(field.related_model) is Kind.LEDGERED, field
