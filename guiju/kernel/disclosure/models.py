"""What must be public, by when, in which redacted form. First form: the items and their state."""

from __future__ import annotations

from django.db import models

from guiju.kernel.matters.api import MatterModel


class DisclosureItem(MatterModel):
    """公开事项：due by a day, published or not; content is made by the mechanism's redaction rule."""

    class State(models.TextChoices):
        DUE = "due", "待公开"
        PUBLISHED = "published", "已公开"
        WITHDRAWN = "withdrawn", "已撤下"

    rule = models.CharField(max_length=48)
    title = models.CharField(max_length=120)
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=12, choices=State, default=State.DUE)
    published_on = models.DateField(null=True)
    address = models.CharField(max_length=200, blank=True, default="")
