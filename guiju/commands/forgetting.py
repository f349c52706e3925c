"""guiju forget: delete what is kept for thirty days only: uploaded workbooks, pages of returned papers and half-written forms."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from guiju.exchange.batches import forget_old_batches, old_batches
from guiju.exchange.papers.api import forget_old_pages, old_pages
from guiju.exchange.reconciling.api import forget_old_exports, old_exports
from guiju.web.drafts import forget_old_drafts, old_drafts


@dataclass(frozen=True)
class PastTime:
    """How many uploads and drafts are older than thirty days, in all towns."""

    uploads: int
    drafts: int

    @property
    def sentence(self) -> str:
        return f"满三十天的上传 {self.uploads} 份、草稿 {self.drafts} 份"


def add_to(subparsers: Any) -> None:
    forget = subparsers.add_parser("forget", help="删除存放满三十天的上传和草稿；guiju serve 每天自己做")
    forget.set_defaults(run=_forget)


def past_time(now: dt.datetime) -> PastTime:
    """What is still kept past its time. Four statements."""
    uploads = old_batches(now).count() + old_exports(now).count() + old_pages(now).count()
    return PastTime(uploads, old_drafts(now).count())


def forget_past_time(now: dt.datetime) -> PastTime:
    """Delete it, in every town; what was imported or sent stays, of course. Returns how many went."""
    uploads = forget_old_batches(now) + forget_old_exports(now) + forget_old_pages(now)
    return PastTime(uploads, forget_old_drafts(now))


def _forget(options: argparse.Namespace) -> int:
    print(f"已删除{forget_past_time(timezone.now()).sentence}。")
    return 0
