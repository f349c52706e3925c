"""Door of the matters."""

from guiju.kernel.matters.keyset import Keyset
from guiju.kernel.matters.lists import COUNT_LIMIT, PAGE, Page, count_up_to, page_of, visible_to
from guiju.kernel.matters.models import (
    DetailModel,
    Label,
    Matter,
    MatterModel,
    Origin,
    Participation,
    Party,
)
from guiju.kernel.matters.naming import is_organisation, names_in
from guiju.kernel.matters.search import bigrams, find, private_tokens, search_tokens

__all__ = [
    "COUNT_LIMIT",
    "PAGE",
    "DetailModel",
    "Keyset",
    "Label",
    "Matter",
    "MatterModel",
    "Origin",
    "Page",
    "Participation",
    "Party",
    "bigrams",
    "count_up_to",
    "find",
    "is_organisation",
    "names_in",
    "page_of",
    "private_tokens",
    "search_tokens",
    "visible_to",
]
