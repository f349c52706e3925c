"""PDF papers as a superior's system gives them out (示例，均为虚构)."""

from __future__ import annotations

import datetime as dt
from functools import cache

from guiju.kernel.documents.api import Content, paragraph, render


@cache
def pdf_of(title: str, *sentences: str, day: dt.date | None = None) -> bytes:
    """A paper with a title, some sentences and a day at its end."""
    blocks = [paragraph(sentence) for sentence in sentences]
    if day is not None:
        blocks.append(paragraph(f"{day.year}年{day.month}月{day.day}日"))
    return render(Content(kind="example", title=title, blocks=tuple(blocks)), "pdf")
