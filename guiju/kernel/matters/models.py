"""The matter and what every matter can have. Mechanisms add one detail table each, one-to-one."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import PrivateField
from guiju.kernel.organisation.api import Person, TownModel, Unit


class Label(models.TextChoices):
    """Sensitivity label: printed, narrows sight, keeps content inside the installation."""

    PUBLIC = "public", "公开"
    INTERNAL = "internal", "内部"
    WORK_SECRET = "work_secret", "工作秘密"


class Matter(TownModel):
    """事项：what every list needs. Three dates: it happened, it was registered, it was closed."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    mechanism = models.CharField(max_length=24)
    kind = models.CharField(max_length=24, blank=True, default="")
    number = models.CharField(max_length=64, blank=True, default="")
    number_imported = models.BooleanField(default=False)
    title = models.CharField(max_length=120)
    stage = models.CharField(max_length=24)
    event_date = models.DateField()
    registered_on = models.DateField()
    closed_on = models.DateField(null=True)
    outcome = models.CharField(max_length=24, blank=True, default="")
    voided = models.BooleanField(default=False)
    frozen_on = models.DateField(null=True)  # a recorded verification found it to differ from its entries
    frozen_for = models.CharField(max_length=200, blank=True, default="")  # in what, as users call it; never a value
    master = models.CharField(max_length=32, blank=True, default="")
    master_number = models.CharField(max_length=64, blank=True, default="")
    label = models.CharField(max_length=12, choices=Label, default=Label.INTERNAL)
    procedure_version = models.CharField(max_length=16)
    row_version = models.IntegerField(default=1)
    row_key = models.CharField(max_length=64, null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "row_key"], name="matter_once_per_row")]
        indexes = [
            models.Index(fields=["town", "-registered_on", "-id"], name="matter_list"),
            models.Index(fields=["unit", "-registered_on", "-id"], name="matter_list_unit"),
            models.Index(
                fields=["town", "-registered_on", "-id"], name="matter_list_open", condition=models.Q(closed_on=None)
            ),
            models.Index(fields=["town", "mechanism", "-registered_on", "-id"], name="matter_list_mechanism"),
            models.Index(fields=["town", "mechanism", "event_date"], name="matter_by_event"),
            models.Index(fields=["town", "number"], name="matter_by_number"),
        ]

    def __str__(self) -> str:
        return self.number or self.title


class MatterModel(TownModel):
    """A ledgered child row of a matter."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="%(class)s_set")

    class Meta:
        abstract = True


class DetailModel(TownModel):
    """The one detail row of a matter in its mechanism; its key is the matter's."""

    id = None  # type: ignore[assignment]
    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, primary_key=True, related_name="+")

    class Meta:
        abstract = True


class Party(MatterModel):
    """当事人：a natural person's data are private; a firm's or unit's name is not."""

    role = models.CharField(max_length=16)
    name = PrivateField()
    organisation = models.CharField(max_length=80, blank=True, default="")
    id_number = PrivateField()
    telephone = PrivateField()
    address = PrivateField()
    ordinal = models.SmallIntegerField(default=1)


class Participation(MatterModel):
    """参与：who took part, in which capacity, for which unit. A relation, never a counter."""

    capacity = models.CharField(max_length=24)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=32, blank=True, default="")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    joined_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["town", "capacity", "joined_on"], name="participation_by_date")]


class Origin(MatterModel):
    """来自：the matter that this one arises from (a diverted order, a screened dispute)."""

    source = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=24)
