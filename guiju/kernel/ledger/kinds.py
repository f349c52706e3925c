"""The five kinds of model. Every model says once of which it is; a meta-test lists them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.apps import apps
from django.db import models


class Kind(StrEnum):
    """Who may write a table and what verification says of it."""

    LEDGERED = "ledgered"  # written by apply, folded and compared by verify
    LEDGER = "ledger"  # entries, heads, checkpoints
    DERIVED = "derived"  # rebuilt by a named command
    PRIVATE = "private"  # the encrypted store
    OPERATIONAL = "operational"  # log-in, queue, drafts, staging: read by no rule, figure or document


def kind_of(model: type[models.Model]) -> Kind | None:
    """The declared kind; third-party models are operational; None when one of ours does not say."""
    declared: str | None = getattr(model, "ledger_kind", None)
    if declared is None:
        return None if model.__module__.startswith("guiju.") else Kind.OPERATIONAL
    return Kind(declared)


def ledgered_models() -> list[type[models.Model]]:
    """All ledgered models of the installation, by table name."""
    found = [model for model in apps.get_models() if kind_of(model) is Kind.LEDGERED]
    return sorted(found, key=lambda model: model._meta.db_table)


def table_of(model: type[models.Model]) -> str:
    """The name by which entries speak of a model's table."""
    return str(model._meta.db_table)


class LedgeredModel(models.Model):
    """A table whose rows `apply` alone writes, each change of which stands in an entry.

    Keys are bigints that `apply` takes in blocks; `private_fields` hold commitments, `hashed_fields` long text whose
    entry holds only the hash.
    """

    ledger_kind = Kind.LEDGERED
    id = models.BigIntegerField(primary_key=True)

    class Meta:
        abstract = True


class PrivateField(models.CharField):  # type: ignore[type-arg]
    """A private value of a natural person: the column holds its salted commitment, the value lies in the store."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 64)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)


class HashedTextField(models.TextField):  # type: ignore[type-arg]
    """A long text that is not private; its entry holds the SHA-256 of it."""


class HashedJSONField(models.JSONField):
    """Further columns of a town's own register, read by no rule and no figure; its entry holds the SHA-256."""
