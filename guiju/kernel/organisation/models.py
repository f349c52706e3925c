"""The organisation as ledgered, dated data. A row is never deleted; it ends on a day."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from guiju.kernel.ledger.api import Kind, LedgeredModel


class Town(LedgeredModel):
    """镇：one tenant of the installation, with one ledger of its own."""

    code = models.SlugField(max_length=32, unique=True)
    name = models.CharField(max_length=32)
    note = models.CharField(max_length=64, blank=True, default="")
    district = models.CharField(max_length=32, blank=True, default="")

    def __str__(self) -> str:
        return self.name


class TownModel(LedgeredModel):
    """A ledgered table of one town's data; no query goes without the town."""

    town = models.ForeignKey(Town, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        abstract = True


class Unit(TownModel):
    """单位：government, office, village, enforcement team, mediation committee and the like, in existence from and to a day."""

    class Kind(models.TextChoices):
        DISTRICT_BUREAU = "district_bureau", "区司法局"
        GOVERNMENT = "government", "镇人民政府"
        JUSTICE_OFFICE = "justice_office", "司法所"
        DEPARTMENT = "department", "部门"
        POLICE_STATION = "police_station", "派出所"
        VILLAGE = "village", "村居"
        LEGAL_STATION = "legal_station", "公共法律服务站"
        LEGAL_CENTRE = "legal_centre", "邻里中心"
        LEGAL_ROOM = "legal_room", "村居公共法律服务室"
        MEDIATION_COMMITTEE = "mediation_committee", "人民调解委员会"
        LAW_FIRM = "law_firm", "律师事务所"
        ENFORCEMENT_TEAM = "enforcement_team", "综合行政执法队"

    code = models.SlugField(max_length=32)
    name = models.CharField(max_length=64)
    aliases = models.CharField(max_length=200, blank=True, default="")  # other names in registers, parted by 、
    kind = models.CharField(max_length=24, choices=Kind)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "code"], name="unit_code_once")]
        indexes = [models.Index(fields=["town", "kind"], name="unit_by_kind")]

    def __str__(self) -> str:
        return self.name


class Person(TownModel):
    """工作人员、调解员、法律顾问：people who act for the town; not private persons."""

    code = models.SlugField(max_length=32)
    name = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "code"], name="person_code_once")]

    def __str__(self) -> str:
        return self.name


class Committee(TownModel):
    """人民调解委员会：a body of its own beside the village (人民调解法 第8、9条), with its own number prefixes."""

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="committee")
    serves = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="committees")
    register_prefix = models.CharField(max_length=12)
    agreement_prefix = models.CharField(max_length=12)
    oral_prefix = models.CharField(max_length=12)
    seal_keeper = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")


class CommitteeTerm(TownModel):
    """任期：a committee's term of office, three years (人民调解法 第9条)."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="terms")
    since = models.DateField()
    until = models.DateField(null=True)


class CommitteeMember(TownModel):
    """委员：who sits on a committee, in which duty."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=12)


class Post(TownModel):
    """岗位：who holds which post in which unit, from and to a day."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=24)
    since = models.DateField()
    until = models.DateField(null=True)


class Certificate(TownModel):
    """证件、聘书：appointment as mediator, practice or enforcement certificate, valid from and to a day."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="certificates")
    kind = models.CharField(max_length=24)
    number = models.CharField(max_length=48, blank=True, default="")
    since = models.DateField()
    until = models.DateField(null=True)


class Setting(TownModel):
    """镇级设置：a value that the town fixes for itself from a day on (report cut-offs, local limits, calendar)."""

    name = models.CharField(max_length=64)
    value = models.CharField(max_length=200)
    since = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["town", "name", "since"], name="setting_by_name")]


class Account(models.Model):
    """Log-in account of a person; operational, read by no rule."""

    ledger_kind = Kind.OPERATIONAL
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="account")
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="account")
