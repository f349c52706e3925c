"""The handbook's pages as HTML: shipped Markdown, pictures from this server, links between pages, nothing else."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.urls import Resolver404, resolve, reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from guiju.settings.environment import ROOT

PAGES = {
    "clerk": "内勤",
    "mediator": "调解员",
    "adviser": "法律顾问",
    "department-head": "部门",
    "leader": "领导",
    "office": "党政办",
    "auditor": "审计",
    "operator": "运维",
}
POSTS = {
    "clerk": ("justice_clerk", "justice_head"),
    "mediator": ("mediator", "village_clerk"),
    "adviser": ("legal_adviser",),
    "department-head": (
        "department_head",
        "enforcement_head",
        "enforcement_officer",
        "legal_officer",
        "legal_reviewer",
    ),
    "leader": ("leader", "organ_head"),
    "office": ("office_clerk",),
    "auditor": ("audit_admin", "district_viewer"),
    "operator": ("system_admin", "security_admin"),
}
PAGE_LINK, ADDRESS = re.compile(r"([a-z-]+)\.md"), re.compile(r"/[a-z0-9_/-]*")


@dataclass(frozen=True)
class HandbookPage:
    """A page: its title, and its text as HTML that the strict policy of the desk allows."""

    title: str
    html: SafeString


def handbook_folder() -> Path:
    """Where the pages lie: inside an installed package, in a checkout beside it."""
    installed = ROOT / "guiju" / "handbook"
    return installed if installed.is_dir() else ROOT / "docs" / "handbook"


def page_for(roles: Iterable[str]) -> str:
    """The page of somebody's posts; the first in the handbook's order, `index` for posts that have none."""
    held = set(roles)
    return next((name for name, posts in POSTS.items() if held & set(posts)), "index")


@lru_cache(maxsize=len(PAGES) + 1)
def handbook_page(name: str) -> HandbookPage:
    """The page of this name, `index` or one of `PAGES`; raises KeyError on another."""
    if name != "index":
        PAGES[name]
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse((handbook_folder() / f"{name}.md").read_text(encoding="utf-8"))
    title = tokens[1].content
    for token in tokens[3:]:
        for inner in token.children or ():
            _settled(inner)
        if token.type == "table_open":
            token.attrSet("class", "g-handbook-table")
    # Safe: raw HTML is switched off above, and every address that stays was made here.
    return HandbookPage(title, mark_safe(markdown.renderer.render(tokens[3:], markdown.options, {})))  # noqa: S308


def _settled(token: Token) -> None:
    """Send a link to the desk's own page, or take it off; give a picture its address and size; lead an address there."""
    if token.type == "link_open":
        found = PAGE_LINK.fullmatch(str(token.attrGet("href")))
        if found:
            token.attrSet("href", reverse("handbook-page", args=[found[1]]))
        else:
            token.attrs = {}  # a reference of the source, which is not installed with the program
    elif token.type == "image":
        picture = Path(str(token.attrGet("src"))).stem
        token.attrs = {"src": reverse("handbook-picture", args=[picture]), **_measures(picture), "loading": "lazy"}
    elif token.type == "code_inline" and _leads_somewhere(token.content):
        token.type, token.tag = "html_inline", ""
        token.content = f'<a href="{token.content}"><code>{token.content}</code></a>'


def _leads_somewhere(text: str) -> bool:
    if not ADDRESS.fullmatch(text):
        return False
    try:
        resolve(text)
    except Resolver404:
        return False
    return True


def _measures(picture: str) -> dict[str, Any]:
    """Width and height from the head of a PNG, so that the text does not jump when the picture comes."""
    head = picture_path(picture).read_bytes()[:24]
    width, height = struct.unpack(">II", head[16:24])
    return {"alt": "", "width": str(width), "height": str(height)}


def picture_path(name: str) -> Path:
    """Where a picture of the handbook lies; there may be none of that name."""
    return handbook_folder() / "pictures" / f"{name}.png"
