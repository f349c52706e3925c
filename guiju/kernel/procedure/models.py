"""Findings: what was missing when a step was claimed or passed a warning. They can be answered, never deleted."""

from __future__ import annotations

from django.db import models

from guiju.kernel.matters.api import MatterModel


class Finding(MatterModel):
    """补录发现：the step, what is missing, the article; and the answer, if one was given."""

    class Answer(models.TextChoices):
        MENDED = "mended", "已补正"
        REASON = "reason", "说明"
        NOT_APPLICABLE = "not_applicable", "不适用"

    step = models.CharField(max_length=32)
    code = models.CharField(max_length=32)
    text = models.CharField(max_length=200)
    basis = models.CharField(max_length=80, blank=True, default="")
    found_on = models.DateField()
    answer = models.CharField(max_length=16, choices=Answer, blank=True, default="")
    answer_text = models.CharField(max_length=200, blank=True, default="")
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["matter"], name="finding_by_matter"),
            models.Index(fields=["town", "answer", "code"], name="finding_open"),
        ]
