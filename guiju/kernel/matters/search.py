"""Search by bigrams: two Chinese characters are enough. Tokens of private words are keyed hashes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from guiju.kernel.ledger.api import found_matters, vault

_WORD = re.compile(r"[一-鿿㐀-䶿]+|[0-9a-z]+")


def bigrams(text: str) -> list[str]:
    """Tokens of a public text: every pair of neighbouring characters, single characters, and whole numbers."""
    return list(_bigrams(text))


@lru_cache(maxsize=4096)
def _bigrams(text: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for word in _WORD.findall(unicodedata.normalize("NFKC", text).lower()):
        if word[0].isascii():
            found[_encoded(word)] = None
        if len(word) == 1:
            found[_encoded(word)] = None
        for at in range(len(word) - 1):
            found[_encoded(word[at : at + 2])] = None
    return tuple(found)


@lru_cache(maxsize=65536)
def _encoded(token: str) -> str:
    # FTS5's tokenizer splits at nothing in plain ASCII letters and digits, so every token is written in hexadecimal.
    return "x" + token.encode("utf-16-be").hex()


def private_tokens(values: Iterable[str]) -> list[str]:
    """Keyed tokens of private values: the whole value, and each pair of characters of a name."""
    key = vault()
    found: dict[str, None] = {}
    for value in values:
        text = unicodedata.normalize("NFKC", value).strip().lower()
        if not text:
            continue
        found[key.token(text)] = None
        if not text.isascii():
            for at in range(len(text) - 1):
                found[key.token(text[at : at + 2])] = None
    return list(found)


def search_tokens(text: str, private: Iterable[str] = ()) -> list[str]:
    """All tokens under which a matter is found."""
    return bigrams(text) + private_tokens(private)


def find(town_id: int, query: str, limit: int = 500) -> list[int]:
    """Keys of matters whose public or private words hold the query, newest first. One statement.

    A query of one character finds that character standing alone; two characters find any text that holds them.
    """
    public = bigrams(query)
    alternatives = [public] if public else []
    text = unicodedata.normalize("NFKC", query).strip().lower()
    if text:
        pairs = [text[at : at + 2] for at in range(len(text) - 1)] if not text.isascii() and len(text) > 1 else [text]
        alternatives.append([vault().token(pair) for pair in pairs])
    return found_matters(town_id, alternatives, limit) if alternatives else []
