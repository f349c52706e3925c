"""All checks of a matter's archive, in their order: first the package, then the record in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .archive_file import NOT_AS_IT_SHOULD_BE, ArchiveFile
from .archive_record import ArchiveRecord
from .errors import Unreadable


class Judgement(NamedTuple):
    """Whose archive it says it is, what holds in it and what does not."""

    title: str
    held: list[str]
    problems: list[str]


def judged_archive(path: Path, key: str | None = None) -> Judgement:
    """Check an archive with the public key obtained elsewhere, else with its own; raises Unreadable, OSError."""
    with path.open("rb") as file:
        return _judged(ArchiveFile(file, key))


def _judged(file: ArchiveFile) -> Judgement:
    """Every check goes on after another one failed."""
    record, held = ArchiveRecord(file), []
    checks = (
        ("manifest.json", file.check_manifest),
        ("压缩包", file.check_members),
        ("压缩包", file.check_layout),
        ("checkpoint.txt", record.check_entries),
        ("entries.jsonl", record.check_matter),
        ("openings.jsonl", record.check_openings),
        ("index.json", record.check_papers),
        ("findings.json", record.check_findings),
    )
    for member, check in checks:
        before = len(file.problems)
        said = _said(file, member, check)
        held += [said] if said and len(file.problems) == before else []
    return Judgement(_title(file), held, list(dict.fromkeys(file.problems)))


def _said(file: ArchiveFile, member: str, check: Callable[[], str]) -> str:
    """What a check says holds; empty where it could not be made, which is a problem of that member."""
    try:
        return check()
    except Unreadable as error:
        file.problems.append(f"{member}：{error}")
    except NOT_AS_IT_SHOULD_BE:
        file.problems.append(f"{member}：缺内容或者样式不对")
    return ""


def _title(file: ArchiveFile) -> str:
    matter = file.manifest.get("matter")
    told = [matter.get("number"), matter.get("title")] if isinstance(matter, dict) else []
    return " ".join(str(word) for word in (file.manifest.get("origin"), *told) if word)
