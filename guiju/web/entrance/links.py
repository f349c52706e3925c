"""Making a one-time log-in link and taking it: fifteen minutes, once, each on the record.

Whoever makes a link could use it. So it is made only for posts that decide and sign nothing, only by the judicial
office, and both the making and the use stand in the ledger under the names of both people.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from guiju.kernel.ledger.api import Plan
from guiju.kernel.organisation.api import Acting, Post, held_on, role_label
from guiju.kernel.procedure.api import apply
from guiju.web.entrance.models import SignInLink

VALID = dt.timedelta(minutes=15)
MAKERS = ("justice_clerk", "justice_head")
FOR = ("mediator", "village_clerk", "legal_adviser")
KIND = "sign_in_link"


@dataclass(frozen=True)
class Colleague:
    """Somebody for whom a link may be made: posts and unit as words."""

    person_id: int
    name: str
    posts: str


def may_make(acting: Acting) -> bool:
    """Whether somebody's post may make links."""
    return acting.holds(MAKERS)


def colleagues(town_id: int, day: dt.date) -> list[Colleague]:
    """Those of the town with an account who hold only posts that sign nothing, by unit and name."""
    posts = Post.objects.filter(held_on(day), town_id=town_id, person__account__user__is_active=True)
    held: dict[int, list[Post]] = {}
    for post in posts.select_related("person", "unit").order_by("unit_id", "person__name", "id"):
        held.setdefault(post.person_id, []).append(post)
    return [
        Colleague(key, own[0].person.name, "、".join(f"{post.unit.name}{role_label(post.role)}" for post in own))
        for key, own in held.items()
        if all(post.role in FOR for post in own)
    ]


def plan_link(town_id: int, actor: str, person_id: int, said: str) -> Plan:
    """The entry that a link was made or used; it holds neither the link nor where it was opened."""
    return Plan(town_id, KIND, actor, actor, reason=said, note={"person": person_id})


def make_link(acting: Acting, colleague: Colleague, now: dt.datetime) -> str:
    """A new token for a colleague; earlier ones that nobody used end with it, and old ones are forgotten."""
    token = secrets.token_urlsafe(32)
    SignInLink.objects.filter(expires_at__lt=now - dt.timedelta(days=1)).delete()
    SignInLink.objects.filter(town_id=acting.town_id, person_id=colleague.person_id, used_at=None).delete()
    SignInLink.objects.create(
        town_id=acting.town_id, person_id=colleague.person_id, token_hash=_hash(token), expires_at=now + VALID
    )
    apply([plan_link(acting.town_id, acting.actor, colleague.person_id, "做了一次性登录链接")], now)
    return token


def link_of(token: str, now: dt.datetime) -> SignInLink | None:
    """The link that can still be used."""
    found = SignInLink.objects.filter(token_hash=_hash(token), used_at=None, expires_at__gt=now)
    return found.select_related("person__account__user", "town").first()


def take_link(link: SignInLink, now: dt.datetime) -> bool:
    """Use a link up; False where somebody was quicker."""
    if not SignInLink.objects.filter(pk=link.pk, used_at=None, expires_at__gt=now).update(used_at=now):
        return False
    apply([plan_link(link.town_id, f"person:{link.person_id}", link.person_id, "用一次性登录链接登录")], now)
    return True


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
