"""The door of the lawbook: the law as dated data, and bases as values."""

from guiju.kernel.lawbook.basis import Basis, article_words
from guiju.kernel.lawbook.book import Lawbook
from guiju.kernel.lawbook.errors import (
    LawbookError,
    NotInForce,
    RulepackInvalid,
    UnknownArticle,
    UnknownLaw,
    UnknownRule,
)
from guiju.kernel.lawbook.packs import pack_chain, shipped_folder
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

__all__ = [
    "ArticleRow",
    "Basis",
    "Code",
    "CodeTable",
    "ExtensionRow",
    "Force",
    "LawRow",
    "Lawbook",
    "LawbookError",
    "Level",
    "NamedValue",
    "NotInForce",
    "RulepackInvalid",
    "Status",
    "TermRule",
    "Unit",
    "UnknownArticle",
    "UnknownLaw",
    "UnknownRule",
    "VersionRow",
    "article_words",
    "load_lawbook",
    "pack_chain",
    "shipped_folder",
]
