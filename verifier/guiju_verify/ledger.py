"""An exported ledger, read line by line: are entries whole, in their order, all there, and under the checkpoints?"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .errors import Unreadable
from .notes import Note
from .tree import leaf_of, node, root_of

HEX = re.compile(b"[0-9a-f]{64}")
LEAF, ENTRY, WITHHELD = b'{"leaf":"', b'","entry":', b'","withheld":true}'
TOLD_TO = len(LEAF) + 64
BODY_FROM = TOLD_TO + len(ENTRY)


class Ledger:
    """What reading an exported ledger found: origin, number of entries, withheld ones, root, what does not agree."""

    def __init__(self, notes: Sequence[Note] = ()) -> None:
        self.notes, self.sizes = notes, {note.size for note in notes}
        self.origin, self.size, self.withheld = "", 0, 0
        self.peaks: list[bytes] = []
        self.problems: list[str] = []

    def read(self, path: Path) -> None:
        """Read the file line by line, in constant memory; raises Unreadable, OSError."""
        with path.open("rb") as file:
            try:
                heading = json.loads(file.readline())
                self.origin, size, root, town = (heading[name] for name in ("origin", "size", "root", "town"))
            except (ValueError, KeyError, TypeError) as error:
                raise Unreadable("首行不是留痕导出文件的首行。") from error
            self._compare_notes()
            for line in file:
                self._entry(line.rstrip(b"\n"), town)
        if (self.size, root_of(self.peaks).hex()) != (size, root):
            self.problems.append(f"首行说有 {size} 条，根摘要 {str(root)[:16]}…；与文件里的 {self.size:,} 条不符")
        longer = [note.size for note in self.notes if note.size > self.size]
        self.problems += [f"检查点有 {n:,} 条，文件里只有 {self.size:,} 条：尾部被去掉了" for n in longer]

    def _entry(self, line: bytes, town: Any) -> None:
        told, body = line[len(LEAF) : TOLD_TO], line[BODY_FROM:-1]
        if line[TOLD_TO:] == WITHHELD and HEX.fullmatch(told):
            self.withheld += 1
            self._append(bytes.fromhex(told.decode()))
            return
        if line[TOLD_TO:BODY_FROM] != ENTRY:
            raise Unreadable(f"第 {self.size + 2:,} 行不是导出的条目。")
        leaf = leaf_of(body)
        if leaf.hex().encode() != told:
            self.problems.append(f"条目 #{self.size} 的内容与摘要不符")
        self._content(body, town)
        self._append(leaf)

    def _content(self, body: bytes, town: Any) -> None:
        try:
            entry = json.loads(body)
            if entry["index"] != self.size:
                self.problems.append(f"条目 #{self.size} 的位置上是 #{entry['index']}：少了、多了或者换了次序")
            if entry["town"] != town:
                self.problems.append(f"条目 #{self.size} 是另一个镇的")
        except (ValueError, KeyError, TypeError):
            self.problems.append(f"条目 #{self.size} 的内容读不出来")

    def _append(self, leaf: bytes) -> None:
        merges = self.size
        while merges & 1:
            leaf = node(self.peaks.pop(), leaf)
            merges >>= 1
        self.peaks.append(leaf)
        self.size += 1
        if self.size in self.sizes:
            self._compare_notes()

    def _compare_notes(self) -> None:
        for note in self.notes:
            if note.size == self.size and note.origin != self.origin:
                self.problems.append(f"检查点是“{note.origin}”的，留痕是“{self.origin}”的")
            if note.size == self.size and note.root != root_of(self.peaks):
                self.problems.append(f"前 {note.size:,} 条的根摘要与检查点的不符")
