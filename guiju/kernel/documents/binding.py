"""Binding pages of PDF files and pictures into one volume, with the volume's page numbers at the lower right.

A page may bear small drawings in its margins, each with a line under it, such as the code by which it is recognised.

The files lie in one folder of the caller's and are read by the typesetter, never by Python as a whole.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from guiju.kernel.documents.fonts import FontSource, faces, library

_SOURCE = Path(__file__).parent / "typst" / "volume.typ"


@dataclass(frozen=True)
class Drawing:
    """A square drawing on a page: SVG, the place of its upper left corner from that of the sheet and its side, in mm.

    `line` stands under it in small type and ends where the drawing ends.
    """

    svg: str
    left: float
    top: float
    side: float
    line: str = ""


@dataclass(frozen=True)
class Leaf:
    """One page of a volume: a page of a PDF file in the folder (from 1), or with page 0 a picture within margins.

    `number` is printed at the lower right, None leaves the page without one; `wide` lays the sheet on its side. A
    picture of a `whole` page has no margins.
    """

    file: str
    page: int = 0
    number: int | None = None
    wide: bool = False
    whole: bool = False
    drawings: tuple[Drawing, ...] = ()


def pages_of(path: Path) -> list[bool] | None:
    """The pages of a PDF file, each True where it lies on its side; None where the file cannot be read as PDF.

    A file from outside may be broken in any way, or locked with a password.
    """
    import pypdf  # a tenth of a second, which a worker that binds nothing need not pay at start
    from pypdf.errors import PyPdfError

    try:
        with path.open("rb") as file:
            reader = pypdf.PdfReader(file)
            if reader.is_encrypted:
                return None
            return [_is_wide(page) for page in reader.pages] or None
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, OSError, RecursionError):
        return None


def _is_wide(page: Any) -> bool:
    wide = page.mediabox.width > page.mediabox.height
    return bool(wide) != (int(page.rotation) % 180 == 90)


def bind(folder: Path, leaves: Sequence[Leaf], title: str, target: Path, fonts: FontSource = "installed") -> None:
    """Write the volume of these leaves; the same files give the same bytes.

    Raises TypesettingError where a file is no PDF or picture that can be set, or has no such page.
    """
    import typst

    from guiju.kernel.documents.pdf import TypesettingError

    source = folder / _SOURCE.name
    shutil.copyfile(_SOURCE, source)
    volume = {"title": title, "leaves": [asdict(leaf) for leaf in leaves]}
    inputs = {"volume": json.dumps(volume, ensure_ascii=False), "faces": json.dumps(asdict(faces(fonts)))}
    try:
        compiler = typst.Compiler(input=source, root=folder, font_paths=library(fonts))
        _, warnings = compiler.compile_with_warnings(output=target, format="pdf", sys_inputs=inputs)
    except typst.TypstError as error:
        raise TypesettingError(f"“{title}”装订失败：{error.message}") from error
    if warnings:
        raise TypesettingError(f"“{title}”装订有异常：{'；'.join(found.message for found in warnings)}")


def can_be_bound(folder: Path, leaves: Sequence[Leaf]) -> bool:
    """Whether the typesetter can show these pages: files from outside are asked first, each alone."""
    from guiju.kernel.documents.pdf import TypesettingError

    probe = folder / "probe.pdf"
    try:
        bind(folder, leaves, "试排", probe)
    except TypesettingError:
        return False
    finally:
        probe.unlink(missing_ok=True)
    return True
