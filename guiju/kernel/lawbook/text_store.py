"""Keeping official texts in the database and finding an article of them."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from guiju.kernel.lawbook.basis import Basis, whole_article
from guiju.kernel.lawbook.book import Lawbook
from guiju.kernel.lawbook.models import LawText
from guiju.kernel.lawbook.text_articles import ArticleText


def hold(law: str, version: date, articles: Sequence[ArticleText]) -> bool:
    """Keep exactly these articles for a version of a law; says whether anything had to be changed."""
    held = LawText.objects.filter(law=law, version=version)
    wanted = [(a.number, ordinal, a.heading, a.text) for ordinal, a in enumerate(articles, start=1)]
    if list(held.order_by("ordinal").values_list("article", "ordinal", "heading", "text")) == wanted:
        return False
    with transaction.atomic():
        held.delete()
        LawText.objects.bulk_create(
            LawText(law=law, version=version, article=number, ordinal=ordinal, heading=heading, text=text)
            for number, ordinal, heading, text in wanted
        )
    return True


def held_versions() -> set[tuple[str, date]]:
    """Which versions of which laws have a text."""
    return set(LawText.objects.order_by().values_list("law", "version").distinct())


def held_article(lawbook: Lawbook, basis: Basis, on: date) -> LawText | None:
    """The text of the article in the version in force on a day. Raises UnknownLaw, NotInForce."""
    version = lawbook.version(basis.law, on).version
    if version is None:
        return None
    return LawText.objects.filter(law=basis.law, version=version, article=whole_article(basis.article)).first()
