"""The rounds of returns behind a figure in words, for pages and the annex; and as a lock keeps them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence

from guiju.kernel.indicators.api import ReturnedRound
from guiju.reports.figures import YearFigure

NAMED = 8  # units that lack are named up to so many; the round's own page names all


def round_words(one: ReturnedRound) -> str:
    """One round: its title, period, how many returned, and who lacks."""
    words = f"《{one.title}》（{one.start.isoformat()}至{one.end.isoformat()}）{one.returned}/{one.owed}"
    if not one.lacking:
        return words
    names = "、".join(one.lacking[:NAMED])
    return f"{words}，未报：{names}" + (f"等{len(one.lacking)}个" if len(one.lacking) > NAMED else "")


def rounds_note(figures: Iterable[YearFigure]) -> str:
    """The rounds behind some figures in one sentence, each once; empty where no round asked for any."""
    rounds = dict.fromkeys(one for figure in figures for one in figure.rounds)
    told = sorted(rounds, key=lambda one: (one.start, one.end, one.title))
    return "；".join(map(round_words, told))


def rounds_as_text(rounds: Sequence[ReturnedRound]) -> str:
    """Rounds as a lock keeps them; empty without one."""
    lines = [[one.title, one.start.isoformat(), one.end.isoformat(), one.owed, one.lacking] for one in rounds]
    return json.dumps(lines, ensure_ascii=False, separators=(",", ":")) if lines else ""


def rounds_from_text(text: str) -> tuple[ReturnedRound, ...]:
    """Read the rounds of a lock back."""
    return tuple(
        ReturnedRound(title, dt.date.fromisoformat(start), dt.date.fromisoformat(end), owed, tuple(lacking))
        for title, start, end, owed, lacking in json.loads(text or "[]")
    )
