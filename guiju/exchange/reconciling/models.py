"""What people decided and answered in comparing, the notes that were closed (ledgered), and exports that wait (operational)."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import HashedTextField, Kind
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Person, Town, TownModel


class Verdict(models.TextChoices):
    """What somebody says of a line there, of a matter here, or of the two together."""

    SAME = "same", "同一件"
    DIFFERENT = "different", "不是同一件"
    THEIRS_EXTRA = "theirs_extra", "那边多登了"
    OURS_MISSED = "ours_missed", "我们漏了"
    OURS_EXTRA = "ours_extra", "我们多登了"
    THEIRS_MISSED = "theirs_missed", "那边漏了"
    KEEP = "keep", "以我们的为准"
    PENDING = "pending", "待查"


class PairDecision(TownModel):
    """对数的决定：of a line of a superior's system and a matter here, or of one of them; kept for its next export.

    `their_key` is the system's number, hashed, or a keyed hash of what the line says: it tells nothing of people.
    `said` is a keyed hash of what differed when somebody kept ours: other differences are asked anew.
    """

    system = models.CharField(max_length=32)
    register = models.CharField(max_length=48)
    their_key = models.CharField(max_length=72, blank=True, default="")
    their_number = models.CharField(max_length=64, blank=True, default="")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, null=True, related_name="+")
    verdict = models.CharField(max_length=16, choices=Verdict)
    reason = models.CharField(max_length=200, blank=True, default="")
    said = models.CharField(max_length=32, blank=True, default="")
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["town", "system", "register"], name="pair_decision_by_system")]


class ReadingAnswer(TownModel):
    """对数的答复: how a text of a system's exports that could not be read for certain is to be read; empty: taken back.

    `question` is a keyed hash of field and text. The answer is a code, a yes or no, or what is read in its place, which
    is asked of fields only that hold nothing private.
    """

    system = models.CharField(max_length=32)
    register = models.CharField(max_length=48)
    question = models.CharField(max_length=32)
    answer = models.CharField(max_length=200, blank=True, default="")
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["town", "system", "register"], name="reading_answer_by_system")]


class ReconciliationNote(TownModel):
    """对数说明：the note as it was closed, with its counts; the content names records by number only."""

    system = models.CharField(max_length=32)
    register = models.CharField(max_length=48)
    start = models.DateField()
    end = models.DateField()
    file_name = models.CharField(max_length=200)
    file_sha256 = models.CharField(max_length=64)
    here = models.IntegerField()
    there = models.IntegerField()
    agreed = models.IntegerField()
    differing = models.IntegerField()
    only_here = models.IntegerField()
    only_there = models.IntegerField()
    open_items = models.IntegerField()
    content = HashedTextField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["town", "-made_on", "-id"], name="reconciliation_note_list")]


class SuperiorsExport(models.Model):
    """上级系统的导出：with what it is compared with; encrypted, its uploader's only, thirty days."""

    ledger_kind = Kind.OPERATIONAL
    town = models.ForeignKey(Town, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()  # encrypted
    system = models.CharField(max_length=32)
    register = models.CharField(max_length=48)
    start = models.DateField()
    end = models.DateField()
    by_hand = models.JSONField(default=dict)  # sheet name -> mapping of fields to headings
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["town", "person", "-made_at"], name="superiors_export_list")]

    def __str__(self) -> str:
        return self.name


class KeptComparison(models.Model):
    """对数的结果: what the comparison of an export found, so that looking again compares nothing; encrypted, goes with it.

    `said` tells by which answers and decisions it was found; `size` is how long the ledger was then.
    """

    ledger_kind = Kind.OPERATIONAL
    export = models.OneToOneField(SuperiorsExport, on_delete=models.CASCADE, primary_key=True, related_name="+")
    said = models.CharField(max_length=64)
    size = models.BigIntegerField()
    content = models.BinaryField()  # encrypted
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.export_id}: {self.made_at}"
