"""CASE.pdf: cover, 卷内目录, the documents and evidence in their order with page numbers, 备考表."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from guiju.exchange.archive.catalogue import Item
from guiju.kernel.documents.api import Content, Leaf, bind, can_be_bound, pages_of, render

# The typesetter holds what is bound in memory. Evidence beyond this stays outside the volume, in files of its own.
ROOM_BYTES = 64 * 1024 * 1024
PICTURES = frozenset({"jpg", "png"})
APART = "未入卷，原件另存"


class Volume:
    """The pages of a volume as they come together in a folder; only the items' pages are numbered."""

    def __init__(self, folder: Path, room: int = ROOM_BYTES) -> None:
        self._folder, self._room = folder, room
        self._leaves: list[Leaf] = []

    @property
    def pages(self) -> int:
        """How many numbered pages there are so far."""
        return len(self._leaves)

    def add_paper(self, item: Item, data: bytes) -> None:
        """Add the pages of a document as it was rendered."""
        self._take(item, self._written(item.member("pdf"), data, "pdf"))

    def add_evidence(self, item: Item, data: bytes) -> None:
        """Add a picture or the pages of a scan; what cannot be shown on paper is noted as kept apart."""
        leaves: list[Leaf] = []
        if (item.ending in PICTURES or item.ending == "pdf") and len(data) <= self._room:
            leaves = self._written(item.member(item.ending), data, item.ending)
            if leaves and not can_be_bound(self._folder, leaves):
                leaves = []
        if leaves:
            self._room -= len(data)
        else:
            item.remark = "；".join(part for part in (item.remark, f"{APART} {item.number:04}") if part)
        self._take(item, leaves)

    def _written(self, name: str, data: bytes, ending: str) -> list[Leaf]:
        path = self._folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        if ending in PICTURES:
            return [Leaf(name)]
        return [Leaf(name, number, wide=wide) for number, wide in enumerate(pages_of(path) or (), 1)]

    def _take(self, item: Item, leaves: Sequence[Leaf]) -> None:
        first = self.pages + 1
        self._leaves += [Leaf(leaf.file, leaf.page, number, leaf.wide) for number, leaf in enumerate(leaves, first)]
        item.pages = (first, self.pages) if leaves else ()

    def write(self, title: str, before: Sequence[Content], after: Sequence[Content]) -> Path:
        """Bind everything, with papers without page numbers before and after; returns where the file lies."""
        target = self._folder / "CASE.pdf"
        bound = [*self._unnumbered(before, "before"), *self._leaves, *self._unnumbered(after, "after")]
        bind(self._folder, bound, title, target)
        return target

    def _unnumbered(self, papers: Sequence[Content], place: str) -> list[Leaf]:
        found: list[Leaf] = []
        for number, paper in enumerate(papers):
            found += self._written(f"{place}-{number}.pdf", render(paper, "pdf"), "pdf")
        return found
