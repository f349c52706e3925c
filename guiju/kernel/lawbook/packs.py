"""Reading the files of one rulepack, and finding the packs that are shipped."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from guiju.kernel.lawbook.errors import RulepackInvalid, UnknownLaw
from guiju.kernel.lawbook.rows import CodesFile, LawsFile, PackFile, Row, TermsFile, ValuesFile

FileRow = TypeVar("FileRow", bound=Row)

# Both are safe loaders. The C loader is about ten times faster; it is in every wheel of PyYAML that the lock allows.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

CONTENT_FILES: dict[str, type[Row]] = {
    "laws.yaml": LawsFile,
    "terms.yaml": TermsFile,
    "values.yaml": ValuesFile,
    "codes.yaml": CodesFile,
}


@dataclass(frozen=True)
class Pack:
    """One rulepack as read: where it lies and what its files say."""

    folder: Path
    head: PackFile
    laws: LawsFile
    terms: TermsFile
    values: ValuesFile
    codes: CodesFile


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
        laws=_read(home / "laws.yaml", LawsFile),
        terms=_read(home / "terms.yaml", TermsFile),
        values=_read(home / "values.yaml", ValuesFile),
        codes=_read(home / "codes.yaml", CodesFile),
    )


def _read(path: Path, model: type[FileRow]) -> FileRow:
    if not path.is_file():
        return model()  # a pack needs not have every file
    try:
        content = yaml.load(path.read_text("utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise RulepackInvalid(f"{path}不是合格的YAML文件：{error}") from error
    try:
        return model.model_validate(content or {})
    except ValidationError as error:
        first = error.errors()[0]
        place = " → ".join(str(part) for part in first["loc"])
        raise RulepackInvalid(
            f"{path}的“{place}”不合要求：{first['msg']}。请运行 guiju lawbook check 查看行号并改正。"
        ) from error


@lru_cache(maxsize=1)
def _titles_of_shipped_laws() -> dict[str, str]:
    folder = shipped_folder()
    return {law.id: law.short for name in pack_names(folder) for law in read_pack(name, folder).laws.laws}


def shipped_titles(law: str) -> str:
    """The short title of a law in any shipped pack. Raises UnknownLaw."""
    try:
        return _titles_of_shipped_laws()[law]
    except KeyError:
        raise UnknownLaw(law) from None
