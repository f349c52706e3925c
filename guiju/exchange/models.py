"""What importing keeps beside the ledger: how a town reads a heading, and the workbooks that wait for the button."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import Kind
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Person, Town


class ImportLayout(models.Model):
    """How a town reads the sheets with one heading: the register and the heading of each field."""

    ledger_kind = Kind.OPERATIONAL
    town = models.ForeignKey(Town, on_delete=models.CASCADE, related_name="+")
    signature = models.CharField(max_length=32)
    register = models.CharField(max_length=48)
    mapping = models.JSONField(default=dict)  # field -> key of the heading
    used_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "signature"], name="import_layout_once")]


class ImportBatch(models.Model):
    """A workbook that somebody uploaded: encrypted until it has been imported, then only what came of it."""

    class State(models.TextChoices):
        WAITING = "waiting", "待导入"
        DONE = "done", "已导入"

    ledger_kind = Kind.OPERATIONAL
    town = models.ForeignKey(Town, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField(null=True)  # encrypted
    returned = models.BinaryField(null=True)  # the workbook of rows still open, encrypted
    register = models.CharField(max_length=48, blank=True, default="")
    answers = models.JSONField(default=dict)  # by question key: tells nothing of the cell
    by_hand = models.JSONField(default=dict)  # sheet name -> {"register": …, "mapping": {…}}
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    result = models.JSONField(default=dict)  # counts and entries, no content
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["town", "person", "-made_at"], name="import_batch_list")]

    def __str__(self) -> str:
        return self.name


class IncomingPaper(models.Model):
    """A PDF of a superior's system: the case that its number names, and what a person has still to look at.

    Its bytes lie with the evidence under their hash; neither its text nor the name of its file is kept.
    """

    class State(models.TextChoices):
        DOUBTFUL = "doubtful", "待确认"
        ATTACHED = "attached", "已归入案件，待核对"
        DONE = "done", "已核对"
        DISMISSED = "dismissed", "不是案件文书"

    ledger_kind = Kind.OPERATIONAL
    town = models.ForeignKey(Town, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    sha256 = models.CharField(max_length=64)
    size_bytes = models.BigIntegerField()
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, null=True, related_name="+")
    step = models.CharField(max_length=32, blank=True, default="")  # whose paper it calls itself
    dated_on = models.DateField(null=True)  # the last day that it names
    why = models.CharField(max_length=120, blank=True, default="")  # it is doubtful
    state = models.CharField(max_length=12, choices=State, default=State.DOUBTFUL)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "sha256"], name="incoming_paper_once")]
        indexes = [models.Index(fields=["town", "state", "-made_at"], name="incoming_paper_list")]

    def __str__(self) -> str:
        return self.sha256[:12]
