"""`guiju lawbook check`: are the rulepacks in order? Every problem with file, line and what to do."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from guiju.kernel.lawbook.check_dates import check_dates
from guiju.kernel.lawbook.check_files import ReadPack, read_folder
from guiju.kernel.lawbook.check_references import check_ids, check_references
from guiju.kernel.lawbook.packs import shipped_folder
from guiju.kernel.lawbook.problem import Problem


def check(paths: Sequence[Path], today: date) -> list[Problem]:
    """All problems of the packs at the paths (folders of packs, or folders that hold packs), by file and line.

    A pack is checked together with the packs above it, which are looked for beside it. Texts that were not checked
    up to `today` give warnings; everything else is an error.
    """
    read: dict[Path, ReadPack] = {}
    problems: list[Problem] = []
    for folder in _pack_folders(paths):
        chain = _chain(folder, read)
        problems.extend(chain[-1].problems)
        if len(chain[-1].files) and not any(pack.problems for pack in chain):
            problems.extend(check_dates(chain[-1], today))
            problems.extend(check_ids(chain))
            problems.extend(check_references(chain))
    return sorted(set(problems))


def lawbook_check(today: date, folder: Path | None = None) -> tuple[list[str], bool]:
    """What `guiju lawbook check` prints, and whether the packs are in order (warnings do not count)."""
    problems = check([folder or shipped_folder()], today)
    errors = sum(problem.severity == "error" for problem in problems)
    lines = [str(problem) for problem in problems]
    lines.append(f"规则包检查完毕：错误{errors}处，提醒{len(problems) - errors}处。")
    return lines, errors == 0


def _pack_folders(paths: Sequence[Path]) -> list[Path]:
    folders: list[Path] = []
    for path in paths:
        inner = sorted(home.parent for home in path.glob("*/pack.yaml"))
        folders.extend(inner or [path])
    return folders


def _chain(folder: Path, read: dict[Path, ReadPack]) -> list[ReadPack]:
    chain: list[ReadPack] = []
    current: Path | None = folder
    while current is not None:
        pack = read.get(current) or read_folder(current)
        read[current] = pack
        chain.insert(0, pack)
        parent = pack.head.row.parent if pack.head is not None else None
        current = current.parent / parent if parent else None
        if current is not None and (not current.is_dir() or current in {upper.folder for upper in chain}):
            message = f"上级规则包“{parent}”不在旁边的文件夹里，或者绕成了圈。请改正 parent。"
            if pack.head is not None and pack is chain[-1]:
                pack.problems.append(pack.head.problem(message, "parent"))
            current = None
    return chain
