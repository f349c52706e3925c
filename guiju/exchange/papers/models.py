"""A paper that was printed to be signed, and pages that have come back and wait for a person."""

from __future__ import annotations

from django.db import models

from guiju.kernel.documents.api import Document
from guiju.kernel.ledger.api import Kind
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Person, Town, TownModel

TOKEN_LENGTH = 12


class PrintedPaper(TownModel):
    """印出的纸件：whose matter and which step's paper the code on its pages means, who printed it, and the scan that came back."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    step = models.CharField(max_length=32, blank=True, default="")
    title = models.CharField(max_length=80)
    token = models.CharField(max_length=TOKEN_LENGTH)
    pages = models.SmallIntegerField()
    printed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    printed_on = models.DateField()
    returned_on = models.DateField(null=True)
    returned_sha256 = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "token"], name="printed_paper_once")]
        indexes = [models.Index(fields=["town", "returned_on", "-id"], name="printed_paper_list")]


class ReturnedPage(models.Model):
    """收到的一页：one straightened page of an upload, encrypted, until it is stored with its paper or thirty days have passed.

    `number` 0 is a further page of its paper (附页). What was stored keeps its row without the picture, so that the
    same upload adds nothing.
    """

    ledger_kind = Kind.OPERATIONAL
    town = models.ForeignKey(Town, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    upload = models.CharField(max_length=64)  # hash of the file that it came in
    place = models.SmallIntegerField()  # in that file, from 0
    paper = models.ForeignKey(PrintedPaper, on_delete=models.CASCADE, null=True, related_name="+")
    number = models.SmallIntegerField(null=True)
    why = models.CharField(max_length=80, blank=True, default="")  # its paper is not known
    sha256 = models.CharField(max_length=64)
    picture = models.BinaryField(null=True)  # encrypted; gone once it is stored
    small = models.BinaryField(null=True)  # encrypted
    wide = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "upload", "place"], name="returned_page_once")]
        indexes = [models.Index(fields=["town", "person", "-made_at"], name="returned_page_list")]

    def __str__(self) -> str:
        return self.sha256[:12]
