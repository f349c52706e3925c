"""Which account of the district's 统一身份认证 is which colleague here; logging in never makes an account.

Somebody unknown who comes from there gets a code for the administrator, who puts it beside a name. Where the
environment names a claim, one equal to the login name does the same at the first log-in. Either is on the record, and
from then on only that account of the service is this colleague.
"""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass

from django.db.models import Q

from guiju.kernel.ledger.api import Plan
from guiju.kernel.organisation.api import Account, Acting, Person
from guiju.kernel.procedure.api import apply
from guiju.web.entrance.models import DistrictIdentity
from guiju.web.entrance.oidc import Subject

ASKING = dt.timedelta(days=7)
BINDERS = ("system_admin",)
KIND = "sign_in_identity"
SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is read as another


class IdentityError(ValueError):
    """Why an account of the service cannot be put beside a name; the text is Chinese."""


@dataclass(frozen=True)
class Colleague:
    """Somebody of the town with an account, and since when the service signs them in."""

    person_id: int
    name: str
    login: str
    since: dt.datetime | None


def may_bind(acting: Acting) -> bool:
    """Whether somebody's post puts accounts of the service beside names."""
    return acting.holds(BINDERS)


def account_of(came: Subject, now: dt.datetime) -> Account | None:
    """The account that this subject is, None where nobody said so yet."""
    known = DistrictIdentity.objects.filter(issuer=came.issuer, subject=came.name, person__isnull=False)
    found = Account.objects.filter(person__in=known.values("person")).select_related("user", "person").first()
    return found or _named(came, now)


def _named(came: Subject, now: dt.datetime) -> Account | None:
    """The account whose login name the claim equals, unless another subject or nobody at all is it."""
    if not came.login or DistrictIdentity.objects.filter(_this(came), person__isnull=False).exists():
        return None
    free = Account.objects.filter(user__username=came.login, user__is_active=True, person__district_identity=None)
    account = free.select_related("user", "person").first()
    if account is not None:
        ask(came, now)
        _bind(DistrictIdentity.objects.get(_this(came)), account.person, f"person:{account.person_id}", now)
    return account


def ask(came: Subject, now: dt.datetime) -> str:
    """The code under which the administrator finds somebody unknown; the same one for seven days."""
    DistrictIdentity.objects.filter(person=None, asked_at__lt=now - ASKING).delete()
    made = {"code": "".join(secrets.choice(SIGNS) for _ in range(8)), "asked_at": now}
    asked, _ = DistrictIdentity.objects.get_or_create(issuer=came.issuer, subject=came.name, defaults=made)
    return f"{asked.code[:4]}-{asked.code[4:]}"


def bound_since(person_id: int) -> dt.datetime | None:
    """Since when the service signs somebody in; None where it does not."""
    return DistrictIdentity.objects.filter(person_id=person_id).values_list("bound_at", flat=True).first()


def colleagues(town_id: int) -> list[Colleague]:
    """Those of the town who have an account that is in use, by name."""
    accounts = Account.objects.filter(person__town_id=town_id, user__is_active=True)
    rows = accounts.order_by("person__name", "id").values_list(
        "person_id", "person__name", "user__username", "person__district_identity__bound_at"
    )
    return [Colleague(*row) for row in rows]


def bind(acting: Acting, person_id: int, code: str, now: dt.datetime) -> None:
    """Put the subject that was given this code beside a colleague of the own town. Raises IdentityError."""
    typed = "".join(sign for sign in code.upper() if sign.isalnum())
    asked = DistrictIdentity.objects.filter(code=typed, person=None, asked_at__gte=now - ASKING).first()
    if asked is None:
        raise IdentityError(f"没有对接码“{code}”，或者已经用过、满了七日。请对方再登录一次，把新的码告诉您。")
    person = Person.objects.filter(pk=person_id, town_id=acting.town_id, account__user__is_active=True).first()
    if person is None:
        raise IdentityError("没有这位同事，或者他的账号停用了。请先建账号。")
    if DistrictIdentity.objects.filter(person=person).exists():
        raise IdentityError(f"{person.name}已经对上了一个统一身份认证账号。换账号的，先解除原来的。")
    _bind(asked, person, acting.actor, now)


def unbind(acting: Acting, person_id: int, now: dt.datetime) -> None:
    """From now on the service signs this colleague in no longer; what is not bound stays so."""
    if DistrictIdentity.objects.filter(person_id=person_id, town_id=acting.town_id).delete()[0]:
        apply([_plan(acting.town_id, acting.actor, person_id, "解除了统一身份认证账号")], now)


def _bind(asked: DistrictIdentity, person: Person, actor: str, now: dt.datetime) -> None:
    asked.town_id, asked.person, asked.bound_at = person.town_id, person, now
    asked.save()
    apply([_plan(person.town_id, actor, person.pk, "对上了统一身份认证账号")], now)


def _plan(town_id: int, actor: str, person_id: int, said: str) -> Plan:
    """The entry; it does not hold what the service calls somebody."""
    return Plan(town_id, KIND, actor, actor, reason=said, note={"person": person_id})


def _this(came: Subject) -> Q:
    return Q(issuer=came.issuer, subject=came.name)
