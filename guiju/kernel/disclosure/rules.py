"""Disclosure rules of a mechanism: which fields may be public, and how the rest is redacted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DisclosureRule:
    """One rule: what it publishes (field names), what it keeps back and why. `publishes` empty means never public.

    `due_rule` is the term rule by which a thing must be public, counted from the day of the step that calls for it;
    `withdraw_rule` the one by which it must be taken down, met when it is (a step of the mechanism opens that term).
    """

    code: str
    label: str
    publishes: tuple[str, ...] = ()
    withheld: str = ""
    due_rule: str = ""
    withdraw_rule: str = ""

    @property
    def never(self) -> bool:
        """Whether nothing of it is ever public."""
        return not self.publishes


@dataclass(frozen=True)
class PublicText:
    """公开稿: what may be public of something, as labels and values; `withheld` says why nothing of it may be."""

    title: str
    lines: tuple[tuple[str, str], ...] = ()
    withheld: str = ""
    notes: tuple[str, ...] = ()


def masked_name(name: str) -> str:
    """A natural person's name as it may be shown: surname and 某某."""
    name = name.strip()
    return f"{name[0]}某某" if name else ""


def masked_number(text: str, head: int = 3, tail: int = 4) -> str:
    """A telephone or ID number with its middle covered."""
    text = text.strip()
    if len(text) <= head + tail:
        return "*" * len(text)
    return text[:head] + "*" * (len(text) - head - tail) + text[-tail:]
