"""From a pasted text to events: senders and greetings set apart, several events of a line parted. Nothing is lost."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from guiju.exchange.returns.pasting.days import Around, FoundDay, days_in
from guiju.exchange.returns.pasting.people import people_in

_SENDER = re.compile(
    r"^[^\s，。：:]{1,16}[\s：:]*(?:\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?)?\s*(?:(?:上午|下午|晚上)?\d{1,2}:\d{2}(?::\d{2})?)$"
)
_EMOJI = re.compile(r"[\U0001F000-\U0001FAFF☀-➿️‍]|\[[一-鿿A-Za-z]{1,6}\]")
_NUMBERED = re.compile(
    r"(?:(?<=^)|(?<=[\s；;。]))(?:[(（]?\d{1,2}[)）、]|\d{1,2}\.(?!\d)|[①-⑳]|[一二三四五六七八九十]、)\s*"
)
_PARTS = re.compile(r"[；;]|。(?=.)|(?:，|,)?(?:另外|还有|再有|还有一起)[，,：:]?")
_NUMERALS = str.maketrans("０１２３４５６７８９．／", "0123456789./")


@dataclass(frozen=True)
class Event:
    """One event: its words, its line (from 1), the days it names; `shared` where the day stands with an earlier one."""

    text: str
    line: int
    days: tuple[FoundDay, ...]
    shared: bool = False


@dataclass(frozen=True)
class LeftOver:
    """Words that are no event: shown, so that nobody thinks they were read."""

    text: str
    line: int


def events_in(pasted: str, around: Around) -> tuple[list[Event], list[LeftOver]]:
    """The events of a text in its order, and what was set apart."""
    events: list[Event] = []
    left: list[LeftOver] = []
    for number, raw in enumerate(pasted.splitlines(), 1):
        line = _EMOJI.sub(" ", raw.translate(_NUMERALS)).strip()
        parts = [] if _SENDER.fullmatch(line) else list(_parts(line, around))
        if not parts:
            left += [LeftOver(raw.strip(), number)] if raw.strip() else []
        last: tuple[FoundDay, ...] = ()
        for part in parts:
            days = tuple(days_in(part, around))
            if _is_event(part, days):
                events.append(Event(part, number, days or last, not days and bool(last)))
            else:
                left.append(LeftOver(part, number))
            last = days or last
    return events, left


def _parts(line: str, around: Around) -> Iterator[str]:
    pieces = [piece for numbered in _NUMBERED.split(line) for piece in _PARTS.split(numbered)]
    for piece in pieces:
        yield from (part for part in _at_days(piece, around) if part)


def _at_days(piece: str, around: Around) -> list[str]:
    """A second day after a comma begins another event."""
    starts = [one.start for one in days_in(piece, around)[1:] if re.search(r"[，,\s]$", piece[: one.start])]
    cuts = [0, *starts, len(piece)]
    return [piece[a:b].strip(" ，,。：:、\t") for a, b in itertools.pairwise(cuts)]


_ACT = re.compile(
    r"调解|纠纷|矛盾|吵|争|打架|赔|欠|漏水|噪音|闹|咨询|排查|化解|离婚|工资|[和与跟].{2,4}(?:因|为|就|在|的)"
)


def _is_event(part: str, days: tuple[FoundDay, ...]) -> bool:
    if len(re.findall(r"[一-鿿]", part)) < 4:
        return False
    says_more = bool(days) and len(part) > days[-1].end - days[0].start + 3
    return says_more or bool(_ACT.search(part)) or people_in(part).value is not None
