"""Cells that name one of several kinds: exactly, by another word, nearly, or not at all."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .results import EMPTY, Ask, Parsed, Result, Wrong
from .workbook import Raw, shown

_TAIL = re.compile(r"(?:纠纷|争议|案件|类|问题)+$")
NEAR = 0.5


def _key(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


@dataclass(frozen=True)
class Choices:
    """The kinds a column may name: value -> its words, the first being the label, the others synonyms.

    `what` is asked in the question (归入哪一类); with `closed` an unknown word is an error instead of a question.
    """

    words: Mapping[str, tuple[str, ...]] = field(hash=False)
    what: str = "归入哪一类"
    closed: bool = False

    @cached_property
    def _known(self) -> dict[str, str]:
        known = {_key(word): value for value, words in self.words.items() for word in (value, *words)}
        shortened: dict[str, set[str]] = {}
        for key, value in known.items():
            shortened.setdefault(_TAIL.sub("", key) or key, set()).add(value)
        return {**{key: values.pop() for key, values in shortened.items() if len(values) == 1}, **known}

    def label(self, value: str) -> str:
        """Return the word shown for a value."""
        words = self.words[value]
        return words[0] if words else value

    def nearest(self, text: str) -> str | None:
        """Return the value whose word is most alike, or None if none is."""
        found = difflib.get_close_matches(_key(text), self._known, n=1, cutoff=NEAR)
        return self._known[found[0]] if found else None

    def read(self, raw: Raw) -> Result:
        """Read a cell that is no marker: the value, a question for a near or unknown word, or an error."""
        text = shown(raw)
        if not text:
            return EMPTY
        key = _key(text)
        value = self._known.get(key) or self._known.get(_TAIL.sub("", key) or key)
        if value is not None:
            return Parsed(value)
        near = self.nearest(text)
        if near is not None:
            return Ask(f"“{text}”{self.what}？", near)
        if self.closed:
            allowed = "、".join(self.label(known) for known in self.words)
            return Wrong(f"不认识“{text}”。可以填：{allowed}。")
        return Ask(f"“{text}”{self.what}？")
