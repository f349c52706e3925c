"""The ledger's own tables: entries, heads, checkpoints; the private store; the key counter of SQLite."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.kinds import Kind


class Entry(models.Model):
    """One line of a town's ledger: canonical JSON and the few of its values that lists need beside it."""

    ledger_kind = Kind.LEDGER
    id = models.BigIntegerField(primary_key=True)
    town_id = models.BigIntegerField()
    index = models.BigIntegerField()
    matter_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=24)
    actor = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()
    steps = models.TextField(default="")
    body = models.TextField()
    leaf = models.CharField(max_length=64)
    request_key = models.CharField(max_length=40, null=True, unique=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town_id", "index"], name="entry_once_per_index")]
        indexes = [models.Index(fields=["matter_id", "-index"], name="entry_by_matter")]

    def __str__(self) -> str:
        return f"#{self.index:,}"


class Head(models.Model):
    """The end of a town's ledger: number of entries, root, right edge of the tree."""

    ledger_kind = Kind.LEDGER
    town_id = models.BigIntegerField(primary_key=True)
    size = models.BigIntegerField(default=0)
    root = models.CharField(max_length=64)
    frontier = models.TextField(default="")
    moved_at = models.DateTimeField(null=True)


class Checkpoint(models.Model):
    """A signed checkpoint as it was given out."""

    ledger_kind = Kind.LEDGER
    town_id = models.BigIntegerField()
    size = models.BigIntegerField()
    root = models.CharField(max_length=64)
    note = models.TextField()
    signed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["town_id", "-size"], name="checkpoint_by_town")]


class PrivateValue(models.Model):
    """One encrypted private value under its commitment; erased values keep the row without content."""

    ledger_kind = Kind.PRIVATE
    commitment = models.CharField(max_length=64, primary_key=True)
    town_id = models.BigIntegerField()
    key_id = models.CharField(max_length=8)
    ciphertext = models.BinaryField(null=True)
    search_hash = models.CharField(max_length=32, blank=True, db_index=True)


class KeyCounter(models.Model):
    """Last row key given out on SQLite, which has no sequences; one row."""

    ledger_kind = Kind.OPERATIONAL
    id = models.PositiveSmallIntegerField(primary_key=True)
    last = models.BigIntegerField(default=0)
