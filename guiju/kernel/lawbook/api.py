"""The door of the lawbook: the law as dated data, and bases as values.

Everything here works without a database, except the last two functions, which read and load official texts.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from guiju.kernel.lawbook.basis import Basis, article_words
from guiju.kernel.lawbook.book import Lawbook
from guiju.kernel.lawbook.check import check, lawbook_check
from guiju.kernel.lawbook.errors import (
    ItemNotHeld,
    LawbookError,
    NotInForce,
    RulepackInvalid,
    UnknownArticle,
    UnknownLaw,
    UnknownRule,
)
from guiju.kernel.lawbook.items import ItemRow
from guiju.kernel.lawbook.packs import pack_chain, shipped_folder
from guiju.kernel.lawbook.problem import Problem
from guiju.kernel.lawbook.rows import (
    ArticleRow,
    Code,
    CodeTable,
    ExtensionRow,
    Force,
    LawRow,
    Level,
    NamedValue,
    Status,
    TermRule,
    Unit,
    VersionRow,
)
from guiju.kernel.lawbook.stacking import load_lawbook

if TYPE_CHECKING:
    from guiju.kernel.lawbook.models import LawText

__all__ = [
    "ArticleRow",
    "Basis",
    "Code",
    "CodeTable",
    "ExtensionRow",
    "Force",
    "ItemNotHeld",
    "ItemRow",
    "LawRow",
    "Lawbook",
    "LawbookError",
    "Level",
    "NamedValue",
    "NotInForce",
    "Problem",
    "RulepackInvalid",
    "Status",
    "TermRule",
    "Unit",
    "UnknownArticle",
    "UnknownLaw",
    "UnknownRule",
    "VersionRow",
    "article_text",
    "article_words",
    "check",
    "lawbook_check",
    "lawbook_texts",
    "load_lawbook",
    "pack_chain",
    "shipped_folder",
]


def article_text(lawbook: Lawbook, basis: Basis, on: date) -> LawText | None:
    """The article's own words in the version in force on a day; None while no text is loaded.

    Raises UnknownLaw, NotInForce.
    """
    # Models can be imported only when Django is set up; the rest of the door is used before and without it.
    from guiju.kernel.lawbook.text_store import held_article

    return held_article(lawbook, basis, on)


def lawbook_texts(folder: Path, lawbook: Lawbook) -> list[str]:
    """`guiju lawbook texts DIR`: load official texts (.md, .docx) and say what matched and what did not."""
    from guiju.kernel.lawbook.texts import load_and_report

    return load_and_report(folder, lawbook)
