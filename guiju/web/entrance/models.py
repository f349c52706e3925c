"""What lets somebody in beside a password."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import Kind
from guiju.kernel.organisation.api import Person, Town


class SignInLink(models.Model):
    """登录链接：lets one named colleague in once, within minutes; only the hash of its token is kept."""

    ledger_kind = Kind.OPERATIONAL
    town = models.ForeignKey(Town, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.person_id} {self.expires_at:%Y-%m-%d %H:%M}"


class DistrictIdentity(models.Model):
    """统一身份认证账号：who somebody is for the district's service; bound to one person, or waiting under a code for that."""

    ledger_kind = Kind.OPERATIONAL
    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=255)
    code = models.CharField(max_length=8, unique=True)
    asked_at = models.DateTimeField()
    town = models.ForeignKey(Town, on_delete=models.CASCADE, related_name="+", null=True)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="district_identity", null=True)
    bound_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issuer", "subject"], name="district_identity_once")]

    def __str__(self) -> str:
        return self.code
