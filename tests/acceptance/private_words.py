"""Looking for clear text of private fields anywhere outside the private store."""

from __future__ import annotations

import io
from collections.abc import Iterator

import python_calamine
from django.apps import apps
from django.db import models

from guiju.exchange.exporting import export_matters
from guiju.kernel.ledger.api import Kind, PrivateField, kind_of, ledgered_models, open_values
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.organisation.api import Person, Town, Unit
from guiju.kernel.procedure.api import Moment

NO_ONE = ("居民", "村民", "业主", "群众")  # words for anybody, written where a name might stand
SHORTEST_NAME, SHORTEST_TEXT = 3, 8  # characters: shorter texts, like 行政复议, are words that stand elsewhere too
TEXTS = (models.CharField, models.TextField, models.JSONField)


def private_words(town: Town) -> set[str]:
    """What the private fields of the town hold, long enough not to occur by chance.

    Names, telephones, identity numbers and addresses of the parties, and free texts: facts, agreements, opinions.
    """
    shortest: dict[str, int] = {}
    for model in ledgered_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, PrivateField):
                least = SHORTEST_NAME if model is Party else SHORTEST_TEXT
                rows = model._default_manager.filter(town=town).values_list(field.attname, flat=True)
                shortest.update((value, least) for value in rows)
    public = set(Person.objects.filter(town=town).values_list("name", flat=True))
    public |= set(Unit.objects.filter(town=town).values_list("name", flat=True))
    public |= said_in_public(town)
    opened = open_values(shortest)
    long = {word for value, word in opened.items() if len(word) >= shortest[value]} - public
    return {word for word in long if not any(anybody in word for anybody in NO_ONE) or len(word) >= SHORTEST_TEXT}


def said_in_public(town: Town) -> set[str]:
    """The themes of lectures and opinions, which an adviser's log repeats among what it keeps private."""
    titles = Matter.objects.filter(town=town, kind__in=("lecture", "opinion")).values_list("title", flat=True)
    return {title.rpartition("：")[2] for title in titles}


def stored_texts() -> Iterator[tuple[str, str]]:
    """Every text of every table but the encrypted store: (table, all its texts as one)."""
    for model in apps.get_models():
        if kind_of(model) is Kind.PRIVATE:
            continue
        names = [field.attname for field in model._meta.concrete_fields if isinstance(field, TEXTS)]
        if names:
            rows = model._default_manager.values_list(*names)
            yield model._meta.db_table, "\n".join(str(value) for row in rows for value in row if value)


def exported_text(moment: Moment) -> str:
    """The list of all matters as it leaves without an authorised reveal."""
    data = export_matters(Matter.objects.filter(town_id=moment.town_id), moment)
    book = python_calamine.load_workbook(io.BytesIO(data))
    return "\n".join(str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row)


def spilled(words: set[str], text: str) -> list[str]:
    """The private words that stand in a text. A word any three characters of which are not there is not looked for."""
    threes = _threes(text)
    return sorted(word for word in words if threes.issuperset(_threes(word)) and word in text)


def _threes(text: str) -> set[str]:
    return {text[at : at + SHORTEST_NAME] for at in range(len(text) - SHORTEST_NAME + 1)}
