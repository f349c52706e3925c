"""Views of the list of matters that people keep: whose they are, which one a list opens with."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from guiju.kernel.organisation.api import Acting
from guiju.web.models import SavedView

MOST = 12  # of one person: more fit into no line
LONGEST = 20  # characters of a name


@dataclass(frozen=True)
class KeptView:
    """A view as its reader has it: `own` may be deleted, `is_usual` is what the reader's list opens with."""

    key: int
    name: str
    query: str
    own: bool
    is_usual: bool
    shared: bool


class ViewError(ValueError):
    """A sentence that says why a view cannot be kept."""


def saved_views(acting: Acting) -> list[KeptView]:
    """The person's own views and those of their units, in one statement, by name."""
    rows = _seen(acting).order_by("name", "id")
    return [
        KeptView(
            row.id,
            row.name,
            row.query,
            row.person_id == acting.person_id,
            row.usual and row.person_id == acting.person_id,
            row.unit_id is not None,
        )
        for row in rows
    ]


def _seen(acting: Acting) -> QuerySet[SavedView]:
    units = [post.unit_id for post in acting.posts]
    return SavedView.objects.filter(Q(person_id=acting.person_id) | Q(unit_id__in=units), town_id=acting.town_id)


def keep_view(acting: Acting, name: str, query: str, *, shared: bool, usual: bool) -> None:
    """Keep filters under a name; the same name again replaces them. Raises ViewError with what is wrong."""
    if not name:
        raise ViewError("请给视图起个名字，例如“松溪村在办”。")
    if len(name) > LONGEST:
        raise ViewError(f"名字有 {len(name)} 个字，请缩短到 {LONGEST} 个字以内。")
    if not query:
        raise ViewError("还没有选条件。请先在事项列表里选好条件，再存为视图。")
    own = SavedView.objects.filter(town_id=acting.town_id, person_id=acting.person_id)
    if own.exclude(name=name).count() >= MOST:
        raise ViewError(f"每人最多存 {MOST} 个视图。请先删去不用的。")
    if usual:
        own.update(usual=False)
    unit = acting.posts[0].unit_id if shared else None
    kept = {"query": query, "unit_id": unit, "usual": usual}
    SavedView.objects.update_or_create(town_id=acting.town_id, person_id=acting.person_id, name=name, defaults=kept)


def drop_view(acting: Acting, key: int) -> None:
    """Delete one of the person's own views; another's stays."""
    SavedView.objects.filter(town_id=acting.town_id, person_id=acting.person_id, id=key).delete()


def open_with(acting: Acting, key: int | None) -> None:
    """Make one of the person's own views what their list opens with; None for all matters."""
    own = SavedView.objects.filter(town_id=acting.town_id, person_id=acting.person_id)
    own.update(usual=False)
    own.filter(id=key).update(usual=True)
