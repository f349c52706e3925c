"""A legal basis as a value: which law, which article, and how it is cited."""

import re
from dataclasses import dataclass, field

from guiju.kernel.lawbook.errors import RulepackInvalid

# 29, 16-1 (第16条之一), 48/2 (第48条第2款), 64(2) (第64条第2项), 33/1(2)
_ARTICLE = re.compile(r"(?P<article>\d+)(?:-(?P<inserted>\d+))?(?:/(?P<paragraph>\d+))?(?:\((?P<item>\d+)\))?")
_CLAUSE = re.compile(r"\d+(?:\.\d+)+")


def article_words(number: str) -> str:
    """How the number of an article is written in a citation: `48/2` gives 第48条第2款, `7.2.5` gives 第7.2.5条.

    Numbers of another build (the section 四(十二) of a notice) are given as they are; an empty number, which means
    the document as a whole, gives an empty text.
    """
    parts = _ARTICLE.fullmatch(number)
    if parts is None:
        return f"第{number}条" if _CLAUSE.fullmatch(number) else number
    words = f"第{parts['article']}条"
    if parts["inserted"]:
        words += f"之{parts['inserted']}"
    if parts["paragraph"]:
        words += f"第{parts['paragraph']}款"
    if parts["item"]:
        words += f"第{parts['item']}项"
    return words


def whole_article(number: str) -> str:
    """The article that a paragraph or item belongs to: `48/2` gives `48`."""
    parts = _ARTICLE.fullmatch(number)
    if parts is None:
        return number
    return parts["article"] + (f"-{parts['inserted']}" if parts["inserted"] else "")


@dataclass(frozen=True, slots=True)
class Basis:
    """A law (by its id in the rulepacks) and an article of it; equal if both are equal.

    `title` is the short title used in the citation. A basis made by a lawbook carries it; one written in a
    declaration (`Basis("people-mediation-law", "29")`) finds it in the shipped rulepacks when it is first shown.
    """

    law: str
    article: str = ""
    title: str = field(default="", compare=False)

    @property
    def label(self) -> str:
        """The citation as users read it, 《人民调解法》第29条. Raises UnknownLaw."""
        return f"《{self.title or _shipped_title(self.law)}》{article_words(self.article)}"

    def __str__(self) -> str:
        return self.label

    @classmethod
    def parse(cls, text: str) -> "Basis":
        """Read the form used in rulepacks: law id, a space, article (`people-mediation-law 29`)."""
        law, _, article = text.strip().partition(" ")
        if not law:
            raise RulepackInvalid("依据为空。请写成“法律文件标识 条号”，例如 people-mediation-law 29。")
        return cls(law, article.strip())


def _shipped_title(law: str) -> str:
    # Imported here because packs reads rows, and rows hold bases.
    from guiju.kernel.lawbook.packs import shipped_title

    return shipped_title(law)
