"""A watched folder: workbooks and PDF papers put into it go through the same importers as at the desk.

A file leaves the folder only after what it says is written: then it lies in 已导入, or in 待改 with a note that says
why. A process that is killed in between leaves the file where it was; taken again, it adds nothing twice.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from guiju.exchange.importing.api import ChangedMeanwhile, Preview, carry_out, prepare
from guiju.exchange.layouts_kept import remembered_layouts
from guiju.exchange.models import IncomingPaper
from guiju.exchange.sheets.api import UnreadableWorkbook, read_workbook, returned_name
from guiju.exchange.superiors_papers import take_in
from guiju.kernel.evidence.api import LARGEST_BYTES, EvidenceError
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import StaleMatter, moment_for

DONE, FAULTY = "已导入", "待改"
BOOKS, PAPERS, ASKED = frozenset({".xlsx", ".xls"}), frozenset({".pdf"}), frozenset({".csv", ".et", ".xlsm"})
SETTLED = dt.timedelta(seconds=5)  # a file that was written to less than this ago may still be growing
TRIES = 3


@dataclass(frozen=True)
class Brought:
    """What came of one file: whether it is done, and the sentence about it. `finished` False: it stays where it is."""

    name: str
    told: str
    good: bool = True
    finished: bool = True


@dataclass
class Watch:
    """One folder and who brings its files; `acting` and `now` are asked anew for each file, for a post may end."""

    folder: Path
    acting: Callable[[], Acting]
    now: Callable[[], dt.datetime]
    _seen: dict[str, tuple[int, int]] = field(default_factory=dict)

    def look(self) -> Iterator[Brought]:
        """Take the files that lie there complete, by name; each is finished before the next begins."""
        for name in (DONE, FAULTY):
            (self.folder / name).mkdir(exist_ok=True)
        for path in sorted(self.folder.iterdir()):
            if _is_ours(path) and self._is_settled(path):
                yield self._take(path)

    def _is_settled(self, path: Path) -> bool:
        """Whether nobody writes to a file any more: untouched for a while, and as large as at the last look."""
        stat = path.stat()
        seen, self._seen[path.name] = self._seen.get(path.name), (stat.st_size, stat.st_mtime_ns)
        return time.time() - stat.st_mtime >= SETTLED.total_seconds() and seen in (None, self._seen[path.name])

    def _take(self, path: Path) -> Brought:
        try:
            brought = self._paper(path) if path.suffix.lower() in PAPERS else self._book(path)
        except (ChangedMeanwhile, StaleMatter):
            return Brought(path.name, "同时有人在改同样的事项，下次再导。", finished=False)
        except (UnreadableWorkbook, EvidenceError) as error:
            brought = Brought(path.name, str(error), good=False)
        except OSError as error:
            return Brought(path.name, f"打不开（{error.strerror}），下次再看。", finished=False)
        if not brought.good:
            _write_whole(self.folder / FAULTY / f"{path.name}.说明.txt", f"{brought.told}\n".encode())
        _move(path, self.folder / (DONE if brought.good else FAULTY))
        self._seen.pop(path.name, None)
        return brought

    def _book(self, path: Path) -> Brought:
        """Import a workbook; rows that are open come back in 待改 before the workbook itself is moved."""
        if path.suffix.lower() in ASKED:
            raise UnreadableWorkbook(f"《{path.name}》不是 .xlsx 或 .xls。请用 Excel 或 WPS 另存为 .xlsx 再放进来。")
        book = read_workbook(path)
        for left in range(TRIES - 1, -1, -1):
            acting = self.acting()
            moment = moment_for(acting, self.now(), medium="sheet")
            preview = prepare(book, moment, remembered=remembered_layouts(moment.town_id))
            try:
                outcome = carry_out(preview)
                break
            except ChangedMeanwhile:
                if not left:
                    raise
        unknown = _unknown(preview)
        if unknown:
            return Brought(path.name, unknown, good=False)
        told = outcome.reconciliation.sentence
        if outcome.returned is not None:
            _write_whole(self.folder / FAULTY / returned_name(path.name), outcome.returned)
            told += f"；要处理的行在“{FAULTY}”"
        return Brought(path.name, told)

    def _paper(self, path: Path) -> Brought:
        """Take in a PDF; a doubtful one is kept and waits at the desk."""
        if path.stat().st_size > LARGEST_BYTES:
            raise EvidenceError(f"文件超过 {LARGEST_BYTES // 1024 // 1024} MB。请分成几个再放进来。")
        paper, new = take_in(path.read_bytes(), moment_for(self.acting(), self.now(), medium="sheet"))
        if not new:
            return Brought(path.name, f"以前收过了：{IncomingPaper.State(paper.state).label}")
        if paper.matter is None:
            return Brought(path.name, f"待确认：{paper.why}。请在“上级系统的文书”里说明是哪一件的")
        return Brought(path.name, f"已归入 {paper.matter.number}，请核对")


def _unknown(preview: Preview) -> str:
    found = preview.unknown_tables if preview.sheets else preview.unrecognised
    return "；".join(item.message for item in found) or ("" if preview.sheets else "里面没有认得的台账。")


def _is_ours(path: Path) -> bool:
    """A plain file of a kind that is imported; no link, and none that a program keeps beside an open one."""
    if path.name.startswith((".", "~")) or path.is_symlink() or not path.is_file():
        return False
    return path.suffix.lower() in BOOKS | PAPERS | ASKED


def _write_whole(target: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all; an earlier one of this name stays."""
    waiting = target.with_name(f".{target.name}.part")
    waiting.write_bytes(data)
    waiting.replace(_free(target))


def _move(path: Path, folder: Path) -> None:
    path.rename(_free(folder / path.name))


def _free(target: Path) -> Path:
    """The path itself, or with a number where it is taken."""
    found, count = target, 1
    while found.exists():
        count += 1
        found = target.with_name(f"{target.stem}（{count}）{target.suffix}")
    return found
