"""First part of the check: every file of a pack can be read and every row has the form it must have."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml
from pydantic import ValidationError

from guiju.kernel.lawbook.packs import CONTENT_KINDS, content_files
from guiju.kernel.lawbook.positions import Step, compose, doubled_keys, line_of
from guiju.kernel.lawbook.problem import Problem
from guiju.kernel.lawbook.row_wording import place, wording
from guiju.kernel.lawbook.rows import PackFile, Row

Item = TypeVar("Item", bound=Row)
# Every part of a file whose rows have a name: kind of file, part, the fields that make the name.
KEYED = (
    ("laws", "laws", ("id",)),
    ("terms", "terms", ("id",)),
    ("values", "values", ("name",)),
    ("codes", "kinds", ("kind",)),
    ("codes", "tables", ("owner", "kind")),
    ("items", "items", ("id",)),
)


@dataclass(frozen=True)
class Placed(Generic[Item]):
    """A row with the file it stands in and its way through the file."""

    row: Item
    file: Path
    root: yaml.Node | None
    way: tuple[Step, ...]

    def problem(self, message: str, *inner: Step) -> Problem:
        """An error at this row, or at something inside it."""
        return Problem(self.file, line_of(self.root, (*self.way, *inner)), message)

    def warning(self, message: str, *inner: Step) -> Problem:
        """A warning at this row, or at something inside it."""
        return Problem(self.file, line_of(self.root, (*self.way, *inner)), message, "warning")


@dataclass
class ReadPack:
    """A pack as far as it could be read, and what was found wrong on the way."""

    folder: Path
    head: Placed[PackFile] | None = None
    files: dict[str, list[Placed[Any]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def rows(self, kind: str, part: str) -> Iterator[Placed[Any]]:
        """The rows of one part (laws, terms, values, kinds, tables) of all files of a kind."""
        for file in self.files.get(kind, []):
            for index, row in enumerate(getattr(file.row, part)):
                yield Placed(row, file.file, file.root, (part, index))

    def overrides(self, kind: str) -> Iterator[tuple[Placed[Any], int, str]]:
        """Every name under `overrides` of the files of a kind, with its file and its place in the list."""
        for file in self.files.get(kind, []):
            for index, name in enumerate(file.row.overrides):
                yield file, index, name


def read_folder(folder: Path) -> ReadPack:
    """Read all files of a pack, gathering problems instead of stopping at the first."""
    pack = ReadPack(folder)
    head = folder / "pack.yaml"
    if not head.is_file():
        pack.problems.append(Problem(head, 1, "缺少 pack.yaml。请补上规则包的名称、级别和上级。"))
        return pack
    pack.head = _read(head, PackFile, pack)
    if pack.head is not None and pack.head.row.name != folder.name:
        pack.problems.append(
            pack.head.problem(f"名称“{pack.head.row.name}”与文件夹“{folder.name}”不同。请改成一致。", "name")
        )
    for kind, model in CONTENT_KINDS.items():
        placed = [_read(path, model, pack) for path in content_files(folder, kind)]
        pack.files[kind] = [file for file in placed if file is not None]
    return pack


def _read(path: Path, model: type[Any], pack: ReadPack) -> Placed[Any] | None:
    try:
        root = compose(path)
        content = yaml.safe_load(path.read_text("utf-8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        pack.problems.append(
            Problem(path, line, f"不是合格的YAML：{error.__class__.__name__}。请检查缩进、引号和冒号。")
        )
        return None
    for line, key in doubled_keys(root):
        pack.problems.append(Problem(path, line, f"“{key}”写了两次。请删去一个。"))
    try:
        return Placed(model.model_validate(content or {}), path, root, ())
    except ValidationError as failure:
        for detail in failure.errors():
            steps = tuple(part for part in detail["loc"] if isinstance(part, str | int))
            pack.problems.append(Problem(path, line_of(root, steps), f"“{place(detail)}”{wording(detail)}。"))
        return None
