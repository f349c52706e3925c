"""Reading the files of one rulepack, and finding the packs that are shipped."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from guiju.kernel.lawbook.errors import RulepackInvalid, UnknownLaw
from guiju.kernel.lawbook.items import ItemsFile
from guiju.kernel.lawbook.row_wording import first_error
from guiju.kernel.lawbook.rows import CodesFile, LawsFile, PackFile, Row, TermsFile, ValuesFile

FileRow = TypeVar("FileRow", bound=Row)

# Both are safe loaders. The C loader is about ten times faster; it is in every wheel of PyYAML that the lock allows.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# A pack holds `laws.yaml`, or several by subject (`laws-mediation.yaml`); the same for the other kinds.
CONTENT_KINDS: dict[str, type[Row]] = {
    "laws": LawsFile,
    "terms": TermsFile,
    "values": ValuesFile,
    "codes": CodesFile,
    "items": ItemsFile,
}


@dataclass(frozen=True)
class Pack:
    """One rulepack as read: where it lies and what its files say."""

    folder: Path
    head: PackFile
    laws: tuple[LawsFile, ...]
    terms: tuple[TermsFile, ...]
    values: tuple[ValuesFile, ...]
    codes: tuple[CodesFile, ...]
    items: tuple[ItemsFile, ...]


def shipped_folder() -> Path:
    """The folder of the rulepacks that come with the product: inside the installed package, else of the checkout."""
    package = Path(__file__).resolve().parents[2]
    installed = package / "rulepacks"
    return installed if installed.is_dir() else package.parent / "rulepacks"


def pack_names(folder: Path) -> list[str]:
    """The names of the rulepacks in a folder, in alphabetical order."""
    return sorted(path.parent.name for path in folder.glob("*/pack.yaml"))


def pack_chain(name: str, folder: Path | None = None) -> tuple[str, ...]:
    """The packs from the nation down to the named one, by their `parent`. Raises RulepackInvalid."""
    chain: list[str] = []
    current: str | None = name
    while current is not None:
        if current in chain:
            raise RulepackInvalid(f"规则包“{current}”的上级（parent）绕成了圈。请改正 pack.yaml。")
        chain.insert(0, current)
        current = read_pack(current, folder or shipped_folder()).head.parent
    return tuple(chain)


@lru_cache(maxsize=64)
def read_pack(name: str, folder: Path) -> Pack:
    """Read a pack, once in a process. Raises RulepackInvalid with the file and what is wrong in it."""
    home = folder / name
    if not (home / "pack.yaml").is_file():
        raise RulepackInvalid(f"找不到规则包“{name}”：{home / 'pack.yaml'}不存在。请核对规则包名称。")
    return Pack(
        folder=home,
        head=_read(home / "pack.yaml", PackFile),
        laws=tuple(_read(path, LawsFile) for path in content_files(home, "laws")),
        terms=tuple(_read(path, TermsFile) for path in content_files(home, "terms")),
        values=tuple(_read(path, ValuesFile) for path in content_files(home, "values")),
        codes=tuple(_read(path, CodesFile) for path in content_files(home, "codes")),
        items=tuple(_read(path, ItemsFile) for path in content_files(home, "items")),
    )


def content_files(home: Path, kind: str) -> list[Path]:
    """The files of one kind in the folder of a pack, in the order of their names."""
    return sorted([*home.glob(f"{kind}.yaml"), *home.glob(f"{kind}-*.yaml")])


def _read(path: Path, model: type[FileRow]) -> FileRow:
    try:
        content = yaml.load(path.read_text("utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise RulepackInvalid(f"{path}不是合格的YAML文件：{error}") from error
    try:
        return model.model_validate(content or {})
    except ValidationError as error:
        raise RulepackInvalid(f"{path}的{first_error(error)}。请运行 guiju lawbook check 查看行号并改正。") from error


@lru_cache(maxsize=1)
def _titles_of_shipped_laws() -> dict[str, str]:
    folder = shipped_folder()
    files = [file for name in pack_names(folder) for file in read_pack(name, folder).laws]
    return {law.id: law.short for file in files for law in file.laws}


def shipped_title(law: str) -> str:
    """The short title of a law in any shipped pack. Raises UnknownLaw."""
    try:
        return _titles_of_shipped_laws()[law]
    except KeyError:
        raise UnknownLaw(law) from None
