"""Cutting an official text into its articles."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import cn2an

_NUMERAL = "[〇零一二三四五六七八九十百千]+"
_ARTICLE = re.compile(rf"第({_NUMERAL})条(?:之({_NUMERAL}))?[\s\u3000]+(.*)", re.DOTALL)
_HEADING = re.compile(rf"(?:#+\s*)?(第{_NUMERAL}[编章节](?:[\s\u3000].*)?)", re.DOTALL)
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
# Lines before the first article that say when the text got its present form; days of entry into force do not.
_MADE = re.compile(r"通过|修订|修正|公布|发布|印发")


@dataclass(frozen=True)
class ArticleText:
    """One article: its number as rulepacks write it, the chapter it stands in, its words (paragraphs by line)."""

    number: str
    heading: str
    text: str


@dataclass(frozen=True)
class OfficialText:
    """A text as read: its title, the date of its present form as far as the text says it, its articles in order."""

    title: str
    dated: date | None
    articles: tuple[ArticleText, ...]


def read_paragraphs(paragraphs: Iterable[str]) -> OfficialText:
    """Cut paragraphs into articles. The first paragraph is the title; what stands before the first article is not kept.

    An article ends at the next article or chapter heading. A number that comes again (a table of contents, a printed
    appendix) is taken only the first time.
    """
    lines = [
        line for line in (raw.strip().strip("\u3000") for raw in paragraphs) if line and not line.startswith("<!--")
    ]
    title = lines[0].lstrip("# ").strip() if lines else ""
    articles: dict[str, ArticleText] = {}
    heading, current, preface = "", "", []
    for line in lines[1:]:
        chapter = _HEADING.fullmatch(line)
        opening = _ARTICLE.fullmatch(line)
        if chapter or line.startswith("#"):
            heading, current = _tidy(chapter[1] if chapter else line.lstrip("# ")), ""
        elif opening:
            current = _number(opening[1], opening[2])
            if current in articles:
                current = ""
            else:
                articles[current] = ArticleText(current, heading, opening[3].strip())
        elif current:
            article = articles[current]
            articles[current] = ArticleText(current, article.heading, f"{article.text}\n{line}")
        elif not articles:
            preface.append(line)
    return OfficialText(title, _dated(preface), tuple(articles.values()))


def _number(numeral: str, inserted: str | None) -> str:
    number = str(cn2an.cn2an(numeral.replace("〇", "零"), "smart"))
    return f"{number}-{cn2an.cn2an(inserted, 'smart')}" if inserted else number


def _tidy(heading: str) -> str:
    # The national database prints 总　则 with a space between the characters of a short chapter name.
    number, _, name = re.sub(r"[\s\u3000]+", " ", heading).partition(" ")
    return f"{number} {name.replace(' ', '')}".strip()


def _dated(preface: Iterable[str]) -> date | None:
    days = [
        date(int(found[1]), int(found[2]), int(found[3]))
        for line in preface
        if _MADE.search(line)
        for found in _DATE.finditer(line)
    ]
    return max(days, default=None)
