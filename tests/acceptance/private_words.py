"""Looking for clear text of natural persons' data anywhere outside the private store."""

from __future__ import annotations

import io
from collections.abc import Iterator

import python_calamine
from django.apps import apps
from django.db import models

from guiju.exchange.exporting import export_matters
from guiju.kernel.ledger.api import Kind, kind_of, open_values
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.organisation.api import Person, Town, Unit
from guiju.kernel.procedure.api import Moment

NO_ONE = ("居民", "村民", "业主", "群众")  # words for anybody, written where a name might stand
TEXTS = (models.CharField, models.TextField, models.JSONField)


def private_words(town: Town) -> set[str]:
    """Names, telephones, identity numbers and addresses of the parties, long enough not to occur by chance."""
    columns = ("name", "telephone", "id_number", "address")
    sealed = [value for row in Party.objects.filter(town=town).values_list(*columns) for value in row]
    public = set(Person.objects.filter(town=town).values_list("name", flat=True))
    public |= set(Unit.objects.filter(town=town).values_list("name", flat=True))
    opened = set(open_values(sealed).values())
    named = (word for word in opened if not any(anybody in word for anybody in NO_ONE))
    return {word for word in named if len(word) >= 3 and word not in public}


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
    """The private words that stand in a text."""
    return sorted(word for word in words if word in text)
