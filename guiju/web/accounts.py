"""Accounts of the desk: a request reads who is signed in together with the posts held today, in one statement."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.utils import timezone

from guiju.kernel.organisation.api import Post, held_posts
from guiju.kernel.terms.api import legal_today

_KEPT = "posts_by_day"  # on the user of a request: the posts read with it


class AccountBackend(ModelBackend):
    """The framework's accounts, except that the user of a session comes with its posts."""

    def get_user(self, user_id: int) -> Any:
        """The user, None where there is none or the account is closed."""
        today = legal_today(timezone.now())
        posts = held_posts(user_id, today)
        if not posts:
            return super().get_user(user_id)
        user = posts[0].person.account.user
        setattr(user, _KEPT, {today: posts})
        return user if self.user_can_authenticate(user) else None


def posts_of(user: Any, now: dt.datetime) -> list[Post]:
    """The posts that somebody signed in holds today: those read with the user, unless a new day has begun since."""
    today = legal_today(now)
    kept: dict[dt.date, list[Post]] = getattr(user, _KEPT, {})
    return kept[today] if today in kept else held_posts(user.pk, today)
