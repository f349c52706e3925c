"""Finding official texts in a folder and reading them: Markdown as in LawRefBook/Laws, and .docx."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError

from guiju.kernel.lawbook.text_articles import OfficialText, read_paragraphs

_NAMED_DATE = re.compile(r"[(（](\d{4})-(\d{2})-(\d{2})[)）]$")
# A file of the national database with one million characters unpacks to a few MB; more is no law.
_LARGEST_UNPACKED = 64 * 1024 * 1024


@dataclass(frozen=True)
class TextFile:
    """A file and what it holds; `trouble` says in Chinese why it could not be read."""

    path: Path
    official: OfficialText | None
    trouble: str = ""


def read_folder(folder: Path) -> Iterator[TextFile]:
    """Every Markdown and Word file below the folder, in the order of their paths."""
    for path in sorted([*folder.rglob("*.md"), *folder.rglob("*.docx")]):
        if not path.name.startswith(("_", "~$", ".")):
            yield _read(path)


def _read(path: Path) -> TextFile:
    try:
        paragraphs = _from_word(path) if path.suffix == ".docx" else path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return TextFile(path, None, "不是UTF-8编码，请另存为UTF-8")
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        return TextFile(path, None, f"不是能打开的Word文件（{error.__class__.__name__}），请用Word或WPS另存为.docx")
    official = read_paragraphs(paragraphs)
    named = _NAMED_DATE.search(path.stem)
    if named:
        official = replace(official, dated=date(int(named[1]), int(named[2]), int(named[3])))
    return TextFile(path, official)


def _from_word(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as package:
        if sum(part.file_size for part in package.infolist()) > _LARGEST_UNPACKED:
            raise ValueError("解压后过大")
    # A soft line break inside a paragraph separates lines, as the paragraph mark does.
    return [line for paragraph in docx.Document(str(path)).paragraphs for line in paragraph.text.splitlines()]
